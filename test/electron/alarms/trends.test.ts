import { describe, expect, it } from 'vitest';
import { measured } from '../../../electron/domain/reading.ts';
import { probes, Watch } from './calm.ts';

/** Second by second: the cavity as `celsius` says, the flow as `mlPerMin` says. */
function drift(
  watch: Watch,
  seconds: number,
  celsius: (s: number) => number,
  mlPerMin = (_: number) => 1500,
) {
  for (let second = 0; second < seconds; second += 1) {
    watch.nowMs += 1000;
    const cavity = celsius(second);
    watch.see({
      probesCelsius: probes(44, 42, cavity, cavity - 0.1),
      controlCelsius: measured(Math.min(cavity, 42.9)),
      flowMlPerMin: measured(mlPerMin(second)),
      flowSteadyMs: 120_000,
    });
  }
}

describe('a cavity that rises to its limit', () => {
  it('is told a minute before, not while it heats up and not while it settles in band', () => {
    const watch = new Watch();
    // 0.6 °C a minute: past target +0.3 at 42.8, past its limit of 43.5 some 70 s later.
    drift(watch, 140, (s) => 42.2 + s * 0.01);
    const [alarm] = watch.raised.filter(({ code }) => code === 'cavity-temperature-rising');
    const limitAtMs = 131_000;
    expect(alarm?.priority).toBe('low');
    expect(limitAtMs - (alarm?.raisedMs ?? limitAtMs)).toBeGreaterThan(45_000);
    const heating = new Watch();
    drift(heating, 300, (s) => 38 + s * 0.015);
    drift(heating, 200, () => 42.6);
    expect(heating.codes).not.toContain('cavity-temperature-rising');
  });
});

describe('a flow that falls', () => {
  it('is told before it is far off, and a steady one is not', () => {
    const watch = new Watch();
    drift(watch, 60, () => 42.5);
    expect(watch.codes).toEqual([]);
    drift(
      watch,
      60,
      () => 42.5,
      (s) => 1500 - s * 4,
    );
    expect(watch.codes[0]).toBe('flow-falling');
    expect(watch.raised[0]?.value).toBeLessThan(1200);
  });
});
