import { describe, expect, it } from 'vitest';
import { interlockBit } from '../../../electron/domain/circuit.ts';
import { standbyIntent } from '../../../electron/domain/command.ts';
import type { Phase } from '../../../electron/domain/phase.ts';
import { intentOf } from '../../../electron/protocol/intent.ts';
import { type Bench, runIn } from './bench.ts';

const takeCommand = { type: 'take-command' } as const;

const settledIn = (phase: Phase): Bench => {
  const bench = runIn(phase);
  bench.seconds(3);
  return bench;
};
/** The link is down for some seconds, and the rig's watchdog trips meanwhile. */
const interrupted = (phase: Phase, watchdog = true): Bench => {
  const bench = settledIn(phase);
  bench.loseLink();
  for (let tick = 0; tick < 50; tick += 1) bench.tick(100, 'lost');
  if (watchdog) bench.latch('watchdog-expired');
  bench.restoreLink();
  return bench;
};

describe('a lost link', () => {
  it('leaves no value behind and holds heat', () => {
    const bench = settledIn('treatment');
    bench.loseLink();
    const { telemetry, probesCelsius, control, heatHeld, decision } = bench.state;
    expect(telemetry).toBeNull();
    expect(probesCelsius.map(({ missing }) => missing)).toEqual(Array(4).fill('link-lost'));
    expect(control.celsius.value).toBeNull();
    expect({ heatHeld, decision }).toEqual({ heatHeld: 'link-lost', decision: 'link-lost' });
    expect(bench.intent).toBeNull();
  });

  it('refuses what needs the machine and takes what a person wants to have stopped', () => {
    const bench = settledIn('treatment');
    bench.loseLink();
    bench.tick(100, 'lost');
    expect(bench.act(takeCommand)).toEqual({ taken: false, why: 'link-not-up' });
    expect(bench.act({ type: 'drain-now' })).toEqual({ taken: false, why: 'link-not-up' });
    expect(bench.act({ type: 'stop-run' })).toEqual({ taken: true });
    expect(bench.intent).toBeNull();
  });

  it('takes DRAIN NOW as the decision, once the machine answers again: as in force first, then it drains', () => {
    const bench = settledIn('treatment');
    bench.loseLink();
    bench.restoreLink();
    expect(bench.intent).toBeNull();
    expect(bench.act({ type: 'drain-now' })).toEqual({ taken: true });
    expect(bench.state.phase).toBe('drain');
    expect(bench.intent).toMatchObject({ mode: 'circulate', pumpEnable: true, heaterEnable: false });
    bench.seconds(0.2);
    expect(bench.intent).toMatchObject({ mode: 'drain', pumpEnable: true, heaterEnable: false });
  });

  it('stops the in-band clock, and elapsed goes on', () => {
    const bench = settledIn('treatment');
    const { inBandMs, elapsedMs } = bench.state.clocks;
    bench.loseLink();
    for (let tick = 0; tick < 80; tick += 1) bench.tick(100, 'lost');
    expect(bench.state.clocks).toMatchObject({
      stop: 'link-lost',
      inBandMs,
      elapsedMs: elapsedMs + 8000,
    });
  });

  it('that is back is read and waits for a person', () => {
    const bench = interrupted('treatment');
    bench.seconds(60);
    expect(bench.intent).toBeNull();
    expect(bench.state.telemetry).not.toBeNull();
    expect(bench.act({ type: 'resume-heat' })).toEqual({ taken: false, why: 'needs-decision' });
  });
});

describe('taking command again', () => {
  it('first writes what is in force, heater off, then goes on as planned', () => {
    const bench = interrupted('treatment');
    expect(bench.act(takeCommand)).toEqual({ taken: true });
    expect(intentOf(bench.state)).toMatchObject({
      mode: 'circulate',
      pumpEnable: true,
      flowSetpointMlPerMin: 1500,
      heaterEnable: false,
    });
    bench.seconds(60);
    expect(bench.taken).toMatchObject({ mode: 'circulate', pumpEnable: true, heaterEnable: false });
  });

  it('gives heat back only after the interlock is cleared and heat resumed', () => {
    const bench = interrupted('treatment');
    bench.act(takeCommand);
    bench.tick();
    expect(bench.act({ type: 'resume-heat' })).toEqual({ taken: false, why: 'interlock-latched' });
    bench.act({ type: 'clear-interlocks', bits: interlockBit('watchdog-expired') });
    bench.seconds(1);
    expect(bench.state.interlockBits).toBe(0);
    expect(bench.taken.heaterEnable).toBe(false);
    expect(bench.act({ type: 'resume-heat' })).toEqual({ taken: true });
    bench.tick();
    expect(bench.taken.heaterEnable).toBe(true);
  });

  it('lets stand what the machine has stopped', () => {
    const bench = interrupted('fill');
    bench.act(takeCommand);
    bench.seconds(5);
    expect(bench.taken).toMatchObject({ pumpEnable: false, flowSetpointMlPerMin: 0 });
    expect(bench.state.flowHeld).not.toBeNull();
  });

  it('keeps no pump running that was stopped meanwhile', () => {
    const bench = settledIn('treatment');
    bench.loseLink();
    bench.tick(100, 'lost');
    bench.act({ type: 'stop-run' });
    bench.restoreLink();
    bench.act(takeCommand);
    expect(intentOf(bench.state)).toMatchObject({
      mode: 'circulate',
      pumpEnable: false,
      heaterEnable: false,
    });
  });

  it('has nothing to take where nothing was lost', () => {
    expect(settledIn('treatment').act(takeCommand)).toEqual({ taken: false, why: 'nothing-to-resume' });
  });
});

describe('an intervention while an answering rig waits for the decision is the decision', () => {
  it('STOP RUN stops the pump that went on', () => {
    const bench = interrupted('treatment');
    expect(bench.state.telemetry?.inForce.pumpEnable).toBe(true);
    bench.act({ type: 'stop-run' });
    expect(bench.intent).toMatchObject({ mode: 'circulate', pumpEnable: false, heaterEnable: false });
  });

  it('PAUSE FLOW does as well', () => {
    const bench = interrupted('treatment');
    bench.act({ type: 'pause-flow' });
    expect(bench.intent).toMatchObject({ pumpEnable: false, heaterEnable: false });
  });

  it('HEAT OFF takes command with the flow as it is', () => {
    const bench = interrupted('treatment', false);
    bench.act({ type: 'heat-off' });
    expect(bench.intent).toMatchObject({ mode: 'circulate', pumpEnable: true, heaterEnable: false });
    expect(bench.state.heatHeld).toBe('operator');
  });
});

describe('a rig that restarted', () => {
  const restarted = (): Bench => {
    const bench = settledIn('treatment');
    bench.taken = standbyIntent;
    bench.hear({ type: 'rig-restarted', detail: 'its uptime went back' });
    bench.tick();
    return bench;
  };

  it('stands until a person has decided, then flow and heat come back one by one', () => {
    const bench = restarted();
    expect(bench.intent).toBeNull();
    expect(bench.act({ type: 'resume-flow' })).toEqual({ taken: false, why: 'needs-decision' });
    bench.act(takeCommand);
    bench.seconds(5);
    expect(bench.taken).toMatchObject({ pumpEnable: false, heaterEnable: false });
    expect(bench.state).toMatchObject({ heatHeld: 'rig-restarted', flowHeld: 'rig-restarted' });
    bench.act({ type: 'resume-flow' });
    bench.seconds(12);
    expect(bench.taken).toMatchObject({ mode: 'circulate', pumpEnable: true, heaterEnable: false });
    bench.act({ type: 'resume-heat' });
    bench.tick();
    expect(bench.taken.heaterEnable).toBe(true);
  });

  it('is told an enable of 0 before one of 1, however quickly flow is resumed', () => {
    const bench = restarted();
    bench.act(takeCommand);
    bench.act({ type: 'resume-flow' });
    expect(intentOf(bench.state)).toMatchObject({ pumpEnable: false, heaterEnable: false });
  });

  it('is still a restart when the link is lost as well', () => {
    const bench = restarted();
    bench.loseLink();
    expect(bench.state.decision).toBe('rig-restarted');
  });
});
