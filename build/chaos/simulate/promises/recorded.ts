import type { ConsoleView } from '../../../../electron/contract/view.ts';
import { readRun } from '../../../../electron/record/read-run.ts';
import { requestedText } from '../world/requests-kept.ts';
import type { Bench, Judge } from './judge.ts';

/** What a screen showed as recorded stands in the journal; what that calls requested was on the line. */
export class Recorded implements Judge {
  /** Shown as recorded and not there, in all. */
  lost = 0;
  readonly #bench: Bench;
  /** By run and number, as text. */
  readonly #shown = new Map<string, Map<number, string>>();
  /** The same until it is shown as recorded. */
  #lastShown = new Map<string, number>();

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  look(): void {}

  /** Told of every view that reached the screen. */
  seen(view: ConsoleView): void {
    const { run } = view;
    if (run === null) return;
    let shown = this.#shown.get(run.runId);
    if (shown === undefined) {
      shown = new Map();
      this.#shown.set(run.runId, shown);
    }
    const from = this.#lastShown.get(run.runId) ?? 0;
    if (run.durableSeq <= from) return;
    for (const kept of run.events) {
      if (kept.seq > from && kept.seq <= run.durableSeq) shown.set(kept.seq, inOrder(kept.event));
    }
    this.#lastShown.set(run.runId, run.durableSeq);
  }

  /** A reader opens what was left. */
  read(): void {
    const { world } = this.#bench;
    for (const runId of world.runIds) this.#readRun(runId);
  }

  #readRun(runId: string): void {
    const { world, ledger } = this.#bench;
    const { nowMs } = world;
    const shown = this.#shown.get(runId) ?? new Map<number, string>();
    const read = readRun(world.journalPath(runId));
    if (!read.ok) {
      this.lost += shown.size;
      ledger.check('recorded', shown.size === 0, nowMs, () => read.problem);
      return;
    }
    const { record } = read;
    try {
      const kept = new Map(record.events.map(({ seq, event }) => [seq, inOrder(event)]));
      const missing = [...shown].filter(([seq, text]) => kept.get(seq) !== text);
      this.lost += missing.length;
      const whole = record.events.every(({ seq }, at) => seq === at + 1);
      ledger.check('recorded', missing.length === 0 && whole, nowMs, () =>
        whole ? `missing or changed: ${JSON.stringify(missing[0])}` : 'events have a hole',
      );
      for (const sample of record.samples()) {
        const written = world.requests.writtenAt(runId, Math.round(sample.sessionMs));
        const requested = requestedText(sample);
        ledger.check(
          'written',
          written === requested,
          nowMs,
          () => `at ${sample.sessionMs} ms requested "${requested}", on the line "${written}"`,
        );
      }
    } finally {
      record.close();
    }
  }
}

/** As text in which the order of fields says nothing. */
const inOrder = (event: object): string => JSON.stringify(event, sorted);

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
