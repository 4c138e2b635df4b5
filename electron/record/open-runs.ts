import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { KeptEvent, RunHeader } from '../domain/run-event.ts';
import type { Sample } from '../domain/sample.ts';
import {
  type EndEvent,
  endOf,
  eventsAfter,
  type HeaderRow,
  headerOf,
  lastEventOf,
  lastSampleOf,
  samplesAfter,
} from './journal-entries.ts';
import { type JournalFile, openToRead, refusal } from './journal-file.ts';

/** How a run stood that can be gone on with: opaque JSON text of the session. */
export interface Checkpoint {
  readonly json: string;
  readonly sessionMs: number;
  /** It knows of the events up to this one. */
  readonly seq: number;
}

/** A run whose journal has no end: its console was lost, or goes on elsewhere. */
export interface OpenRun {
  readonly folder: string;
  readonly path: string;
  readonly header: RunHeader;
  /** `null`: none was kept, as by a console before journal version 2. */
  readonly checkpoint: Checkpoint | null;
  readonly lastSample: Sample | null;
  readonly lastSeq: number;
  /** Wall time of the last thing on record. */
  readonly lastWrittenWallMs: number;
  /** What came after the checkpoint, or all of it where there is none. Throws where the file cannot be read any more. */
  samplesAfter(): Iterable<Sample>;
  eventsAfter(): readonly KeptEvent[];
}

/** The newest record of a rig, a run's or a rescue's, and how it ended. */
export type LastRecord = HeaderRow & {
  readonly folder: string;
  readonly path: string;
  /** `null`: it breaks off. */
  readonly end: EndEvent | null;
  /** Fluid in the cavity by count at its end, mL; `null`: not known, as after every rescue. */
  readonly cavityMl: number | null;
  readonly lastWrittenWallMs: number;
};

/** The newest record of a rig; `null`: there is none that can be read. */
export interface LastFound {
  readonly last: LastRecord | null;
  readonly problems: readonly string[];
}

/** What could not be read is named in `problems`, each with its path. */
export interface OpenRuns {
  /** The one written to last comes first. */
  readonly runs: readonly OpenRun[];
  readonly problems: readonly string[];
}

/** Runs that broke off in a folder: its own journal, and those one level beneath. Reads only, and only the last rows. */
export const openRunsIn = (folder: string): OpenRuns => findOpenRuns([folder]);

export function findOpenRuns(folders: readonly string[]): OpenRuns {
  const { found, problems } = lookAtEach(folders, openRunIn);
  const runs = found.toSorted((a, b) => b.lastWrittenWallMs - a.lastWrittenWallMs);
  return { runs, problems };
}

/** Of the rig with this serial number. Waits for the disk: `ask-records.ts` does not. */
export function lastRecordOf(serialNumber: string, folders: readonly string[]): LastFound {
  const { found, problems } = lookAtEach(folders, (file, path) => recordIn(file, path, serialNumber));
  const [last = null] = found.toSorted((a, b) => b.lastWrittenWallMs - a.lastWrittenWallMs);
  return { last, problems };
}

type Look<T> = (file: JournalFile, path: string) => T | null;

/** Every journal of those folders and one level beneath; what cannot be read is named and passed over. */
export function lookAtEach<T>(folders: readonly string[], look: Look<T>): { found: T[]; problems: string[] } {
  const found: T[] = [];
  const problems: string[] = [];
  for (const path of new Set(folders.flatMap(journalsIn))) {
    try {
      const one = lookAt(path, look);
      if (one !== null) found.push(one);
    } catch (error) {
      problems.push((error as Error).message);
    }
  }
  return { found, problems };
}

function lookAt<T>(path: string, look: Look<T>): T | null {
  const file = openToRead(path);
  try {
    return look(file, path);
  } catch (error) {
    throw refusal(path, `it cannot be read: ${(error as Error).message}. It is left as it is`);
  } finally {
    file.db.close();
  }
}

const name = 'journal.sqlite';

/** Its own journal and those one level beneath. A folder that is not there holds none. */
export function journalsIn(folder: string): string[] {
  const paths: string[] = [];
  for (const entry of entriesOf(folder)) {
    if (entry.name === name) paths.push(join(folder, name));
    if (!entry.isDirectory()) continue;
    const inner = join(folder, entry.name);
    if (entriesOf(inner).some((one) => one.name === name)) paths.push(join(inner, name));
  }
  return paths;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function openRunIn(file: JournalFile, path: string): OpenRun | null {
  if (endOf(file) !== null) return null;
  const { key, header } = headerOf(file);
  if (key === 'rescue') return null;
  const checkpoint = checkpointOf(file);
  return {
    folder: dirname(path),
    path,
    header,
    checkpoint: checkpoint && { json: checkpoint.json, sessionMs: checkpoint.sessionMs, seq: checkpoint.seq },
    lastSample: lastSampleOf(file),
    lastSeq: lastEventOf(file)?.seq ?? 0,
    lastWrittenWallMs: lastWrittenWallMs(file, header.startedWallMs),
    *samplesAfter() {
      const again = openToRead(path);
      try {
        yield* samplesAfter(
          again,
          checkpoint?.sampleRow ?? 0,
          checkpoint?.sessionMs ?? Number.NEGATIVE_INFINITY,
        );
      } finally {
        again.db.close();
      }
    },
    eventsAfter() {
      const again = openToRead(path);
      try {
        return eventsAfter(again, checkpoint?.seq ?? 0);
      } finally {
        again.db.close();
      }
    },
  };
}

function recordIn(file: JournalFile, path: string, serialNumber: string): LastRecord | null {
  const row = headerOf(file);
  if (row.header.rig.serialNumber !== serialNumber) return null;
  // Of the cavity the run speaks whose machine stood down.
  if (row.key === 'rescue' && row.header.afterRunId !== undefined) return null;
  const end = endOf(file)?.event ?? null;
  return {
    ...row,
    folder: dirname(path),
    path,
    end,
    cavityMl: row.key === 'rescue' ? null : cavityMlAtEnd(file, row.header, end),
    lastWrittenWallMs: lastWrittenWallMs(file, row.header.startedWallMs),
  };
}

/** What the run's own count came to; where it breaks off, the last estimate. More may have come out than went in. */
function cavityMlAtEnd(file: JournalFile, header: RunHeader, end: EndEvent | null): number | null {
  const estimatedMl = (): number | null => lastSampleOf(file)?.cavityVolumeMl ?? null;
  if (end?.type !== 'run-ended') return header.fluidInCavityMl === null ? null : estimatedMl();
  const { volumeInMl, volumeRetainedMl } = end.summary;
  if (volumeRetainedMl !== null) return Math.max(0, volumeRetainedMl);
  // A console that kept no volumes with the end; one that does says so where it does not know.
  return volumeInMl === null ? estimatedMl() : null;
}

function checkpointOf({ db, version }: JournalFile): (Checkpoint & { sampleRow: number }) | null {
  if (version < 2) return null;
  const row = db.prepare('SELECT session_ms, seq, sample_row, body FROM checkpoint').get();
  if (row === undefined) return null;
  return {
    json: row.body as string,
    sessionMs: row.session_ms as number,
    seq: row.seq as number,
    sampleRow: row.sample_row as number,
  };
}

/** Of what came last by session time: where the clock was set back in the run, less than before. */
function lastWrittenWallMs(file: JournalFile, startedWallMs: number): number {
  const [sample, event] = [lastSampleOf(file), lastEventOf(file)];
  if (sample === null || (event !== null && event.sessionMs >= sample.sessionMs)) {
    return event?.wallMs ?? startedWallMs;
  }
  return sample.wallMs;
}
