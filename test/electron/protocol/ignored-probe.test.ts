import { describe, expect, it } from 'vitest';
import { named, runIn } from './bench.ts';

const ignore = (probe: 'T1' | 'T2' | 'T3' | 'T4') => ({ type: 'ignore-probe', probe, ...named }) as const;
const ended = { type: 'probe-counts-again', probe: 'T3' };

/** A run in treatment whose probes move, as real ones do: one that never does counts for nothing after 30 s. */
function treated() {
  const bench = runIn('treatment');
  let second = 0;
  const pass = (seconds: number, t3: number, t4: number | 'open' = 42.5): void => {
    for (const untilSecond = second + seconds; second < untilSecond; second += 1) {
      const stir = (second % 2) / 100;
      bench.celsius = [43.9 + stir, 42.4 + stir, t3 + stir, t4 === 'open' ? t4 : t4 + stir];
      bench.seconds(1);
    }
  };
  pass(5, 42.5);
  return { bench, pass };
}

describe('a cavity probe that a clinician ignores', () => {
  it('does not count for five minutes, and counts again by itself', () => {
    const { bench, pass } = treated();
    expect(bench.act(ignore('T3'))).toEqual({ taken: true });
    pass(2, 43.8);
    expect(bench.state.probesCelsius[2]).toEqual({ value: null, missing: 'ignored' });
    expect(bench.state.ignored).toMatchObject({ probe: 'T3', celsius: expect.closeTo(43.8, 1) });
    expect(bench.state.control.celsius.value).toBeCloseTo(42.5, 1);
    pass(297, 43.8);
    expect(bench.state.ignored).not.toBeNull();
    expect(bench.events).not.toContainEqual(ended);
    pass(2, 42.6);
    expect(bench.state.ignored).toBeNull();
    expect(bench.events).toContainEqual(ended);
    expect(bench.state.control.celsius.value).toBeCloseTo(42.55, 1);
  });

  it('is never the last one: neither when it is asked for nor when the other is lost', () => {
    const { bench, pass } = treated();
    bench.act(ignore('T3'));
    pass(1, 42.7, 'open');
    expect(bench.state.ignored).toBeNull();
    expect(bench.events).toContainEqual(ended);
    expect(bench.state.control.celsius.value).toBeCloseTo(42.7, 1);
    expect(bench.act(ignore('T3'))).toEqual({ taken: false, why: 'last-cavity-probe' });
  });

  it('is in the cavity, and the only one', () => {
    const { bench } = treated();
    expect(bench.act(ignore('T1'))).toEqual({ taken: false, why: 'no-cavity-probe' });
    expect(bench.act(ignore('T2'))).toEqual({ taken: false, why: 'no-cavity-probe' });
    bench.act(ignore('T3'));
    expect(bench.act(ignore('T4'))).toEqual({ taken: false, why: 'probe-ignored' });
    expect(bench.act(ignore('T3'))).toEqual({ taken: false, why: 'probe-ignored' });
  });
});
