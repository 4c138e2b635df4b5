import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import type { KeptEvent } from '../../../../electron/domain/run-event.ts';
import { openRunsIn } from '../../../../electron/record/open-runs.ts';
import { readRun } from '../../../../electron/record/read-run.ts';
import { type Cell, sampleToRow } from '../../../../electron/record/sample-row.ts';
import { verifyJournal } from '../../../../electron/record/verify.ts';
import { openWriter } from '../../../../electron/record/writer.ts';
import type { Claims, Handed } from './claims.ts';
import type { Files } from './disk.ts';
import type { Promised } from './terms.ts';

const journalName = 'journal.sqlite';

/** A second of samples may go (electron/record/README.md), and what a busy computer puts between clock and disk, ms. */
const mostLostMs = 1000 + 250;

export interface Verdict {
  readonly promise: Promised;
  readonly holds: boolean;
  readonly why: string;
}

/** What a power cut left, put into `folder` and opened with the program's own readers; `lost`: events that are gone. */
export function judge(folder: string, files: Files, claims: Claims): { verdicts: Verdict[]; lost: number } {
  const verdicts: Verdict[] = [];
  const path = layOut(folder, files);
  const say = (promise: Promised, holds: boolean, why: string): void =>
    void verdicts.push({ promise, holds, why: holds ? '' : why });
  const read = readRun(path);
  if (!read.ok) {
    // Before the file was called made nothing has to be there; afterwards everything has.
    say('opens', !claims.opened && read.problem.startsWith(`journal ${path}: `), read.problem);
    return { verdicts, lost: claims.opened ? claims.events : 0 };
  }
  const events = read.record.events;
  const rows = [...read.record.samples()].map(sampleToRow);
  read.record.close();
  say('opens', true, '');
  const missing = Math.max(0, claims.events - events.length);
  say('recorded', missing === 0, `${claims.events} events were called recorded, ${events.length} are there`);
  const kept = prefixOf(claims.handed, events, rows);
  say('prefix', kept !== null, differs(claims.handed, events, rows));
  if (kept !== null) {
    const { span, from } = lostSamples(claims, kept, rows.length);
    say(
      'second',
      from === null,
      `samples called written are gone over ${Math.round(span)} ms, ${from ?? ''}`,
    );
  }
  // Held open meanwhile: whoever is the first to open a file reads its whole log.
  const db = new DatabaseSync(path, { readOnly: true });
  const unsound = soundness(db);
  say('sound', unsound === null, unsound ?? '');
  const { state } = verifyJournal(path);
  say('chain', state === 'intact' || state === 'cut-short', `verify calls it ${state}`);
  if (kept !== null) {
    const wrong = checkpointProblem(folder, kept);
    say('checkpoint', wrong === null, wrong ?? '');
  }
  db.close();
  const over = events.some(({ event }) => event.type === 'run-ended');
  const stuck = over ? null : goOn(path, events.length);
  say('goes-on', stuck === null, stuck ?? '');
  return { verdicts, lost: missing };
}

function layOut(folder: string, files: Files): string {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  return join(folder, journalName);
}

/** What was handed over up to the last thing that is there; `null`: what is there is no beginning of it. */
function prefixOf(
  handed: readonly Handed[],
  events: readonly KeptEvent[],
  rows: readonly (readonly Cell[])[],
): readonly Handed[] | null {
  let [event, row] = [0, 0];
  let length = 0;
  for (const one of handed) {
    if (event === events.length && row === rows.length) break;
    length += 1;
    if (one.kind === 'event') {
      if (!isDeepStrictEqual(stored(one.event), events[event])) return null;
      event += 1;
    } else {
      if (!isDeepStrictEqual(one.row, rows[row])) return null;
      row += 1;
    }
  }
  return event === events.length && row === rows.length ? handed.slice(0, length) : null;
}

/** As its columns keep it: times in whole milliseconds. */
const stored = ({ seq, sessionMs, wallMs, event }: KeptEvent): KeptEvent => ({
  seq,
  sessionMs: Math.round(sessionMs),
  wallMs: Math.round(wallMs),
  event: JSON.parse(JSON.stringify(event)),
});

function differs(handed: readonly Handed[], events: readonly KeptEvent[], rows: readonly unknown[]): string {
  const of = (kind: Handed['kind']): number => handed.filter((one) => one.kind === kind).length;
  return (
    `${events.length} events and ${rows.length} samples are there, and are not the beginning of the ` +
    `${of('event')} and ${of('sample')} handed over`
  );
}

/** Called written and not there: only the last second of them may be. */
function lostSamples(
  { handed, samples }: Claims,
  kept: readonly Handed[],
  there: number,
): { span: number; from: string | null } {
  if (there >= samples) return { span: 0, from: null };
  const lost = handed.filter((one) => one.kind === 'sample').slice(there, samples);
  const span = (lost.at(-1)?.ms ?? 0) - (lost[0]?.ms ?? 0);
  return { span, from: span <= mostLostMs ? null : `after ${kept.length} entries` };
}

/** By SQLite itself. */
function soundness(db: DatabaseSync): string | null {
  try {
    const found = db.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[];
    const [first] = found;
    return first?.integrity_check === 'ok' ? null : `integrity_check: ${JSON.stringify(found.slice(0, 3))}`;
  } catch (error) {
    return (error as Error).message;
  }
}

/** The checkpoint is that of the last entry that had one: both came in one commit, or neither. */
function checkpointProblem(folder: string, kept: readonly Handed[]): string | null {
  const ended = kept.some((one) => one.kind === 'event' && one.event.event.type === 'run-ended');
  const { runs, problems } = openRunsIn(folder);
  if (problems.length > 0) return `runs that were left open cannot be told: ${problems.join('; ')}`;
  if (runs.length !== (ended ? 0 : 1)) return `${runs.length} runs left open are found, ended: ${ended}`;
  const found = runs[0]?.checkpoint?.json ?? null;
  const handed = kept.findLast(({ checkpoint }) => checkpoint !== null)?.checkpoint ?? null;
  if (ended || found === handed) return null;
  return `the checkpoint is not that of the last entry: ${found?.length ?? 'none'} and ${handed?.length ?? 'none'} characters`;
}

/** The next console goes on with the record, writes an event, and reads all of it. */
function goOn(path: string, events: number): string | null {
  try {
    const writer = openWriter(path, null);
    const event = { type: 'link-lost', detail: dirname(path) } as const;
    const added = { seq: events + 1, sessionMs: 0, wallMs: 0, event };
    writer.write([{ kind: 'event', event: added, checkpoint: null }], true);
    writer.close();
    const after = readRun(path);
    if (!after.ok) return after.problem;
    const found = after.record.events.length;
    after.record.close();
    return found === events + 1 ? null : `${found} events after one was added to ${events}`;
  } catch (error) {
    return (error as Error).message;
  }
}
