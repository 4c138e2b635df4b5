import { describe, expect, it } from 'vitest';
import { interlockBit } from '../../../electron/domain/circuit.ts';
import type { Phase } from '../../../electron/domain/phase.ts';
import { intentOf } from '../../../electron/protocol/intent.ts';
import { type Bench, runIn } from './bench.ts';

const settledIn = (phase: Phase): Bench => {
  const bench = runIn(phase);
  bench.seconds(3);
  return bench;
};

describe('an interlock', () => {
  it.each([
    ['on-battery', true],
    ['heater-fault', true],
    ['air-in-line', false],
    ['cover-open', false],
    ['emergency-stop', false],
  ] as const)('%s: heat is held, and the pump goes on is %s', (name, goesOn) => {
    const bench = settledIn('treatment');
    bench.latch(name);
    bench.tick();
    expect(intentOf(bench.state)).toMatchObject({ heaterEnable: false, pumpEnable: goesOn });
    expect(bench.state.flowHeld).toBe(goesOn ? null : 'interlock');
    expect(bench.events).toContainEqual({ type: 'interlock-latched', bits: interlockBit(name) });
  });

  it('that is cleared brings nothing back by itself', () => {
    const bench = settledIn('treatment');
    bench.latch('air-in-line');
    bench.tick();
    bench.act({ type: 'clear-interlocks', bits: interlockBit('air-in-line') });
    bench.seconds(30);
    expect(bench.state).toMatchObject({ interlockBits: 0, heatHeld: 'interlock', flowHeld: 'interlock' });
    expect(bench.taken).toMatchObject({ heaterEnable: false, pumpEnable: false });
    expect(bench.events.some(({ type }) => type === 'interlock-cleared')).toBe(true);
  });

  it('is cleared only where a person saw it, and written until the machine echoes it', () => {
    const bench = settledIn('treatment');
    bench.latch('on-battery', 'cover-open');
    bench.tick();
    bench.act({ type: 'clear-interlocks', bits: interlockBit('on-battery') | interlockBit('pump-fault') });
    expect(intentOf(bench.state).clearBits).toBe(interlockBit('on-battery'));
    bench.tick();
    expect(intentOf(bench.state).clearBits).toBe(0);
    expect(bench.state.interlockBits).toBe(interlockBit('cover-open'));
  });

  it('that is not latched cannot be cleared', () => {
    expect(settledIn('treatment').act({ type: 'clear-interlocks', bits: 1 })).toEqual({
      taken: false,
      why: 'nothing-to-resume',
    });
  });

  it('holds back the start of a treatment and the next phase', () => {
    const prime = settledIn('prime');
    prime.latch('on-battery');
    prime.tick();
    expect(prime.act({ type: 'advance', from: 'prime' })).toEqual({ taken: false, why: 'interlock-latched' });
  });
});

describe('a reaction', () => {
  it('heater off because it is too hot: circulates while the inflow is cooler than the cavity, else bypasses', () => {
    const bench = settledIn('treatment');
    bench.celsius = [45, 43, 44.2, 43];
    bench.tick();
    bench.hear({ type: 'reaction', reaction: 'heater-off', reason: 'alarm' });
    expect(intentOf(bench.state)).toMatchObject({ mode: 'bypass', heaterEnable: false, pumpEnable: true });
    bench.celsius = [43, 43, 44.2, 43];
    bench.tick();
    expect(intentOf(bench.state)).toMatchObject({ mode: 'circulate', heaterEnable: false });
    expect(bench.act({ type: 'resume-heat' })).toEqual({ taken: false, why: 'cavity-too-hot' });
  });

  it('bypass because the inflow is too hot: until it is below its ceiling, and heat stays off', () => {
    const bench = settledIn('treatment');
    bench.celsius = [46.2, 42, 42.5, 42.5];
    bench.tick();
    bench.hear({ type: 'reaction', reaction: 'heater-off-bypass', reason: 'alarm' });
    bench.seconds(5);
    expect(bench.taken).toMatchObject({ mode: 'bypass', heaterEnable: false, pumpEnable: true });
    bench.warm(42.5);
    bench.seconds(1);
    expect(bench.taken).toMatchObject({ mode: 'circulate', heaterEnable: false });
  });

  it('bypass because the inflow is too hot outlasts a person who resumes heat too early', () => {
    const bench = settledIn('treatment');
    bench.celsius = [45.9, 42, 42.5, 42.5];
    bench.tick();
    bench.hear({ type: 'reaction', reaction: 'heater-off-bypass', reason: 'alarm' });
    bench.tick();
    expect(bench.act({ type: 'resume-heat' })).toEqual({ taken: true });
    bench.seconds(30);
    expect(bench.taken).toMatchObject({ mode: 'bypass', heaterEnable: false, pumpEnable: true });
    bench.warm(42.5);
    bench.seconds(1);
    expect(bench.taken).toMatchObject({ mode: 'circulate', heaterEnable: true });
  });

  it('bypass because the machine does not obey: until a person resumes heat', () => {
    const bench = settledIn('treatment');
    bench.hear({ type: 'reaction', reaction: 'heater-off-bypass', reason: 'command-not-in-force' });
    bench.seconds(60);
    expect(bench.taken).toMatchObject({ mode: 'bypass', heaterEnable: false });
    bench.act({ type: 'resume-heat' });
    bench.seconds(1);
    expect(bench.taken).toMatchObject({ mode: 'circulate', heaterEnable: true });
  });

  it('heater and pump off: stands until a person resumes', () => {
    const bench = settledIn('treatment');
    bench.hear({ type: 'reaction', reaction: 'heater-and-pump-off', reason: 'alarm' });
    bench.seconds(60);
    expect(bench.taken).toMatchObject({ pumpEnable: false, heaterEnable: false });
  });

  it('that asks for nothing changes nothing', () => {
    const bench = settledIn('treatment');
    const before = bench.state;
    bench.hear({ type: 'reaction', reaction: 'none', reason: 'alarm' });
    expect(bench.state).toBe(before);
  });
});

describe('an inflow that is not known while it is held', () => {
  it('turns the heater off, and a person brings it back once it is known', () => {
    const bench = settledIn('preheat');
    bench.warm(42.5);
    bench.tick();
    bench.celsius[0] = 'open';
    bench.tick();
    expect(intentOf(bench.state).heaterEnable).toBe(false);
    bench.hear({ type: 'reaction', reaction: 'heater-off', reason: 'control-temperature-unknown' });
    expect(bench.act({ type: 'resume-heat' })).toEqual({
      taken: false,
      why: 'control-temperature-unknown',
    });
    bench.celsius[0] = 42.5;
    bench.seconds(5);
    expect(intentOf(bench.state).heaterEnable).toBe(false);
    expect(bench.act({ type: 'resume-heat' })).toEqual({ taken: true });
    expect(intentOf(bench.state).heaterEnable).toBe(true);
  });
});
