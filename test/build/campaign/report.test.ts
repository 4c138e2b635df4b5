import { describe, expect, it } from 'vitest';
import { campaignReport } from '../../../build/campaign/report.ts';
import { asText } from '../../../build/campaign/table.ts';

/** One patient whose target is out of reach; his heat-up took `cpuSeconds` of one core. */
const reportOf = (cpuSeconds: number, named: boolean) =>
  campaignReport({
    date: '2026-01-01',
    seed: 2,
    disturbed: false,
    results: [
      {
        index: 0,
        reachability: 'unreachable',
        reachCelsius: 41,
        ours: null,
        baseline: null,
        namedUnreachable: { atSixMinutes: named, ever: named },
        run: null,
        simulatedSeconds: 20_000,
        cpuSeconds,
      },
    ],
    gains: null,
    tuningSeed: 1,
    threads: 1,
    wallSeconds: 1,
  });

describe('the report of a campaign', () => {
  it('tells a speed that is missed, and does not count it against the patients', () => {
    const slow = reportOf(2, true);
    expect(slow.speed.missed).toEqual(['timesRealTimePerCore']);
    expect(slow.goalsMissed).toEqual([]);
    expect(asText(slow, [])).toContain('speed 10,000 × real time on one core (goal ≥ 20,000: MISSED)');
    expect(asText(reportOf(1, true), [])).toContain(
      'speed 20,000 × real time on one core (goal ≥ 20,000: met)',
    );
  });

  it('counts what is missed of the patients', () => {
    expect(reportOf(1, false).goalsMissed).toEqual(['unreachableFoundShare']);
  });
});
