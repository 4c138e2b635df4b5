import { describe, expect, it } from 'vitest';
import { intentOf } from '../../../electron/protocol/intent.ts';
import { type Bench, runIn } from './bench.ts';

const to = (mlPerMin: number) => ({ type: 'change-flow', mlPerMin }) as const;
const flowing = (phase: 'heat-up' | 'treatment' = 'treatment'): Bench => {
  const bench = runIn(phase);
  bench.tick();
  return bench;
};

describe('a change of the set flow', () => {
  it('is asked of the rig with the next exchange, and kept with old and new value', () => {
    const bench = flowing();
    expect(bench.act(to(1800))).toEqual({ taken: true });
    expect(intentOf(bench.state)).toMatchObject({ flowSetpointMlPerMin: 1800, mode: 'circulate' });
    bench.tick();
    expect(bench.taken.flowSetpointMlPerMin).toBe(1800);
    expect(bench.events).toContainEqual({ type: 'flow-changed', fromMlPerMin: 1500, toMlPerMin: 1800 });
    expect(bench.state.preset.flowMlPerMin).toBe(1500);
  });

  it('counts as circulating by the new flow, and heat goes on', () => {
    const bench = flowing();
    bench.act(to(800));
    bench.seconds(2);
    expect(bench.state.clocks.stop).toBeNull();
    expect(intentOf(bench.state).heaterEnable).toBe(true);
  });

  it.each([99, 2501, 1500.5, Number.NaN])(
    'to %f mL/min is refused: rig and presets do not allow it',
    (mlPerMin) => {
      expect(flowing().act(to(mlPerMin))).toEqual({ taken: false, why: 'flow-out-of-range' });
    },
  );

  it('is offered only while fluid circulates', () => {
    for (const phase of ['prime', 'preheat', 'fill', 'dwell', 'drain', 'disconnect'] as const) {
      const bench = runIn(phase);
      bench.tick();
      expect(bench.act(to(1800))).toEqual({ taken: false, why: 'not-in-this-phase' });
    }
  });

  it('while flow is held takes effect when a person lets it go on, through bypass first', () => {
    const bench = flowing();
    bench.act({ type: 'pause-flow' });
    bench.act(to(1000));
    expect(intentOf(bench.state)).toMatchObject({ pumpEnable: false, flowSetpointMlPerMin: 0 });
    bench.act({ type: 'resume-flow' });
    expect(intentOf(bench.state)).toMatchObject({ mode: 'bypass', flowSetpointMlPerMin: 1000 });
  });

  it('is not taken while the link is lost', () => {
    const bench = flowing('heat-up');
    bench.loseLink();
    expect(bench.act(to(1800)).taken).toBe(false);
    expect(bench.state.setFlowMlPerMin).toBe(1500);
  });

  it('to what it is already changes nothing and tells nothing', () => {
    const bench = flowing();
    bench.act(to(1500));
    expect(bench.types()).not.toContain('flow-changed');
  });
});
