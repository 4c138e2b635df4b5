import type { MissingReason } from '../../domain/reading.ts';
import type { Sample } from '../../domain/sample.ts';
import type { ChartSource } from '../chart-source.ts';
import {
  channelNames,
  channelValues,
  type ReadingChannel,
  readingChannels,
  readingNames,
} from './channels.ts';
import { type Session, sessionVersion } from './session-schema.ts';

type Column = (string | number | boolean | null)[];
type MissingRun = Session['samples']['missing'][number];

/**
 * `session.json`, piece by piece: all that is on record, one line a part and one a channel. Numbers are as recorded,
 * not rounded, but for those of the summary.
 */
export function* sessionJson(source: ChartSource): Iterable<string> {
  const { status, recordSha256, header, summary, events, addenda } = source;
  const head = {
    $schema: 'session.schema.json',
    format: 'isotherm-session',
    version: sessionVersion,
    status,
    recordSha256,
    header,
    summary,
    events,
    addenda,
  } as const satisfies Readonly<Record<Exclude<keyof Session, 'samples'>, unknown>>;
  yield '{\n';
  for (const [name, value] of Object.entries(head))
    yield `${JSON.stringify(name)}:${JSON.stringify(value)},\n`;
  yield* samplesJson(source.samples());
  yield '}\n';
}

function* samplesJson(samples: Iterable<Sample>): Iterable<string> {
  const columns = channelNames.map((name) => ({ name, of: channelValues[name], values: [] as Column }));
  const missing = new MissingRuns();
  let count = 0;
  for (const sample of samples) {
    for (const { of, values } of columns) values.push(of(sample));
    missing.add(sample, count);
    count += 1;
  }
  yield `"samples":{"count":${count},"channels":{\n`;
  for (const [index, { name, values }] of columns.entries())
    yield `${index === 0 ? '' : ',\n'}"${name}":${JSON.stringify(values)}`;
  yield `},\n"missing":${JSON.stringify(missing.finish())}}\n`;
}

/** Why values are missing, one entry for as long as it is the same. */
class MissingRuns {
  readonly #runs: MissingRun[] = [];
  readonly #open = new Map<ReadingChannel, MissingRun>();

  add(sample: Sample, index: number): void {
    for (const channel of readingNames)
      this.#follow(channel, readingChannels[channel](sample).missing, index);
  }

  #follow(channel: ReadingChannel, reason: MissingReason | null, from: number): void {
    const open = this.#open.get(channel);
    if (reason === null) {
      if (open !== undefined) this.#open.delete(channel);
      return;
    }
    if (open?.reason === reason) {
      open.samples += 1;
      return;
    }
    const run = { channel, reason, from, samples: 1 };
    this.#open.set(channel, run);
    this.#runs.push(run);
  }

  /** In the order they began. */
  finish(): readonly MissingRun[] {
    return this.#runs;
  }
}
