import { describe, expect, it } from 'vitest';
import { defaultProbeSites, type ProbeSites } from '../../../../electron/domain/case.ts';
import { measured, missing, type Reading } from '../../../../electron/domain/reading.ts';
import type { ProbeReadings } from '../../../../electron/domain/telemetry.ts';
import {
  cavityCelsius,
  judgeProbes,
  newProbeHistory,
  stuckAfterMs,
} from '../../../../electron/protocol/control/probe-judge.ts';

/** Probe 3 shows a reading at each time; the others live. */
function showsThird(times: readonly [ms: number, reading: Reading][], sites: ProbeSites = defaultProbeSites) {
  let history = newProbeHistory(0);
  return times.map(([ms, reading]) => {
    const live = measured(42 + (ms % 7) / 1000);
    const judged = judgeProbes([live, live, reading, live], sites, history, ms);
    history = judged.history;
    return judged.readings[2];
  });
}

describe('a probe', () => {
  it('is stuck when it has shown the same to 0.001 °C for 30 s, and not before', () => {
    const same = measured(41.237);
    expect(
      showsThird([
        [1000, same],
        [1000 + stuckAfterMs - 100, same],
        [1000 + stuckAfterMs, same],
        [1000 + stuckAfterMs + 60_000, same],
      ]),
    ).toEqual([same, same, missing('stuck'), missing('stuck')]);
  });

  it('lives again with the first value that differs', () => {
    const same = measured(41.237);
    const other = measured(41.238);
    expect(
      showsThird([
        [0, same],
        [30_000, same],
        [30_100, other],
        [60_000, other],
      ]),
    ).toEqual([same, missing('stuck'), other, other]);
  });

  it('that comes and goes is not stuck', () => {
    const same = measured(41.237);
    const open = missing('open');
    expect(
      showsThird([
        [0, same],
        [20_000, open],
        [20_100, same],
        [40_000, same],
      ]),
    ).toEqual([same, open, same, same]);
  });

  it('that is missing keeps its reason, however long', () => {
    const open = missing('open');
    expect(
      showsThird([
        [0, open],
        [90_000, open],
      ]),
    ).toEqual([open, open]);
  });

  it('that is not used has no value, whatever it shows', () => {
    const sites: ProbeSites = ['inflow', 'outflow', 'not-used', 'cavity-lower'];
    expect(showsThird([[0, measured(42)]], sites)).toEqual([missing('not-fitted')]);
  });
});

describe('a probe whose converter has coarse steps', () => {
  /** T3 at 10 Hz: a temperature by its time in ms, told in steps, and stuck from `stuckMs` on; when it is called so. */
  function stuckAt(
    step: number,
    celsiusAt: (ms: number) => number,
    stuckMs: number,
    untilMs: number,
  ): number | null {
    let history = newProbeHistory(0);
    let shown = 0;
    for (let ms = 0; ms < untilMs; ms += 100) {
      const live = measured(42 + (ms % 7) / 1000);
      if (ms < stuckMs) shown = Math.round(Math.round(celsiusAt(ms) / step) * step * 1000) / 1000;
      const judged = judgeProbes([live, live, measured(shown), live], defaultProbeSites, history, ms);
      history = judged.history;
      if (judged.readings[2].missing === 'stuck') return ms;
    }
    return null;
  }
  const hour = 3_600_000;
  /** A heat-up by 7 °C in ten minutes, then a slow swing round the target. */
  const treated = (ms: number): number => Math.min(35.3 + ms / 85_000, 42.31 + 0.2 * Math.sin(ms / 60_000));
  const quick = (ms: number): number => 42.31 + 0.02 * Math.sin(ms / 700);

  it.each([
    [0.01, 'decimal'],
    [0.1, 'decimal'],
    [0.0625, 'of twelve bits'],
    [0.017, 'odd'],
  ])('%s °C (%s) is not stuck in a treatment', (step) => {
    expect(stuckAt(step, treated, hour, hour)).toBeNull();
  });

  it.each([0.01, 0.1])('of %s °C at rest within one step is not stuck, from the start on', (step) => {
    expect(stuckAt(step, () => 21.996, hour, hour)).toBeNull();
  });

  it.each([
    [0.001, 30_000],
    [0.002, 60_000],
  ])('but a fine one, of %s °C, is stuck %i ms after its last change', (step, afterMs) => {
    const foundMs = stuckAt(step, quick, 120_000, 120_000 + hour) ?? Number.NaN;
    // Its last change lay within the last second before it stuck.
    expect(foundMs - afterMs).toBeGreaterThan(119_000);
    expect(foundMs - afterMs).toBeLessThanOrEqual(120_000);
  });

  it('is told from a fine one by its first value that shows more decimals', () => {
    expect(
      showsThird([
        [0, measured(41.2)],
        [30_000, measured(41.2)],
        [30_100, measured(41.237)],
        [60_100, measured(41.237)],
      ]).map(({ missing }) => missing),
    ).toEqual([null, null, null, 'stuck']);
  });
});

describe('the cavity', () => {
  it('has the values of its valid probes', () => {
    const readings: ProbeReadings = [measured(44), measured(42), missing('stuck'), measured(42.4)];
    expect(cavityCelsius(readings, defaultProbeSites)).toEqual([42.4]);
    expect(cavityCelsius(readings, ['inflow', 'cavity-upper', 'not-used', 'cavity-lower'])).toEqual([
      42, 42.4,
    ]);
  });
});
