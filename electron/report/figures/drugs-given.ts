import type { DrugCheck } from '../../domain/action.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DrugEntry } from '../../domain/drug.ts';
import type { KeptEvent, RunHeader } from '../../domain/run-event.ts';
import type { Sample } from '../../domain/sample.ts';
import type { Moment } from './alarm-log.ts';
import { takenActions } from './taken-actions.ts';

/** A drug as it was recorded to be given. */
export interface DrugGiven extends Moment {
  readonly drug: DrugEntry;
  /** Which planned addition it was, from 0; `null`: none of them. */
  readonly addition: number | null;
  /** From the start of treatment; `null`: it was given before, or none began. */
  readonly treatmentMinutes: number | null;
  readonly checkedBy: DrugCheck | null;
  readonly by: Actor;
  readonly second: Actor | null;
  /** By count, of the nearest sample; `null`: there is none within a second. */
  readonly inCavityMl: number | null;
}

/** Further away a sample tells nothing of the moment, ms: as long as a gap. */
const nearestMs = 1000;

/** Finds what was in the cavity as each drug was given. */
export class DrugFold {
  readonly #given: readonly Omit<DrugGiven, 'inCavityMl'>[];
  readonly #nearest: { apartMs: number; ml: number | null }[];
  /** Before this one no sample to come is nearer. */
  #open = 0;

  constructor(header: Pick<RunHeader, 'preset'>, events: readonly KeptEvent[]) {
    this.#given = drugsGiven(header, events);
    this.#nearest = this.#given.map(() => ({ apartMs: nearestMs, ml: null }));
  }

  add({ sessionMs, cavityVolumeMl }: Sample): void {
    for (let index = this.#open; index < this.#given.length; index += 1) {
      const atMs = this.#given[index]?.sessionMs ?? 0;
      if (sessionMs < atMs - nearestMs) return;
      const nearest = this.#nearest[index];
      const apartMs = Math.abs(sessionMs - atMs);
      if (nearest !== undefined && apartMs < nearest.apartMs) {
        nearest.apartMs = apartMs;
        nearest.ml = cavityVolumeMl;
      }
      if (index === this.#open && sessionMs > atMs + nearestMs) this.#open += 1;
    }
  }

  finish(): DrugGiven[] {
    return this.#given.map((one, index) => ({ ...one, inCavityMl: this.#nearest[index]?.ml ?? null }));
  }
}

function drugsGiven(
  { preset }: Pick<RunHeader, 'preset'>,
  events: readonly KeptEvent[],
): Omit<DrugGiven, 'inCavityMl'>[] {
  const beganMs = events.find(
    ({ event }) => event.type === 'phase' && (event.to === 'treatment' || event.to === 'dwell'),
  )?.sessionMs;
  const first = preset.additions.findIndex(({ atMinutes }) => atMinutes === 0);
  return takenActions(events, 'start-treatment', 'record-drug').flatMap(({ action, ...one }) => {
    const { drug, checkedBy } = action;
    if (drug === null) return [];
    const starts = action.type === 'start-treatment';
    const addition = starts ? (first === -1 ? null : first) : action.addition;
    // The start of treatment is written a moment after what started it.
    const sinceMs = starts ? 0 : beganMs === undefined ? -1 : one.sessionMs - beganMs;
    const treatmentMinutes = sinceMs < 0 ? null : sinceMs / 60_000;
    return [{ ...one, drug, checkedBy, addition, treatmentMinutes }];
  });
}
