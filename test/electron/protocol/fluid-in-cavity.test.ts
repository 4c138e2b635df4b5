import { describe, expect, it } from 'vitest';
import type { Phase } from '../../../electron/domain/phase.ts';
import { isDrained } from '../../../electron/protocol/drain-guards.ts';
import { intentOf } from '../../../electron/protocol/intent.ts';
import { type Bench, benchPreset, runWithFluid } from './bench.ts';

/** On to the next phase, once it may be. */
function advance(bench: Bench, from: Phase): void {
  if (from === 'preheat') bench.warm(benchPreset.targetCelsius);
  for (let tick = 0; tick < 2000 && bench.state.phase === from; tick += 1) {
    bench.tick();
    bench.act({ type: 'advance', from });
  }
}

/** What was pumped into the patient in filling, mL. */
function filledIn(bench: Bench): number {
  let ml = 0;
  for (let tick = 0; tick < 3000 && bench.state.phase !== 'heat-up'; tick += 1) {
    bench.tick();
    const { mode, pumpEnable, flowSetpointMlPerMin } = bench.taken;
    if (mode === 'fill' && pumpEnable) ml += flowSetpointMlPerMin / 600;
  }
  return ml;
}

describe('a run that begins with fluid in the cavity', () => {
  it.each(['self-test', 'prime', 'preheat'] as const)('can be drained from %s', (phase) => {
    for (const fluid of [400, null]) {
      const bench = runWithFluid(phase, fluid, 400);
      bench.tick();
      expect(bench.act({ type: 'drain-now' })).toEqual({ taken: true });
      bench.tick();
      expect(bench.taken).toMatchObject({ mode: 'drain', pumpEnable: true, heaterEnable: false });
    }
  });

  it('is filled with what is missing of the plan, no more', () => {
    const bench = runWithFluid('preheat', 300);
    advance(bench, 'preheat');
    const ml = filledIn(bench);
    expect(ml).toBeGreaterThan(180);
    expect(ml).toBeLessThan(220);
    expect(bench.state.volumes.cavityMl).toBeLessThan(benchPreset.fillVolumeMl + 20);
  });

  it('with a full cavity is not filled at all, not for one exchange', () => {
    const bench = runWithFluid('preheat', benchPreset.fillVolumeMl);
    advance(bench, 'preheat');
    expect(bench.state.phase).toBe('fill');
    expect(intentOf(bench.state)).toMatchObject({ mode: 'standby', pumpEnable: false });
    expect(filledIn(bench)).toBe(0);
    expect(bench.act({ type: 'advance', from: 'fill' })).toEqual({ taken: true });
  });

  it('with an unknown volume is not filled: it may be full', () => {
    const bench = runWithFluid('preheat', null, 900);
    bench.warm(benchPreset.targetCelsius);
    bench.seconds(60);
    expect(bench.act({ type: 'advance', from: 'preheat' })).toEqual({ taken: false, why: 'volume-unknown' });
  });

  it('and is not there where there is none', () => {
    const bench = runWithFluid('preheat', 0);
    bench.tick();
    expect(bench.act({ type: 'drain-now' })).toEqual({ taken: false, why: 'no-fluid-in-cavity' });
  });
});

describe('a drain of an unknown volume', () => {
  const draining = (): Bench => {
    const bench = runWithFluid('preheat', null, 900);
    bench.tick();
    bench.act({ type: 'drain-now' });
    return bench;
  };

  it('never ends by count, only when nothing comes any more', () => {
    const bench = draining();
    bench.seconds(50);
    expect(bench.state.volumes.cavityMl).toBe(0);
    expect(isDrained(bench.state)).toBe(false);
    expect(bench.act({ type: 'advance', from: 'drain' })).toEqual({ taken: false, why: 'still-in-cavity' });
    bench.seconds(20);
    expect(isDrained(bench.state)).toBe(true);
    expect(bench.act({ type: 'advance', from: 'drain' })).toEqual({ taken: true });
    expect(bench.state.volumes.uncertaintyMl).toBe(0);
  });

  it('of which nobody can tell is left on a word, but no rinse is pumped on top of it', () => {
    const bench = draining();
    bench.flowShare = null;
    bench.seconds(30);
    const from = 'drain' as const;
    expect(bench.act({ type: 'leave-retained', from, reason: 'bag full' })).toMatchObject({ taken: false });
    expect(bench.act({ type: 'skip-rinses', from, reason: 'bag full' })).toEqual({ taken: true });
    bench.tick();
    expect(bench.act({ type: 'drain-now' })).toEqual({ taken: true });
  });
});
