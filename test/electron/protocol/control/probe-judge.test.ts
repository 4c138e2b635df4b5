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

describe('the cavity', () => {
  it('has the values of its valid probes', () => {
    const readings: ProbeReadings = [measured(44), measured(42), missing('stuck'), measured(42.4)];
    expect(cavityCelsius(readings, defaultProbeSites)).toEqual([42.4]);
    expect(cavityCelsius(readings, ['inflow', 'cavity-upper', 'not-used', 'cavity-lower'])).toEqual([
      42, 42.4,
    ]);
  });
});
