import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Signals } from '../../../electron/alarms/signals.ts';
import { measured, missing } from '../../../electron/domain/reading.ts';
import { probes, Watch } from './calm.ts';

const missingProbe: Partial<Signals> = { probesCelsius: probes(44, 42.3, 'open', 42.4) };
const missingControl: Partial<Signals> = { controlCelsius: missing('no-value') };
const missingInflow: Partial<Signals> = { probesCelsius: probes('open', 42.3, 42.6, 42.4) };

/** When it is named, s from the first spell; `NaN`: within 30 s it is not. */
function namedAfter(seen: Partial<Signals>, code: string, badTicks: number, goodTicks: number): number {
  const watch = new Watch();
  for (let tick = 0; tick < 300; tick += 1) {
    watch.see(tick % (badTicks + goodTicks) < badTicks ? seen : { controlCelsius: measured(42.5) });
    watch.nowMs += 100;
    if (watch.codes.includes(code as never)) return (tick + 1) / 10;
  }
  return Number.NaN;
}

/** Spells of a tick or more, 0.5 to 5 s from one to the next, at least a third of it bad. */
const pattern = fc
  .integer({ min: 5, max: 50 })
  .chain((period) =>
    fc.tuple(fc.constant(period), fc.integer({ min: Math.ceil(period / 3), max: period - 1 })),
  );

describe('what comes and goes', () => {
  it.each([
    ['probe-fault', missingProbe],
    ['control-temperature-unknown', missingControl],
    ['inflow-probe-lost', missingInflow],
  ] as const)('is named within 10 s where it is missing for a third of any 6 s: %s', (code, seen) => {
    fc.assert(
      fc.property(pattern, ([period, bad]) => {
        expect(namedAfter(seen, code, bad, period - bad)).toBeLessThanOrEqual(10);
      }),
      { numRuns: 60 },
    );
  });

  it('takes the heat where it is the control temperature', () => {
    const watch = new Watch();
    for (let tick = 0; tick < 100; tick += 1) {
      watch.see(tick % 15 < 5 ? missingControl : {});
      watch.nowMs += 100;
    }
    expect(watch.reactions).toContainEqual({ reaction: 'heater-off', reason: 'control-temperature-unknown' });
  });

  it.each([
    ['a tick in two seconds', 1, 19],
    ['half a second in five', 5, 45],
  ])('is not named for %s', (_, bad, good) => {
    expect(namedAfter(missingProbe, 'probe-fault', bad, good)).toBeNaN();
    expect(namedAfter(missingControl, 'control-temperature-unknown', bad, good)).toBeNaN();
  });

  it('is no fault of a probe that is not plugged in, nor of a lost link', () => {
    expect(
      namedAfter(
        { probesCelsius: probes(44, 42.3, 'not-fitted', 42.4), linkLost: true },
        'probe-fault',
        5,
        5,
      ),
    ).toBeNaN();
    expect(namedAfter({ ...missingProbe, linkLost: true }, 'probe-fault', 5, 5)).toBeNaN();
  });

  it('is over once it has not come for as long as it is looked at', () => {
    const watch = new Watch();
    for (let tick = 0; tick < 100; tick += 1) {
      watch.see(tick % 10 < 5 ? missingProbe : {});
      watch.nowMs += 100;
    }
    expect(watch.codes).toContain('probe-fault');
    watch.see({}, 7);
    expect(watch.state.shown.filter(({ clearedMs }) => clearedMs === null)).toEqual([]);
  });
});
