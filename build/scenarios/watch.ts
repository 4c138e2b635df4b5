import type { Alarm } from '../../electron/domain/alarm.ts';
import type { Phase } from '../../electron/domain/phase.ts';
import type { SelfTestCheck } from '../../electron/protocol/self-test.ts';
import type { Observed, ObservedAlarm, Standing } from './cell.ts';
import type { Expectation } from './expectation.ts';

/** What is to be seen of a run in one tick. */
export interface Sight {
  readonly nowMs: number;
  readonly standing: Standing;
  readonly alarms: readonly Alarm[];
  /** The limit of the expected alarm is passed in the signals. */
  readonly limitPassed: boolean;
  readonly failedCheck: SelfTestCheck | null;
  /** True, °C. */
  readonly inflowCelsius: number;
}

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
  #last: Sight;
  #hottestInflowCelsius: number;
  #passedSinceMs: number | null = null;
  #detectedMs: number | null = null;
  #detectedAfterMs: number | null = null;
  #reactedAfterMs: number | null = null;

  constructor(row: string, phase: Phase, expect: Expectation, before: Sight) {
    const shown = before.alarms;
    this.#row = row;
    this.#phase = phase;
    this.#expect = expect;
    this.#before = before.standing;
    this.#last = before;
    this.#hottestInflowCelsius = before.inflowCelsius;
    this.#faultMs = before.nowMs;
    this.#known = new Set(shown.map(({ id }) => id));
    this.#spoilt = shown.filter(({ priority }) => priority !== 'low').map(({ id }) => id);
  }

  look(sight: Sight): void {
    const { nowMs, alarms } = sight;
    this.#last = sight;
    this.#hottestInflowCelsius = Math.max(this.#hottestInflowCelsius, sight.inflowCelsius);
    if (this.#detectedMs === null)
      this.#passedSinceMs = sight.limitPassed ? (this.#passedSinceMs ?? nowMs) : null;
    for (const alarm of alarms) this.#noteAlarm(alarm, nowMs);
    const reacts = this.#detectedMs !== null && this.#reactedAfterMs === null && this.#stands();
    if (reacts) this.#reactedAfterMs = nowMs - (this.#detectedMs ?? 0);
  }

  get observed(): Observed {
    return {
      row: this.#row,
      phase: this.#phase,
      before: this.#before,
      after: this.#last.standing,
      alarms: [...this.#alarms.values()],
      spoilt: this.#spoilt,
      detectedAfterMs: this.#detectedAfterMs,
      reactedAfterMs: this.#reactedAfterMs,
      failedCheck: this.#last.failedCheck,
      hottestInflowCelsius: this.#hottestInflowCelsius,
    };
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
    const { heaterRequested, heaterInForce, pumpRequested, pumpInForce } = this.#last.standing;
    return (
      (heater !== 'off' || !(heaterRequested || heaterInForce)) &&
      (pump !== 'off' || !(pumpRequested || pumpInForce)) &&
      (pump !== 'stands' || !pumpInForce) &&
      (mode === null || this.#last.standing.mode === mode)
    );
  }
}
