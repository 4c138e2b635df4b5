import { describe, expect, it } from 'vitest';
import { defaultProbeSites } from '../../../../electron/domain/case.ts';
import type { CircuitMode } from '../../../../electron/domain/circuit.ts';
import { measured, missing, type Reading } from '../../../../electron/domain/reading.ts';
import {
  type InflowBalance,
  newInflowBalance,
  stepInflowBalance,
} from '../../../../electron/protocol/control/inflow-balance.ts';
import { Rig } from '../../../../native-bridge/simulator/rig.ts';
import { defaultScenario } from '../../../../native-bridge/simulator/scenario.ts';

interface Said {
  readonly inflow?: number | null;
  readonly outflow?: number | null;
  readonly watts?: number;
  readonly flowMlPerMin?: number | null;
  readonly mode?: CircuitMode;
  readonly everySeconds?: number;
}
const reading = (celsius: number | null): Reading => (celsius === null ? missing('open') : measured(celsius));
/** 1 500 mL/min carry 103.75 W/K: 40 °C that come back, heated by 415 W less 40 W of loss, are 43.61 °C. */
const streamWPerK = 103.75;
const balanced = 40 + (415 - 40) / streamWPerK;

const quiet = new Rig(defaultScenario, 1, 1).telemetry();

let nowMs = 0;
const look = (from: InflowBalance, seconds: number, said: Said = {}): InflowBalance => {
  const { inflow = balanced, outflow = 40, watts = 415, flowMlPerMin = 1500, everySeconds = 1 } = said;
  let balance = from;
  for (let passed = 0; passed < seconds; passed += everySeconds) {
    nowMs += everySeconds * 1000;
    const heard = {
      ...quiet,
      inForce: { ...quiet.inForce, mode: said.mode ?? 'circulate' },
      flowMlPerMin: reading(flowMlPerMin),
      outflowMlPerMin: reading(flowMlPerMin),
      reservoirMl: measured(2000),
      heaterPowerPercent: watts / 10,
    };
    balance = stepInflowBalance(balance, {
      telemetry: heard,
      readings: [reading(inflow), reading(outflow), measured(41), measured(41)],
      sites: defaultProbeSites,
      heaterRatingW: 1000,
      nowMs,
    });
  }
  return balance;
};
const settled = () => look(newInflowBalance(nowMs), 900);

describe('the heat balance of the inflow', () => {
  it('agrees with a sensor that shows what comes back and what the heater gives', () => {
    expect(settled().offKelvin).toBeCloseTo(0, 1);
  });

  it('says by how much a sensor reads too low, and by how much too high', () => {
    expect(look(settled(), 5, { inflow: balanced - 1.5 }).offKelvin).toBeCloseTo(-1.5, 1);
    expect(look(settled(), 5, { inflow: balanced + 1.5 }).offKelvin).toBeCloseTo(1.5, 1);
  });

  it('tells nothing at a flow whose rise the loss of the circuit alone explains', () => {
    const slow = { flowMlPerMin: 500, inflow: 44 };
    expect(look(settled(), 5, slow).offKelvin).toBeNull();
    expect(look(settled(), 5, { ...slow, flowMlPerMin: 560 }).offKelvin).not.toBeNull();
  });

  it('is not misled by perfusate that was poured warm into a cold circuit', () => {
    // 41 °C through an exchanger of 2 kJ/K that stood at 21: T1 follows it with 19 s, less what is lost.
    let balance = newInflowBalance(nowMs);
    for (let second = 0; second < 60; second += 1) {
      const inflow = 41 - 20 * Math.exp(-second / 19.3) - 40 / streamWPerK;
      balance = look(balance, 1, { mode: 'bypass', inflow, outflow: 21, watts: 0 });
    }
    for (let second = 0; second < 80; second += 1) {
      balance = look(balance, 1, { inflow: 41 - 40 / streamWPerK, outflow: 41, watts: 0 });
    }
    expect(balance.offKelvin).not.toBeNull();
    expect(Math.abs(balance.offKelvin ?? 9)).toBeLessThan(0.5);
  });

  it('does not make a rule of it', () => {
    expect(look(settled(), 3600, { inflow: balanced - 1 }).offKelvin).toBeCloseTo(-1, 1);
  });

  it('learns what a circuit loses and a heater gives less than it says, within 10 % of its rise', () => {
    const less = look(newInflowBalance(nowMs), 900, { inflow: balanced - 0.4 });
    expect(Math.abs(less.offKelvin ?? 1)).toBeLessThan(0.2);
    const never = look(newInflowBalance(nowMs), 3600, { inflow: balanced - 2.5 });
    expect(never.offKelvin).toBeLessThan(-0.8);
  });

  it('is looked at once a second, and the same in between', () => {
    const before = settled();
    expect(look(before, 0.1, { everySeconds: 0.1 })).toBe(before);
  });

  it.each<[string, Said]>([
    ['flow', { flowMlPerMin: 0 }],
    ['a known flow', { flowMlPerMin: null }],
    ['the inflow', { inflow: null }],
    ['the outflow', { outflow: null }],
    ['a cavity in the round', { mode: 'bypass' }],
    ['an unbroken clock', { everySeconds: 5 }],
  ])('says nothing without %s', (_what, said) => {
    expect(look(settled(), said.everySeconds ?? 1, said).offKelvin).toBeNull();
  });

  it('says nothing until the exchanger has settled to the flow', () => {
    const paused = look(settled(), 60, { flowMlPerMin: 0 });
    expect(look(paused, 35).offKelvin).toBeNull();
    expect(look(paused, 45).offKelvin).not.toBeNull();
  });
});
