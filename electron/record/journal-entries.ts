import type { KeptEvent, RescueHeader, RunEvent, RunHeader } from '../domain/run-event.ts';
import type { Sample } from '../domain/sample.ts';
import { decodeEvent, decodeHeader } from './codec/codec.ts';
import { sampleFault } from './codec/sample-check.ts';
import { endRowOf, headerRowOf, type JournalFile, versionOf } from './journal-file.ts';
import { type Cell, rowToSample } from './sample-row.ts';
import { sampleColumnNames } from './schema.ts';

export type HeaderRow =
  | { readonly key: 'header'; readonly header: RunHeader }
  | { readonly key: 'rescue'; readonly header: RescueHeader };

/** Throws where the journal does not say what it is of, or says it in a way that no console wrote. */
export function headerOf(file: JournalFile): HeaderRow {
  const { key, json } = headerRowOf(file);
  const version = versionOf(file, 0);
  return key === 'rescue'
    ? { key, header: decodeHeader(key, json, version) }
    : { key, header: decodeHeader(key, json, version) };
}

/** Times as numbers, whatever stands there: more than a number holds is no time, and costs no record. */
const eventsSql =
  'SELECT seq, CAST(session_ms AS REAL) AS session_ms, CAST(wall_ms AS REAL) AS wall_ms, type, body FROM event';

/** Events in order, after number `afterSeq`. */
export const eventsAfter = (file: JournalFile, afterSeq: number): KeptEvent[] =>
  file.db
    .prepare(`${eventsSql} WHERE seq > ? ORDER BY seq`)
    .all(afterSeq)
    .map((row) => eventOf(file, row));

/** Samples in order, in pages, so that a long run never stands in memory whole. */
export function* samplesAfter({ db }: JournalFile, row: number, sessionMs: number): Iterable<Sample> {
  const select = db.prepare(`${samples} WHERE rowid > ? AND session_ms > ? ORDER BY rowid`);
  select.setReturnArrays(true);
  for (const cells of select.iterate(row, sessionMs)) yield sampleOf(cells as unknown as Cell[]);
}

/** By name, in the order they are read in: a later version may have more. */
const samples = `SELECT ${sampleColumnNames.join(', ')}, rowid FROM sample`;
function sampleOf(cells: readonly Cell[]): Sample {
  const fault = sampleFault(cells, cells[sampleColumnNames.length] as number);
  if (fault !== null) throw new Error(`${fault}, which no console wrote`);
  return rowToSample(cells);
}

export function lastSampleOf({ db }: JournalFile): Sample | null {
  const select = db.prepare(`${samples} ORDER BY rowid DESC LIMIT 1`);
  select.setReturnArrays(true);
  const cells = select.get();
  return cells === undefined ? null : sampleOf(cells as unknown as Cell[]);
}

export function lastEventOf(file: JournalFile): KeptEvent | null {
  const row = file.db.prepare(`${eventsSql} ORDER BY seq DESC LIMIT 1`).get();
  return row === undefined ? null : eventOf(file, row);
}

export type EndEvent = Extract<RunEvent, { type: 'run-ended' | 'rescue-ended' }>;

/** How it ended; `null`: it breaks off, or goes on. */
export function endOf(file: JournalFile): (KeptEvent & { readonly event: EndEvent }) | null {
  const row = endRowOf(file);
  if (row === undefined) return null;
  const kept = eventOf(file, row);
  // It is over, whatever its end says: nothing may be added to it.
  if (kept.event.type === 'unreadable') throw new Error(`its end cannot be read (${kept.event.why})`);
  return kept as KeptEvent & { event: EndEvent };
}

function eventOf(file: JournalFile, row: Record<string, unknown>): KeptEvent {
  const seq = row.seq as number;
  return {
    seq,
    sessionMs: row.session_ms as number,
    wallMs: row.wall_ms as number,
    event: decodeEvent(row.type as string, row.body as string, versionOf(file, seq)),
  };
}
