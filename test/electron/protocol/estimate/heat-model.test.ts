import { describe, expect, it } from 'vitest';
import { newEnsemble } from '../../../../electron/protocol/estimate/ensemble.ts';
import { advance, copyOf, type Drive } from '../../../../electron/protocol/estimate/heat-model.ts';
import { mapColumns, meanOf } from '../../../../electron/protocol/estimate/measurement.ts';
import { unknownPatient } from '../../../../electron/protocol/estimate/priors.ts';

const candidates = newEnsemble(39, 36.8, unknownPatient);
/** One candidate in the middle of all. */
const middle = mapColumns((name) => [meanOf(candidates[name])]);
const circulating: Drive = {
  intoCavityMlPerMin: 1500,
  circulates: true,
  cavityMl: 3000,
  restingCelsius: 36.8,
};

function heated(seconds: number, step: number, inflowCelsius: number, drive = circulating) {
  const now = copyOf(middle);
  for (let t = 0; t < seconds; t += step) advance(now, middle, [inflowCelsius], drive, step);
  return now;
}
const cavity = (now: ReturnType<typeof copyOf>) => now.cavityCelsius[0] ?? Number.NaN;

describe('one candidate', () => {
  it('meets what is published: 44 °C in gives about 42 °C in the cavity, 42 °C in gives about 40 °C out', () => {
    expect(cavity(heated(2700, 5, 44))).toBeCloseTo(42.1, 0);
    expect(cavity(heated(2700, 5, 42, { ...circulating, intoCavityMlPerMin: 1000 }))).toBeCloseTo(40, 0);
  });

  it('comes to the same in long steps as in short ones', () => {
    for (const seconds of [600, 3600]) {
      expect(cavity(heated(seconds, 60, 45))).toBeCloseTo(cavity(heated(seconds, 1, 45)), 1);
    }
  });

  it('stays within what surrounds it, however long the step', () => {
    const now = heated(86_400, 21_600, 45);
    expect(cavity(now)).toBeLessThan(45);
    expect(cavity(now)).toBeGreaterThan(now.liningCelsius[0] ?? 0);
    expect(now.liningCelsius[0]).toBeGreaterThan(now.tissueCelsius[0] ?? 0);
    expect(now.tissueCelsius[0]).toBeGreaterThan(now.coreCelsius[0] ?? 0);
  });

  it('gets warmer with more flow, and nowhere without', () => {
    const at = (intoCavityMlPerMin: number) =>
      cavity(heated(3600, 10, 45, { ...circulating, intoCavityMlPerMin }));
    expect(at(3000)).toBeGreaterThan(at(1500) + 0.5);
    expect(at(0)).toBeLessThan(37.5);
  });

  it('shows on its probes what the cavity was', () => {
    const now = heated(30, 1, 45);
    expect(now.shownCelsius[0]).toBeLessThan(cavity(now));
    expect(now.shownCelsius[0]).toBeGreaterThan(39);
  });
});
