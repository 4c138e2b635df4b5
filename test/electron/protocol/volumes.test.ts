import { describe, expect, it } from 'vitest';
import type { CircuitMode } from '../../../electron/domain/circuit.ts';
import { measured, missing, type Reading } from '../../../electron/domain/reading.ts';
import type { Telemetry } from '../../../electron/domain/telemetry.ts';
import {
  addVolume,
  countVolumes,
  drained,
  inCavityMl,
  isDry,
  notRecoveredMl,
  noVolumes,
  type Volumes,
} from '../../../electron/protocol/volumes.ts';
import { Bench } from './bench.ts';

const unmetered = missing('not-fitted');
const at = (mode: CircuitMode, flow: Reading, outflow: Reading = unmetered, pumpEnable = true): Telemetry => {
  const telemetry = new Bench().telemetry();
  const inForce = { ...telemetry.inForce, mode, pumpEnable, flowSetpointMlPerMin: 1200 };
  return { ...telemetry, flowMlPerMin: flow, outflowMlPerMin: outflow, inForce };
};
const pump = (seconds: number, telemetry: Telemetry, from: Volumes = noVolumes): Volumes => {
  let volumes = from;
  for (let tick = 0; tick < seconds * 10; tick += 1) volumes = countVolumes(volumes, telemetry, 1000, 0.1);
  return volumes;
};

describe('volumes', () => {
  it('go in while filling and rinsing, by measured flow', () => {
    for (const mode of ['fill', 'rinse'] as const) {
      const volumes = pump(60, at(mode, measured(1000)));
      expect(volumes.inMl).toBeCloseTo(1000);
      expect(volumes.fillingMl).toBeCloseTo(1000);
      expect(volumes.outMl).toBe(0);
    }
  });

  it('only go round while circulating: without an outflow meter what goes in comes back', () => {
    expect(pump(60, at('circulate', measured(1500)))).toEqual(noVolumes);
  });

  it('stay in where an outflow meter says so, told apart from what was filled', () => {
    const volumes = pump(60, at('circulate', measured(1500), measured(1440)));
    expect(inCavityMl(volumes)).toBeCloseTo(60);
    expect(volumes).toMatchObject({ inMl: 0, outMl: 0 });
    expect(volumes.circulationMl).toBeCloseTo(60);
    expect(notRecoveredMl(volumes)).toBeCloseTo(60);
  });

  it('come in with a recorded addition', () => {
    const volumes = addVolume(pump(60, at('fill', measured(1000))), 100);
    expect(volumes.inMl).toBeCloseTo(1100);
    expect(volumes.addedMl).toBe(100);
    expect(inCavityMl(volumes)).toBeCloseTo(1100);
  });

  it('come out while draining, by the outflow meter or the pump', () => {
    const full = pump(120, at('fill', measured(1000)));
    expect(inCavityMl(pump(60, at('drain', measured(1000)), full))).toBeCloseTo(1000);
    expect(inCavityMl(pump(60, at('drain', measured(1000), measured(500)), full))).toBeCloseTo(1500);
  });

  it.each(['standby', 'prime', 'bypass'] as const)('do not change in %s', (mode) => {
    expect(pump(60, at(mode, measured(1500)))).toMatchObject({
      ...noVolumes,
      bypassedMl: expect.any(Number),
    });
  });

  it('that pass unheated through bypass are counted until something else is asked for', () => {
    const passed = pump(30, at('bypass', measured(1000)));
    expect(passed.bypassedMl).toBeCloseTo(500);
    expect(pump(0.1, at('circulate', measured(1000)), passed).bypassedMl).toBe(0);
    expect(pump(30, at('bypass', missing('no-value'))).bypassedMl).toBe(0);
  });

  it('are never below nothing in the cavity, and what is filled after counts in full', () => {
    const drainedDry = pump(60, at('drain', measured(1000)));
    expect(inCavityMl(drainedDry)).toBe(0);
    expect(notRecoveredMl(drainedDry)).toBeCloseTo(-1000);
    expect(inCavityMl(pump(30, at('rinse', measured(1000)), drainedDry))).toBeCloseTo(500);
  });
});

describe('where the flow is not known', () => {
  const lost = missing('no-value');

  it('the pump is taken to fill as it was set: a cavity is never fuller than it is counted', () => {
    expect(pump(60, at('fill', lost)).inMl).toBeCloseTo(1200);
    expect(pump(60, at('fill', lost, unmetered, false)).inMl).toBe(0);
  });

  it('nothing is taken to come out, and no cavity is taken to be dry', () => {
    const full = pump(60, at('fill', measured(1000)));
    const volumes = pump(60, at('drain', lost), full);
    expect(inCavityMl(volumes)).toBeCloseTo(1000);
    expect(drained(volumes, 3000)).toBe(false);
  });
});

describe('a cavity', () => {
  const full = pump(120, at('fill', measured(1000)));

  it('is drained when nearly nothing is left by count', () => {
    expect(drained(pump(113, at('drain', measured(1000)), full), 3000)).toBe(false);
    expect(drained(pump(115, at('drain', measured(1000)), full), 3000)).toBe(true);
  });

  const trickle = at('drain', measured(1000), measured(99));

  it('is drained when nothing has come for 10 s: up to a tenth of the fill is retained', () => {
    const nearly = pump(103, at('drain', measured(1000)), full);
    expect(drained(pump(9.5, trickle, nearly), 3000)).toBe(false);
    expect(drained(pump(10.5, trickle, nearly), 3000)).toBe(true);
  });

  it('is not drained with litres left by count, however little comes: a person has to say so', () => {
    const blocked = pump(60, trickle, full);
    expect(isDry(blocked)).toBe(true);
    expect(drained(blocked, 3000)).toBe(false);
  });

  it('is not drained by a pump that stands', () => {
    expect(drained(pump(60, at('drain', measured(0), unmetered, false), full), 3000)).toBe(false);
  });

  it('is not drained while it trickles now and then', () => {
    let volumes = full;
    for (let minute = 0; minute < 5; minute += 1) {
      volumes = pump(8, at('drain', measured(1000), measured(0)), volumes);
      volumes = pump(0.1, at('drain', measured(1000), measured(300)), volumes);
    }
    expect(drained(volumes, 3000)).toBe(false);
  });
});
