import { join } from 'node:path';
import { Journal } from '../../../electron/record/journal.ts';
import { lastRecordOf } from '../../../electron/record/open-runs.ts';
import { JournalServer } from '../../../electron/record/server.ts';
import { openWriter, type RecordWriter } from '../../../electron/record/writer.ts';
import { type PairedPorts, pairedPorts } from '../../support/paired-ports.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { header } from './example-run.ts';
import { ownFolder } from './journals.ts';

export interface Pair {
  readonly clock: VirtualClock;
  /** To the server made last. */
  readonly line: PairedPorts;
  readonly journal: Journal;
  readonly path: string;
  /** Messages the servers posted. */
  readonly told: string[];
  /** How many servers can be made. */
  readonly made: { most: number };
}

/** A journal and its server in this very thread, on a real file and a clock that stands still. */
export async function pair(
  writer: typeof openWriter = openWriter,
  clock = new VirtualClock(),
): Promise<Pair> {
  const told: string[] = [];
  const lines: PairedPorts[] = [];
  const made = { most: 1 };
  const makePort = (): PairedPorts['journal'] => {
    if (lines.length >= made.most) throw new Error('no thread can be made');
    const line = pairedPorts(clock);
    const { server } = line;
    const post = (message: Parameters<typeof server.post>[0]) => {
      told.push(message.kind);
      server.post(message);
    };
    let opened: RecordWriter | null = null;
    const openWriterHere: typeof openWriter = (path, header) => {
      opened = writer(path, header);
      return opened;
    };
    new JournalServer({ port: { ...server, post }, clock, openWriter: openWriterHere, lastRecordOf, earlierRuns });
    // A thread that ends takes its connection with it.
    lines.push({
      ...line,
      kill: (why) => {
        line.kill(why);
        opened?.close();
      },
    });
    return line.journal;
  };
  const path = join(ownFolder(), 'journal.sqlite');
  const opening = Journal.over(makePort, path, header, clock);
  await clock.advance(10);
  const opened = await opening;
  if (!opened.ok) throw new Error(opened.problem);
  const { journal } = opened;
  return {
    clock,
    journal,
    path,
    told,
    made,
    get line() {
      return lines.at(-1) as PairedPorts;
    },
  };
}

/** The real writer, with something before each entry that may throw. */
export const guarded =
  (before: (entry: 'sample' | 'event') => void): typeof openWriter =>
  (at, head) => {
    const writer: RecordWriter = openWriter(at, head);
    return {
      seq: writer.seq,
      samples: writer.samples,
      write: (entries, full) => {
        for (const { kind } of entries) before(kind);
        return writer.write(entries, full);
      },
      close: () => writer.close(),
    };
  };
