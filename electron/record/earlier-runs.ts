import type { RecordedCase } from '../domain/case.ts';
import { fullName } from '../domain/patient.ts';
import type { Outcome } from '../domain/phase.ts';
import type { RunHeader, RunTotals } from '../domain/run-event.ts';
import { endOf, headerOf } from './journal-entries.ts';
import type { JournalFile } from './journal-file.ts';
import { lookAtEach } from './open-runs.ts';

/** A run of the past, as far as the next one asks. */
export interface EarlierRun {
  readonly runId: string;
  /** Of its journal. */
  readonly path: string;
  readonly startedWallMs: number;
  readonly simulation: boolean;
  readonly case: RecordedCase;
  readonly preset: Pick<RunHeader['preset'], 'name' | 'version' | 'targetCelsius' | 'minutes'> & {
    /** Values were changed for that run and kept nowhere. */
    readonly onlyOnce: boolean;
  };
  /** `null`: its record breaks off. */
  readonly outcome: Outcome | null;
  readonly totals: Pick<RunTotals, 'elapsedSeconds' | 'inBandSeconds' | 'volumeRetainedMl'> | null;
}

/** What could not be read is named in `problems`, each with its path. */
export interface EarlierFound {
  /** The newest first, at most `mostEarlier`. */
  readonly runs: readonly EarlierRun[];
  readonly problems: readonly string[];
}
export const mostEarlier = 20;

/** Runs of a patient by number or name. Waits for the disk: `ask-records.ts` does not. */
export function earlierRuns(query: string, folders: readonly string[]): EarlierFound {
  const asked = plain(query);
  const { found, problems } = lookAtEach(folders, (file, path) => earlierRun(file, path, asked));
  const runs = found.toSorted((a, b) => b.startedWallMs - a.startedWallMs).slice(0, mostEarlier);
  return { runs, problems };
}

function earlierRun(file: JournalFile, path: string, asked: string): EarlierRun | null {
  const row = headerOf(file);
  if (row.key === 'rescue' || !isOf(row.header.case, asked)) return null;
  const { header } = row;
  const end = endOf(file)?.event;
  const { name, version, targetCelsius, minutes, basedOn } = header.preset;
  // A copy that was kept has a name or a version of its own.
  const onlyOnce = basedOn !== null && basedOn.name === name && basedOn.version === version;
  return {
    runId: header.runId,
    path,
    startedWallMs: header.startedWallMs,
    simulation: header.simulation,
    case: header.case,
    preset: { name, version, targetCelsius, minutes, onlyOnce },
    outcome: end?.type === 'run-ended' ? end.outcome : null,
    totals: end?.type === 'run-ended' ? end.summary : null,
  };
}

/** A number is the whole number, a name any part of one: a digit more is another patient. */
function isOf({ patient }: RecordedCase, asked: string): boolean {
  if (asked === '') return false;
  if (patient.identifiers.some(({ value }) => plain(value) === asked)) return true;
  const names = [
    fullName(patient, 'en'),
    fullName(patient, 'zh'),
    `${patient.givenName} ${patient.familyName}`,
  ];
  return asked.length > 1 && names.some((name) => plain(name).includes(asked));
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
