import { signedInActor } from '../../electron/domain/actor.ts';
import type { Addendum, Said } from '../../electron/domain/addendum.ts';
import type { Patient } from '../../electron/domain/patient.ts';
import type { RunHeader } from '../../electron/domain/run-event.ts';
import type { RunRecord } from '../../electron/record/run-record.ts';
import { syntheticHeader } from './synthetic-header.ts';
import { syntheticRecord } from './synthetic-record.ts';

/** The header of the made-up record, of another patient, or with another case. */
export const headerWith = (
  patient: Partial<Patient>,
  rest: Partial<RunHeader['case']> = {},
  header: Partial<RunHeader> = {},
): RunHeader => ({
  ...syntheticHeader,
  ...header,
  case: { ...syntheticHeader.case, ...rest, patient: { ...syntheticHeader.case.patient, ...patient } },
});

/** The made-up record up to a minute, with no more samples than a few: what a crash leaves, and soon gone through. */
export function brokenOff(minutes: number, header: RunHeader = syntheticHeader): RunRecord {
  const whole = syntheticRecord(header);
  const untilMs = minutes * 60_000;
  return {
    ...whole,
    events: whole.events.filter(({ sessionMs }) => sessionMs < untilMs),
    samples: () => thinned(whole.samples(), untilMs),
  };
}

/** One sample a minute. */
function* thinned(samples: ReturnType<RunRecord['samples']>, untilMs: number) {
  for (const sample of samples) {
    if (sample.sessionMs >= untilMs) return;
    if (sample.sessionMs % 60_000 === 0) yield sample;
  }
}

const signer = signedInActor({ id: 'perfusionist', name: 'M. Perfusionist', role: 'perfusionist' });

/** Said one after the other, a minute each, from an hour after the start. */
export const addendaOf = (...said: readonly Said[]): Addendum[] =>
  said.map((one, index) => ({
    number: index + 1,
    atWallMs: syntheticHeader.startedWallMs + (60 + index) * 60_000,
    by: signer,
    said: one,
  }));
