import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../../native-bridge/simulator/faults.ts';
import { circulating, Driver, filled } from '../driver.ts';

const still = (): Driver => {
  const driver = new Driver({ initial: filled });
  driver.run(60);
  return driver;
};

/** Longest time a probe showed the same value, s, within `seconds`. */
function longestSame(driver: Driver, index: 0 | 1 | 2 | 3, seconds: number): number {
  let [longest, same, before] = [0, 0, Number.NaN];
  for (let i = 0; i < seconds * 10; i += 1) {
    driver.run(0.1);
    const value = driver.probe(index) as number;
    same = value === before ? same + 0.1 : 0;
    before = value;
    longest = Math.max(longest, same);
  }
  return longest;
}

describe('a probe', () => {
  it('resolves 0.001 °C and never looks stuck, not even at rest', () => {
    const driver = still();
    expect(longestSame(driver, 0, 120)).toBeLessThan(2);
    const value = driver.probe(0) as number;
    expect(Math.round(value * 1000) / 1000).toBe(value);
  });

  it('shows the truth within ±0.1 °C at rest', () => {
    const driver = still();
    const { circuit, cavity, body } = driver.rig.plant;
    const truth = [circuit.inflowCelsius, circuit.outflowCelsius, cavity.upperCelsius, cavity.lowerCelsius];
    for (const [index, celsius] of truth.entries()) {
      expect(Math.abs((driver.probe(index as 0) as number) - celsius)).toBeLessThan(0.1);
    }
    expect(Math.abs((driver.telemetry.coreCelsius.value as number) - body.coreCelsius)).toBeLessThan(0.1);
  });

  it('lags behind a step', () => {
    const driver = new Driver({ initial: { ...filled, reservoirCelsius: 30 } });
    driver.start({ ...circulating, mode: 'bypass' });
    expect(driver.rig.plant.circuit.inflowCelsius - (driver.probe(0) as number)).toBeGreaterThan(0.5);
  });

  it.each<[string, Fault]>([
    ['open', { fault: 'probe-open', probe: 3 }],
    ['shorted', { fault: 'probe-shorted', probe: 3 }],
  ])('that is %s has no value, for as long as that lasts, and leaves the others alone', (missing, fault) => {
    const driver = still();
    driver.rig.inject(fault, 10);
    driver.run(9.9);
    expect(driver.telemetry.probesCelsius[2]).toEqual({ value: null, missing });
    expect(driver.probe(3)).not.toBeNull();
    driver.run(0.1);
    expect(driver.probe(2)).not.toBeNull();
    expect(driver.interlocks).toEqual([]);
  });

  it('that drifts leaves the truth at its rate, and then the range', () => {
    const driver = still();
    driver.rig.inject({ fault: 'probe-drifting', probe: 4, celsiusPerMin: 3 }, null);
    driver.run(60);
    const { lowerCelsius } = driver.rig.plant.cavity;
    expect((driver.probe(3) as number) - lowerCelsius).toBeCloseTo(3, 1);
    driver.run(600);
    expect(driver.telemetry.probesCelsius[3]).toEqual({ value: null, missing: 'out-of-range' });
  });

  it('that is stuck shows the same to 0.001 °C', () => {
    const driver = still();
    driver.rig.inject({ fault: 'probe-stuck', probe: 4 }, 40);
    driver.run(0.1);
    expect(longestSame(driver, 3, 35)).toBeGreaterThan(34);
  });

  it('in the inflow jet reads a part of the inflow, as long as there is a jet', () => {
    const driver = new Driver({ initial: filled });
    driver.start();
    driver.rig.inject({ fault: 'probe-in-jet', probe: 3, share: 0.5 }, null);
    driver.run(60);
    const { circuit, cavity } = driver.rig.plant;
    const tooHigh = (driver.probe(2) as number) - cavity.upperCelsius;
    expect(tooHigh).toBeGreaterThan(0.4 * (circuit.inflowCelsius - cavity.upperCelsius));
    expect(tooHigh).toBeLessThan(0.5 * (circuit.inflowCelsius - cavity.upperCelsius));
    driver.run(60, { heaterEnable: false, pumpEnable: false });
    expect((driver.probe(2) as number) - driver.rig.plant.cavity.upperCelsius).toBeCloseTo(0, 1);
  });

  it('has an error and a lag of its own where the scenario gives them', () => {
    const probes = {
      offsetsCelsius: [0, 0, 0.1, -0.1, 0],
      noiseCelsius: [0, 0, 0, 0, 0],
      lagSeconds: [1, 1, 20, 2, 5],
    };
    const driver = new Driver({ initial: { ...filled, cavityCelsius: 37 }, probes });
    driver.run(1);
    expect((driver.probe(2) as number) - (driver.probe(3) as number)).toBeCloseTo(0.2, 2);
    driver.start();
    driver.run(10);
    const { upperCelsius, lowerCelsius } = driver.rig.plant.cavity;
    expect(upperCelsius - (driver.probe(2) as number)).toBeGreaterThan(
      lowerCelsius - (driver.probe(3) as number),
    );
  });

  it('of the core can fail like the others', () => {
    const driver = still();
    driver.rig.inject({ fault: 'probe-open', probe: 'core' }, null);
    driver.run(1);
    expect(driver.telemetry.coreCelsius).toEqual({ value: null, missing: 'open' });
  });
});

describe('what is not fitted', () => {
  it('has no value', () => {
    const driver = new Driver({
      rig: {
        fittedProbes: [1, 2, 3],
        features: { core: false, reservoirLevel: false, cavityPressure: false },
      },
    });
    driver.run(1);
    const none = { value: null, missing: 'not-fitted' };
    expect(driver.telemetry).toMatchObject({
      coreCelsius: none,
      reservoirMl: none,
      cavityPressureMmHg: none,
      outflowMlPerMin: { value: 0 },
    });
    expect(driver.telemetry.probesCelsius[3]).toEqual(none);
    expect(driver.rig.identity.calibrationDates[3]).toBeNull();
  });
});

describe('the flow meter', () => {
  it('shows the flow within ±2 %', () => {
    const driver = new Driver({ initial: filled });
    driver.start();
    driver.run(10);
    for (let i = 0; i < 100; i += 1) {
      driver.run(0.1);
      expect(Math.abs((driver.telemetry.flowMlPerMin.value as number) - 1500)).toBeLessThan(30);
    }
  });
});
