import { describe, expect, it } from 'vitest';
import { type Interlock, interlockBit } from '../../../electron/domain/circuit.ts';
import type { Intent } from '../../../electron/domain/command.ts';
import type { InForce, Telemetry } from '../../../electron/domain/telemetry.ts';
import {
  CommandWatch,
  commandMismatch,
  FlowSteady,
  RunDown,
} from '../../../electron/session/command-watch.ts';
import { runIn } from '../protocol/bench.ts';

const bench = runIn('treatment');
bench.tick();
const intent: Intent = bench.taken;
const obeyed = bench.telemetry();
const inForce = (changes: Partial<InForce>): Telemetry => ({
  ...obeyed,
  inForce: { ...obeyed.inForce, ...changes },
});

describe('a command', () => {
  it('that is in force is none to speak of', () => {
    expect(commandMismatch(intent, obeyed)).toBe(false);
  });

  it.each<Partial<InForce>>([
    { mode: 'bypass' },
    { heaterEnable: !intent.heaterEnable },
    { pumpEnable: !intent.pumpEnable },
    { flowSetpointMlPerMin: intent.flowSetpointMlPerMin + 1 },
    { inflowSetpointCelsius: intent.inflowSetpointCelsius + 0.02 },
    { inflowLimitCelsius: intent.inflowLimitCelsius + 0.02 },
  ])('that is not: %s', (changes) => {
    expect(commandMismatch(intent, inForce(changes))).toBe(true);
  });

  it('is compared to half a step of the wire', () => {
    const { inflowSetpointCelsius, flowSetpointMlPerMin } = intent;
    expect(commandMismatch(intent, inForce({ inflowSetpointCelsius: inflowSetpointCelsius + 0.005 }))).toBe(
      false,
    );
    const uneven = { ...intent, flowSetpointMlPerMin: flowSetpointMlPerMin + 0.3 };
    expect(commandMismatch(uneven, obeyed)).toBe(false);
  });

  const latched = (name: Interlock, changes: Partial<InForce>): Telemetry => ({
    ...inForce(changes),
    interlockBits: interlockBit(name),
  });
  const asks = (changes: Partial<Intent>): Intent => ({ ...intent, ...changes });

  it.each<[string, Interlock, Intent, Partial<InForce>]>([
    ['the heater off, by any of them', 'on-battery', intent, { heaterEnable: false }],
    ['the pump off, by one that stops it', 'cover-open', intent, { pumpEnable: false }],
    [
      'the pump off into the patient',
      'watchdog-expired',
      asks({ mode: 'fill' }),
      { mode: 'fill', pumpEnable: false },
    ],
    ['bypass, by over-temperature', 'over-temperature', intent, { heaterEnable: false, mode: 'bypass' }],
    [
      'the pump of a rig without bypass',
      'over-temperature',
      intent,
      { heaterEnable: false, pumpEnable: false },
    ],
    [
      'closed valves, by the emergency stop',
      'emergency-stop',
      intent,
      { heaterEnable: false, pumpEnable: false, mode: 'standby' },
    ],
  ])('that is not in force is explained by what is latched: %s', (_what, name, asked, changes) => {
    expect(commandMismatch(asked, latched(name, changes))).toBe(false);
  });

  it.each<[string, Interlock, Intent, Partial<InForce>]>([
    ['a pump that goes on', 'on-battery', asks({ pumpEnable: false }), { heaterEnable: false }],
    ['a heater that stays on', 'on-battery', asks({ heaterEnable: false }), {}],
    ['a pump that stands', 'on-battery', intent, { heaterEnable: false, pumpEnable: false }],
    [
      'a pump that stands in circulate',
      'watchdog-expired',
      intent,
      { heaterEnable: false, pumpEnable: false },
    ],
    ['another mode', 'cover-open', intent, { heaterEnable: false, pumpEnable: false, mode: 'drain' }],
    ['bypass without over-temperature', 'no-flow', intent, { heaterEnable: false, mode: 'bypass' }],
    [
      'another flow',
      'cover-open',
      intent,
      { heaterEnable: false, pumpEnable: false, flowSetpointMlPerMin: 900 },
    ],
    [
      'another set-point',
      'cover-open',
      intent,
      { heaterEnable: false, pumpEnable: false, inflowSetpointCelsius: 30 },
    ],
  ])(
    'that is not in force is not explained by an interlock that does something else: %s',
    (_what, name, asked, changes) => {
      expect(commandMismatch(asked, latched(name, changes))).toBe(true);
    },
  );

  it('is not judged where none was written or nothing was heard', () => {
    expect(commandMismatch(null, inForce({ mode: 'bypass' }))).toBe(false);
    expect(commandMismatch(intent, null)).toBe(false);
  });
});

describe('a command over time', () => {
  const refused = inForce({ heaterEnable: !intent.heaterEnable });

  it('that is found wrong stays so while replies are lost', () => {
    const watch = new CommandWatch();
    expect(watch.mismatch(intent, refused)).toBe(true);
    expect(watch.mismatch(intent, null)).toBe(true);
    expect(watch.mismatch(intent, obeyed)).toBe(false);
    expect(watch.mismatch(intent, null)).toBe(false);
  });

  it('is not wrong any more once none is written', () => {
    const watch = new CommandWatch();
    watch.mismatch(intent, refused);
    expect(watch.mismatch(null, null)).toBe(false);
  });
});

describe('flow', () => {
  it('is steady since it was asked for as it is now', () => {
    const flow = new FlowSteady();
    expect(flow.steadyMs(intent, 1000)).toBe(0);
    expect(flow.steadyMs({ ...intent, inflowSetpointCelsius: 43 }, 3000)).toBe(2000);
    expect(flow.steadyMs({ ...intent, mode: 'bypass' }, 4000)).toBe(0);
    expect(flow.steadyMs({ ...intent, mode: 'bypass', flowSetpointMlPerMin: 100 }, 5000)).toBe(0);
    expect(flow.steadyMs(null, 6000)).toBe(0);
    expect(flow.steadyMs(null, 9000)).toBe(3000);
  });

  it('that was asked for last is remembered while the pump is to stand', () => {
    const flow = new FlowSteady();
    expect(flow.lastSetFlowMlPerMin).toBeUndefined();
    flow.steadyMs({ ...intent, flowSetpointMlPerMin: 900 }, 0);
    flow.steadyMs({ ...intent, pumpEnable: false, flowSetpointMlPerMin: 0 }, 100);
    flow.steadyMs(null, 200);
    expect(flow.lastSetFlowMlPerMin).toBe(900);
  });
});

describe('a pump that was told off', () => {
  const off: Intent = { ...intent, pumpEnable: false };
  const turning = (pumpSpeedRpm: number): Telemetry => ({ ...obeyed, pumpSpeedRpm });
  const watched = (...speeds: number[]): boolean => {
    const watch = new RunDown();
    for (const [tick, rpm] of speeds.entries()) watch.hear(off, turning(rpm), tick * 100);
    return watch.slows((speeds.length - 1) * 100);
  };

  it('runs down while it slows, and for half a second after', () => {
    expect(watched(200, 190, 180, 170)).toBe(true);
    expect(watched(200, 100, 100, 100, 100)).toBe(true);
    expect(watched(200, 100, 100, 100, 100, 100, 100)).toBe(false);
  });

  it('does not obey when it turns as before, noise and all', () => {
    expect(watched(200, 200)).toBe(false);
    expect(watched(200, 198, 201, 197, 200, 195)).toBe(false);
  });

  it('is not said to run down from what it did while it was asked on, or unheard', () => {
    const watch = new RunDown();
    watch.hear(off, turning(200), 0);
    watch.hear(off, turning(150), 100);
    watch.hear(intent, turning(150), 200);
    expect(watch.slows(200)).toBe(false);
    watch.hear(off, null, 300);
    expect(watch.slows(300)).toBe(false);
  });
});
