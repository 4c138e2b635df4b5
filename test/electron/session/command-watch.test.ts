import { describe, expect, it } from 'vitest';
import { interlockBit } from '../../../electron/domain/circuit.ts';
import type { Intent } from '../../../electron/domain/command.ts';
import type { InForce, Telemetry } from '../../../electron/domain/telemetry.ts';
import { CommandWatch, commandMismatch, FlowSteady } from '../../../electron/session/command-watch.ts';
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

  it('that an interlock overrides is explained', () => {
    const latched = { ...inForce({ pumpEnable: false }), interlockBits: interlockBit('cover-open') };
    expect(commandMismatch(intent, latched)).toBe(false);
  });

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
});
