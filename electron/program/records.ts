import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FluidMemoryView } from '../contract/view.ts';
import { personName } from '../domain/patient.ts';
import type { Clock } from '../domain/time.ts';
import { emptyMl } from '../domain/volume-scale.ts';
import { askEarlierRuns, askLastRecord } from '../record/ask-records.ts';
import type { EarlierFound } from '../record/earlier-runs.ts';
import { Journal, type OpenJournal } from '../record/journal.ts';
import type { JournalHeader } from '../record/messages.ts';
import { findOpenRuns, type LastFound, type LastRecord, type OpenRuns } from '../record/open-runs.ts';
import { workerPort } from '../record/worker-port.ts';
import { inTime } from '../session/in-time.ts';
import { diskAnswersWithinMs } from './disk-answers.ts';
import { freePath, holdsRun } from './run-folder.ts';

/** What is found in the folders of records, before anything is opened. */
export interface RecordFolders {
  /** Of this start: where a run goes, or beneath it where one is there; `null`: a folder of its own below `runs`. */
  readonly out: string | null;
  /** Where runs go by themselves. */
  readonly runs: string;
}

const foldersOf = ({ out, runs }: RecordFolders): string[] => (out === null ? [runs] : [out, runs]);

/** Runs left open in `--out` and beneath, and among the runs of the data folder. */
export const runsLeftOpen = (folders: RecordFolders): OpenRuns => findOpenRuns(foldersOf(folders));

/** The journals of this console: made, gone on with, and asked what they remember. */
export class Records {
  readonly #folders: RecordFolders;
  readonly #worker: URL;
  readonly #clock: Clock;

  constructor(folders: RecordFolders, worker: URL, clock: Clock) {
    this.#folders = folders;
    this.#worker = worker;
    this.#clock = clock;
  }

  /** A run's journal goes into `--out` where that holds none; any other, and a rescue's, into a folder of its own. */
  async open(header: JournalHeader): Promise<OpenJournal> {
    const { out, runs } = this.#folders;
    const within = out ?? runs;
    let own: string | null;
    try {
      own = await inTime(this.#clock, diskAnswersWithinMs, this.#newFolder(header));
    } catch (error) {
      const why = (error as Error).message;
      return { ok: false, problem: `${within}: no folder can be made in it: ${why}. Choose another folder.` };
    }
    if (own === null) return { ok: false, problem: hangs(within) };
    return Journal.open(join(own, 'journal.sqlite'), header, this.#worker, this.#clock);
  }

  async #newFolder(header: JournalHeader): Promise<string> {
    const { out, runs } = this.#folders;
    const intoOut = out !== null && !('kind' in header) && !(await holdsRun(out));
    const own = intoOut ? out : await freePath(join(out ?? runs, header.runId));
    await mkdir(own, { recursive: true });
    return own;
  }

  reopen(path: string): Promise<OpenJournal> {
    return Journal.reopen(path, this.#worker, this.#clock);
  }

  /** The last record of a rig, read by a journal's thread. Rejects, in words, where the disk does not answer. */
  async lastOf(serialNumber: string): Promise<LastFound> {
    return askLastRecord(workerPort(this.#worker), this.#clock, serialNumber, foldersOf(this.#folders));
  }

  /** Runs of a patient by number or name, read in the same way. */
  async earlierOf(query: string): Promise<EarlierFound> {
    return askEarlierRuns(workerPort(this.#worker), this.#clock, query, foldersOf(this.#folders));
  }
}

const hangs = (folder: string): string =>
  `${folder}: its disk has not answered for ${diskAnswersWithinMs / 1000} s. Check it, or choose another folder.`;

/** What it says of fluid in a cavity; `null`: that there is none, or there is no record. */
export const fluidLeftIn = ({ last }: LastFound): FluidMemoryView | null =>
  last === null || isEmpty(last) ? null : memoryOf(last);

/** A rescue that drained until nothing came has left none; of any other it is not known. */
function isEmpty({ key, header, end, cavityMl }: LastRecord): boolean {
  if (key === 'rescue' || !('preset' in header)) return end?.type === 'rescue-ended' && end.summary === 'dry';
  return cavityMl !== null && cavityMl <= emptyMl(header.preset.fillVolumeMl);
}

const memoryOf = ({ key, header, cavityMl, lastWrittenWallMs }: LastRecord): FluidMemoryView => ({
  runId: header.runId,
  patientName: key === 'rescue' || !('case' in header) ? null : personName(header.case.patient),
  endedWallMs: lastWrittenWallMs,
  volumeMl: cavityMl === null ? null : Math.round(cavityMl),
  fillMl: 'preset' in header ? header.preset.fillVolumeMl : null,
});
