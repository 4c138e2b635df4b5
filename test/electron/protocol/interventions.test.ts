import { describe, expect, it } from 'vitest';
import { type Phase, phases } from '../../../electron/domain/phase.ts';
import { intentOf } from '../../../electron/protocol/intent.ts';
import { phasePlans } from '../../../electron/protocol/phase-plan.ts';
import { type Bench, named, runIn } from './bench.ts';

const running = phases.filter((phase) => phase !== 'complete');
const off = { heaterEnable: false, pumpEnable: false, flowSetpointMlPerMin: 0 };

/** A run that has been in a phase for some seconds. */
const settledIn = (phase: Phase): Bench => {
  const bench = runIn(phase);
  bench.seconds(3);
  return bench;
};
const circulating = (): Bench => {
  const bench = settledIn('treatment');
  expect(intentOf(bench.state)).toMatchObject({ mode: 'circulate', heaterEnable: true, pumpEnable: true });
  return bench;
};

describe.each(running)('in %s', (phase) => {
  it('STOP RUN stops heater and pump in the next exchange, valves unmoved', () => {
    const bench = settledIn(phase);
    const mode = bench.state.telemetry?.inForce.mode;
    expect(bench.act({ type: 'stop-run' })).toEqual({ taken: true });
    expect(intentOf(bench.state)).toMatchObject({ ...off, mode });
    bench.seconds(30);
    expect(bench.taken).toMatchObject({ ...off, mode });
    expect(bench.state).toMatchObject({ phase: bench.state.phase, stopped: true });
  });

  it('HEAT OFF turns the heater off in the next exchange and nothing else', () => {
    const bench = settledIn(phase);
    const before = intentOf(bench.state);
    expect(bench.act({ type: 'heat-off' })).toEqual({ taken: true });
    expect(intentOf(bench.state)).toEqual({ ...before, heaterEnable: false });
  });

  it('PAUSE FLOW turns heater and pump off in the next exchange', () => {
    const bench = settledIn(phase);
    expect(bench.act({ type: 'pause-flow' })).toEqual({ taken: true });
    expect(intentOf(bench.state)).toMatchObject(off);
  });
});

describe('HEAT OFF', () => {
  it('lasts until a person resumes heat, whatever the temperature', () => {
    const bench = circulating();
    bench.act({ type: 'heat-off' });
    bench.warm(40);
    bench.seconds(120);
    expect(intentOf(bench.state)).toMatchObject({ heaterEnable: false, pumpEnable: true });
    expect(bench.act({ type: 'resume-heat' })).toEqual({ taken: true });
    expect(intentOf(bench.state).heaterEnable).toBe(true);
  });

  it('is not resumed while the cavity is out of the top of the band', () => {
    const bench = circulating();
    bench.act({ type: 'heat-off' });
    bench.celsius = [40, 42, 43.0, 42];
    bench.tick();
    expect(bench.act({ type: 'resume-heat' })).toEqual({ taken: false, why: 'cavity-too-hot' });
    bench.celsius = [40, 42, 42.99, 42];
    bench.tick();
    bench.tick();
    expect(bench.act({ type: 'resume-heat' })).toEqual({ taken: true });
  });

  it('is followed by a set-point that waits at the inflow, so that heat comes back without a bump', () => {
    const bench = circulating();
    bench.act({ type: 'heat-off' });
    bench.warm(39);
    bench.seconds(60);
    bench.act({ type: 'resume-heat' });
    expect(intentOf(bench.state).inflowSetpointCelsius).toBeCloseTo(39, 1);
  });
});

describe('PAUSE FLOW', () => {
  it('is followed by bypass until the inflow has been below its ceiling for 10 s', () => {
    const bench = circulating();
    bench.act({ type: 'pause-flow' });
    bench.seconds(60);
    bench.celsius = [46, 42, 42, 42];
    bench.act({ type: 'resume-flow' });
    bench.seconds(30);
    expect(bench.taken).toMatchObject({ mode: 'bypass', pumpEnable: true, heaterEnable: false });
    bench.warm(42);
    bench.seconds(9);
    expect(bench.taken.mode).toBe('bypass');
    bench.seconds(2);
    expect(bench.taken).toMatchObject({ mode: 'circulate', heaterEnable: false });
    expect(bench.state.heatHeld).toBe('operator');
  });

  it('counts bypass only while it flows', () => {
    const bench = circulating();
    bench.act({ type: 'pause-flow' });
    bench.seconds(5);
    bench.act({ type: 'resume-flow' });
    bench.flowShare = 0;
    bench.seconds(60);
    expect(bench.taken.mode).toBe('bypass');
  });

  it('stops the in-band clock and not the elapsed one', () => {
    const bench = circulating();
    const before = bench.state.clocks;
    bench.act({ type: 'pause-flow' });
    bench.seconds(10);
    expect(bench.state.clocks.stop).toBe('not-circulating');
    expect(bench.state.clocks.elapsedMs).toBe(before.elapsedMs + 10_000);
    expect(bench.state.clocks.inBandMs).toBe(before.inBandMs);
  });

  it('leaves nothing to resume where nothing is paused', () => {
    const bench = circulating();
    expect(bench.act({ type: 'resume-flow' })).toEqual({ taken: false, why: 'nothing-to-resume' });
    expect(bench.act({ type: 'resume-heat' })).toEqual({ taken: false, why: 'nothing-to-resume' });
  });

  it('lets heat wait for flow', () => {
    const bench = circulating();
    bench.act({ type: 'pause-flow' });
    expect(bench.act({ type: 'resume-heat' })).toEqual({ taken: false, why: 'flow-held' });
  });
});

describe('after STOP RUN', () => {
  it('a treatment may circulate unheated, drain or be ended', () => {
    const stopped = (): Bench => {
      const bench = circulating();
      bench.act({ type: 'stop-run' });
      bench.seconds(5);
      return bench;
    };
    expect(stopped().act({ type: 'resume-flow' })).toEqual({ taken: false, why: 'nothing-to-resume' });
    expect(stopped().act({ type: 'drain-now' })).toEqual({ taken: true });
    expect(stopped().act({ type: 'end-run', reason: 'a reason' })).toEqual({ taken: true });
    const bench = stopped();
    expect(bench.act({ type: 'circulate-unheated' })).toEqual({ taken: true });
    bench.seconds(12);
    expect(bench.taken).toMatchObject({ mode: 'circulate', pumpEnable: true, heaterEnable: false });
    expect(bench.state.heatHeld).toBe('stop-run');
  });

  it.each(['fill', 'drain', 'rinse-drain'] as const)('%s goes on as itself, not as circulating', (phase) => {
    const bench = settledIn(phase);
    bench.act({ type: 'stop-run' });
    bench.seconds(5);
    expect(bench.act({ type: 'circulate-unheated' })).toEqual({ taken: false, why: 'nothing-to-resume' });
    expect(bench.act({ type: 'resume-flow' })).toEqual({ taken: true });
    bench.seconds(12);
    expect(bench.taken).toMatchObject({ mode: phasePlans[phase].mode, pumpEnable: true });
  });
});

describe('DRAIN NOW', () => {
  it.each(['fill', 'heat-up', 'treatment', 'rinse'] as const)('drains from %s', (phase) => {
    const bench = settledIn(phase);
    // A rinse goes through bypass first: nothing is in before.
    if (phase === 'rinse') bench.seconds(10);
    expect(bench.act({ type: 'drain-now' })).toEqual({ taken: true });
    expect(bench.state.phase).toBe('drain');
    expect(intentOf(bench.state)).toMatchObject({ mode: 'drain', pumpEnable: true, heaterEnable: false });
  });

  it.each(['self-test', 'prime', 'preheat'] as const)('has nothing to drain in %s', (phase) => {
    expect(settledIn(phase).act({ type: 'drain-now' })).toEqual({ taken: false, why: 'no-fluid-in-cavity' });
  });

  it('drains a stopped run, heat still held', () => {
    const bench = circulating();
    bench.act({ type: 'stop-run' });
    bench.act({ type: 'drain-now' });
    bench.seconds(1);
    expect(bench.taken).toMatchObject({ mode: 'drain', pumpEnable: true });
    expect(bench.state).toMatchObject({ stopped: false, flowHeld: null, heatHeld: 'stop-run' });
  });

  it('waits for an interlock that stops the pump', () => {
    const bench = circulating();
    bench.latch('air-in-line');
    bench.tick();
    expect(bench.act({ type: 'drain-now' })).toEqual({ taken: false, why: 'interlock-latched' });
  });

  it('does not wait for one that lets it drain', () => {
    const bench = circulating();
    bench.latch('reservoir-low', 'on-battery');
    bench.tick();
    expect(bench.act({ type: 'drain-now' })).toEqual({ taken: true });
  });
});

describe('a hold', () => {
  it('keeps its first reason, but a person’s word counts more', () => {
    const bench = circulating();
    bench.hear({ type: 'reaction', reaction: 'heater-off', reason: 'alarm' });
    bench.hear({ type: 'reaction', reaction: 'heater-off', reason: 'control-temperature-unknown' });
    expect(bench.state.heatHeld).toBe('alarm');
    bench.act({ type: 'heat-off' });
    expect(bench.state.heatHeld).toBe('operator');
    bench.hear({ type: 'reaction', reaction: 'heater-and-pump-off', reason: 'alarm' });
    expect(bench.state).toMatchObject({ heatHeld: 'operator', flowHeld: 'alarm' });
    bench.act({ type: 'stop-run' });
    expect(bench.state).toMatchObject({ heatHeld: 'stop-run', flowHeld: 'stop-run' });
  });

  it('is an event when it comes and when it goes', () => {
    const bench = circulating();
    const from = bench.events.length;
    bench.act({ type: 'pause-flow' });
    bench.seconds(1);
    bench.act({ type: 'resume-flow' });
    bench.seconds(11);
    bench.act({ type: 'resume-heat' });
    const told = bench.events.slice(from).map(({ type }) => type);
    expect(told.filter((type) => type.includes('held') || type.includes('released'))).toEqual([
      'heat-held',
      'flow-held',
      'flow-released',
      'heat-released',
    ]);
  });
});

describe('bypass with an inflow that is not known', () => {
  const leave = { type: 'leave-bypass', ...named } as const;
  const blind = (): Bench => {
    const bench = runIn('treatment');
    bench.seconds(1);
    bench.act({ type: 'pause-flow' });
    bench.celsius = ['open', 42.4, 42.5, 42.5];
    bench.tick();
    bench.act({ type: 'resume-flow' });
    return bench;
  };

  it('goes on and on by itself', () => {
    const bench = blind();
    bench.seconds(300);
    expect(intentOf(bench.state)).toMatchObject({ mode: 'bypass', pumpEnable: true, heaterEnable: false });
  });

  it('ends on the word of a named person, once a litre has passed what stood in the exchanger', () => {
    const bench = blind();
    bench.seconds(38);
    expect(bench.act(leave)).toEqual({ taken: false, why: 'not-ready' });
    bench.seconds(4);
    expect(bench.act(leave)).toEqual({ taken: true });
    expect(intentOf(bench.state)).toMatchObject({ mode: 'circulate', heaterEnable: false });
  });

  it('is not counted by a flow that nobody measures, nor across another standstill', () => {
    const bench = blind();
    bench.flowShare = null;
    bench.seconds(100);
    expect(bench.act(leave)).toEqual({ taken: false, why: 'not-ready' });
    bench.flowShare = 1;
    bench.seconds(42);
    bench.act({ type: 'pause-flow' });
    expect(bench.act(leave)).toEqual({ taken: false, why: 'flow-held' });
    bench.seconds(2);
    bench.act({ type: 'resume-flow' });
    expect(bench.act(leave)).toEqual({ taken: false, why: 'not-ready' });
  });

  it('is nobody’s to end while the inflow is known', () => {
    const bench = blind();
    bench.celsius = [45.5, 42.4, 42.5, 42.5];
    bench.seconds(60);
    expect(bench.act(leave)).toEqual({ taken: false, why: 'inflow-known' });
    expect(runIn('prime').act(leave).taken).toBe(false);
  });
});
