import type { RunView } from '../contract/view.ts';
import type { Publisher } from '../session/publishers.ts';
import { plainRunView } from '../session/run-view.ts';
import type { Snapshot } from '../session/snapshot.ts';

/** Session time a run still takes after treatment: drain, two rinses, hand-over, s. */
const afterTreatmentSeconds = 430;
/** Session time until treatment starts, about, s. */
const beforeTreatmentSeconds = 1200;

/** In its first minute a run waits for machine and screen: how fast it goes is not known, ms. */
const firstMinuteMs = 60_000;

/** Session time per time of this computer since the run began; `null`: not known yet. */
export const sessionRate = (sessionMs: number, elapsedMs: number): number | null =>
  sessionMs < firstMinuteMs || elapsedMs <= 0 ? null : sessionMs / elapsedMs;

/** One line: what goes on, how far it is, and how long it still takes where `rate` is known. */
export function progressLine(run: RunView, rate: number | null): string {
  const celsius = run.control.celsius.value?.toFixed(2) ?? '---';
  const { inBandSeconds, plannedSeconds } = run.clocks;
  const left = rate === null ? '' : `, about ${Math.round(sessionSecondsLeft(run) / rate)} s left`;
  const alarms = run.alarms.length === 0 ? '' : `, ${run.alarms.length} alarm(s)`;
  return (
    `${clock(run.sessionSeconds)} ${run.phase}, ${celsius} °C (${run.control.site}), ` +
    `in band ${clock(inBandSeconds ?? 0)} of ${clock(plannedSeconds)}${alarms}${left}`
  );
}

function sessionSecondsLeft(run: RunView): number {
  const { leftSeconds } = run.clocks;
  if (run.phase === 'treatment') return leftSeconds + afterTreatmentSeconds;
  if (run.clocks.elapsedSeconds !== null) return afterTreatmentSeconds / 2;
  return Math.max(60, beforeTreatmentSeconds - run.sessionSeconds) + leftSeconds + afterTreatmentSeconds;
}

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** Writes progress in place on a terminal, and a line every few seconds elsewhere. */
export class ProgressWriter {
  readonly #everyMs: number;
  readonly #terminal: boolean;
  readonly #write: (text: string) => void;
  #lastMs = Number.NEGATIVE_INFINITY;

  constructor(terminal: boolean, write: (text: string) => void) {
    this.#terminal = terminal;
    this.#write = write;
    this.#everyMs = terminal ? 250 : 5000;
  }

  show(line: () => string, nowMs: number): void {
    if (nowMs - this.#lastMs < this.#everyMs) return;
    this.#lastMs = nowMs;
    this.#write(this.#terminal ? `\r\x1b[K${line()}` : `${line()}\n`);
  }

  end(): void {
    if (this.#terminal) this.#write('\r\x1b[K');
  }
}

/** Tells after each tick how far an unattended run is. */
export class ProgressPublisher implements Publisher {
  readonly name = 'The progress line';
  readonly #writer: ProgressWriter;
  /** A run that was taken up begins in the middle of its session time. */
  #begun: { readonly runId: string; readonly atMs: number; readonly sessionMs: number } | null = null;

  constructor(writer: ProgressWriter) {
    this.#writer = writer;
  }

  publish({ stage, run, monotonicMs }: Snapshot): void {
    if (stage !== 'run' || run === null) return;
    const { runId } = run.header;
    const { nowMs } = run.state;
    if (this.#begun?.runId !== runId) this.#begun = { runId, atMs: monotonicMs, sessionMs: nowMs };
    const rate = sessionRate(nowMs - this.#begun.sessionMs, monotonicMs - this.#begun.atMs);
    this.#writer.show(() => progressLine(plainRunView(run), rate), monotonicMs);
  }

  end(): void {
    this.#writer.end();
  }
}
