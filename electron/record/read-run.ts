import { eventsAfter, headerOf, samplesAfter } from './journal-entries.ts';
import { openToRead, refusal } from './journal-file.ts';
import type { RescueRecord, RunRecord } from './run-record.ts';

type Read<Record> = { ok: true; record: Record } | { ok: false; problem: string };
export type ReadRun = Read<RunRecord>;
export type ReadRescue = Read<RescueRecord>;

/** Opens a journal for reading only. Says what is wrong with a file that is none, or newer than this console. */
export function readJournal(path: string): Read<RunRecord | RescueRecord> {
  let close = (): void => {};
  try {
    const file = openToRead(path);
    close = () => file.db.close();
    return { ok: true, record: recordOf(path, file, close) };
  } catch (error) {
    close();
    return { ok: false, problem: (error as Error).message };
  }
}

/** The journal of a run. */
export function readRun(path: string): ReadRun {
  const read = readJournal(path);
  if (!read.ok || !isRescue(read.record)) return read as ReadRun;
  read.record.close();
  return { ok: false, problem: refusal(path, 'it is a rescue record, not of a run').message };
}

/** The journal of a rescue. */
export function readRescue(path: string): ReadRescue {
  const read = readJournal(path);
  if (!read.ok || isRescue(read.record)) return read as ReadRescue;
  read.record.close();
  return { ok: false, problem: refusal(path, 'it is of a run, not of a rescue').message };
}

export const isRescue = (record: RunRecord | RescueRecord): record is RescueRecord => 'kind' in record.header;

function recordOf(
  path: string,
  file: ReturnType<typeof openToRead>,
  close: () => void,
): RunRecord | RescueRecord {
  try {
    return {
      header: headerOf(file).header,
      events: eventsAfter(file, 0),
      samples: () => samplesAfter(file, 0, Number.NEGATIVE_INFINITY),
      close,
    } as RunRecord | RescueRecord;
  } catch (error) {
    throw refusal(path, `${(error as Error).message}. It is left as it is; choose a journal.sqlite of a run`);
  }
}
