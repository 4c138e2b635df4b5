import type { Alarm } from '../../electron/domain/alarm.ts';
import type { Phase } from '../../electron/domain/phase.ts';
import type { Observed, ObservedAlarm, Standing } from './cell.ts';
import type { Expectation } from './expectation.ts';
import { type Moment, passed } from './onset.ts';

const standingOf = ({ intent, telemetry: { inForce } }: Moment): Standing => ({
  mode: inForce.mode,
  heaterRequested: intent.heaterEnable,
  heaterInForce: inForce.heaterEnable,
  pumpRequested: intent.pumpEnable,
  pumpInForce: inForce.pumpEnable,
});

/** Looks on from the fault to the end of its cell, tick by tick. */
export class CellWatch {
  readonly #row: string;
  readonly #phase: Phase;
  readonly #expect: Expectation;
  readonly #before: Standing;
  readonly #faultMs: number;
  readonly #known: ReadonlySet<string>;
  readonly #spoilt: readonly string[];
  readonly #alarms = new Map<string, ObservedAlarm>();
  #after: Standing;
  #passedSinceMs: number | null = null;
  #detectedMs: number | null = null;
  #detectedAfterMs: number | null = null;
  #reactedAfterMs: number | null = null;
  #last: Moment;

  constructor(row: string, phase: Phase, expect: Expectation, before: Moment, shown: readonly Alarm[]) {
    this.#row = row;
    this.#phase = phase;
    this.#expect = expect;
    this.#before = standingOf(before);
    this.#after = this.#before;
    this.#last = before;
    this.#faultMs = before.nowMs;
    this.#known = new Set(shown.map(({ id }) => id));
    this.#spoilt = shown.filter(({ priority }) => priority !== 'low').map(({ id }) => id);
  }

  look(moment: Moment, shown: readonly Alarm[]): void {
    this.#last = moment;
    this.#after = standingOf(moment);
    this.#noteLimit(moment);
    for (const alarm of shown) this.#noteAlarm(alarm, moment.nowMs);
    const reacts = this.#detectedMs !== null && this.#reactedAfterMs === null && this.#stands();
    if (reacts) this.#reactedAfterMs = moment.nowMs - (this.#detectedMs ?? 0);
  }

  get observed(): Observed {
    const failed = this.#last.state.selfTest.results.find((result) => !result.passed);
    return {
      row: this.#row,
      phase: this.#phase,
      before: this.#before,
      after: this.#after,
      alarms: [...this.#alarms.values()],
      spoilt: this.#spoilt,
      detectedAfterMs: this.#detectedAfterMs,
      reactedAfterMs: this.#reactedAfterMs,
      failedCheck: failed?.check ?? null,
    };
  }

  #noteLimit(moment: Moment): void {
    const { alarm, subject, limit } = this.#expect;
    if (alarm === null || this.#detectedMs !== null) return;
    const isPassed = passed[limit === 'first' ? alarm : limit]?.(moment, subject) ?? false;
    this.#passedSinceMs = isPassed ? (this.#passedSinceMs ?? moment.nowMs) : null;
  }

  #noteAlarm(alarm: Alarm, nowMs: number): void {
    if (this.#known.has(alarm.id)) return;
    const { id, code, subject, priority } = alarm;
    const noted = this.#alarms.get(id);
    const suppressed = (noted?.suppressed ?? true) && alarm.under !== null;
    const seconds = noted?.seconds ?? (nowMs - this.#faultMs) / 1000;
    this.#alarms.set(id, { code, subject, priority, seconds, suppressed });
    const isExpected = code === this.#expect.alarm && subject === this.#expect.subject;
    if (!isExpected || this.#detectedMs !== null) return;
    this.#detectedMs = nowMs;
    if (this.#passedSinceMs !== null) this.#detectedAfterMs = nowMs - this.#passedSinceMs;
  }

  #stands(): boolean {
    const { heater, pump, mode } = this.#expect;
    const { heaterRequested, heaterInForce, pumpRequested, pumpInForce } = this.#after;
    return (
      (heater !== 'off' || !(heaterRequested || heaterInForce)) &&
      (pump !== 'off' || !(pumpRequested || pumpInForce)) &&
      (pump !== 'stands' || !pumpInForce) &&
      (mode === null || this.#after.mode === mode)
    );
  }
}
