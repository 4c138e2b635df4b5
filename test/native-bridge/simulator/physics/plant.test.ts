import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultPlantParameters as parameters } from '../../../../native-bridge/simulator/physics/parameters.ts';
import { circulating, Driver, filled } from '../driver.ts';
import { cavityMean, filledBy, heatUpRow, publishedPoints, publishedRow } from './published-points.ts';

describe('published figures', () => {
  const points = publishedPoints();

  it.each(points)('$what: $published $unit published', ({ modelled, published, tolerance }) => {
    expect(Math.abs(modelled - published)).toBeLessThanOrEqual(tolerance);
  });

  it('stand in docs/plant.md as they come out', () => {
    const page = readFileSync('docs/plant.md', 'utf8');
    for (const point of points) expect(page).toContain(publishedRow(point));
  });

  it.each([1000, 1500, 2000, 3000, 4000])('stand beside the times of heat-up at %i mL/min', (flow) => {
    expect(readFileSync('docs/plant.md', 'utf8')).toContain(heatUpRow(flow));
  });

  it('leave every preset within reach of an ordinary patient: in band around 43 °C within 30 min, and 43 °C held', () => {
    const driver = filledBy(45, 1500);
    expect(driver.runUntil(() => cavityMean(driver) >= 42.5, 1800)).toBeGreaterThan(900);
    driver.runUntil(() => cavityMean(driver) >= 43, 2400);
  });
});

describe('parameters', () => {
  const page = readFileSync('docs/plant.md', 'utf8');
  const rows = [...page.matchAll(/^\| `(\w+)` \| ([\d.]+) \|/gm)].map(([, name, value]) => [
    name,
    Number(value),
  ]);

  it('stand in docs/plant.md with their values, all of them and no others', () => {
    expect(Object.fromEntries(rows)).toEqual(parameters);
    expect(rows).toHaveLength(Object.keys(parameters).length);
  });
});

describe('heat', () => {
  it('comes from the heater alone: nothing unheated warms above the warmest part', () => {
    const driver = new Driver({ initial: { ...filled, reservoirCelsius: 38, cavityCelsius: 38 } });
    driver.start({ ...circulating, heaterEnable: false });
    for (let minute = 0; minute < 30; minute += 1) {
      driver.run(60);
      const { circuit, cavity, body } = driver.rig.plant;
      expect(circuit.heatW).toBe(0);
      for (const celsius of [
        circuit.inflowCelsius,
        circuit.outflowCelsius,
        cavity.upperCelsius,
        body.coreCelsius,
      ]) {
        expect(celsius).toBeLessThanOrEqual(38);
      }
    }
    expect(driver.rig.plant.cavity.upperCelsius).toBeLessThan(37.2);
  });

  it('falls along the way: inflow, upper cavity, lower cavity, lining, tissue, core', () => {
    const driver = filledBy(45, 1500);
    driver.run(1200);
    const { circuit, cavity, body } = driver.rig.plant;
    const along = [
      circuit.inflowCelsius,
      cavity.upperCelsius,
      cavity.lowerCelsius,
      body.liningCelsius,
      body.tissueCelsius,
      body.coreCelsius,
    ];
    expect(along).toEqual(along.toSorted((a, b) => b - a));
  });

  it('warms the core by an hour of treatment, short of 38.5 °C', () => {
    const driver = filledBy(44.5, 1500);
    driver.run(75 * 60);
    const { coreCelsius } = driver.rig.plant.body;
    expect(coreCelsius).toBeGreaterThan(37.5);
    expect(coreCelsius).toBeLessThan(38.5);
  });

  it('is lost faster by a cavity at rest than its fluid is by the reservoir', () => {
    const driver = new Driver({ initial: { ...filled, reservoirCelsius: 42, cavityCelsius: 42 } });
    driver.run(600);
    const { circuit, cavity } = driver.rig.plant;
    expect(42 - cavity.lowerCelsius).toBeGreaterThan(2);
    expect(42 - circuit.reservoirCelsius).toBeLessThan(2.5);
  });
});

describe('volumes', () => {
  const total = (driver: Driver): number => {
    const { primedMl, reservoirMl, cavityMl } = driver.rig.plant.volumes;
    return primedMl + reservoirMl + cavityMl;
  };

  it('stay what they are through prime, bypass, fill and circulate', () => {
    const driver = new Driver();
    driver.send();
    for (const mode of ['prime', 'bypass', 'fill', 'circulate'] as const) {
      driver.run(60, { mode, pumpEnable: true, flowSetpointMlPerMin: 1000 });
      expect(total(driver)).toBeCloseTo(5000, 6);
    }
    expect(driver.rig.plant.volumes).toMatchObject({ primedMl: parameters.circuitMl });
    expect(driver.rig.plant.volumes.cavityMl).toBeGreaterThan(900);
  });

  it('leave the cavity by drain, but for what is retained, and the flow ends with them', () => {
    const driver = new Driver({ initial: filled });
    driver.start({ ...circulating, heaterEnable: false, mode: 'drain', flowSetpointMlPerMin: 1000 });
    driver.run(240);
    expect(driver.rig.plant.volumes.cavityMl).toBeCloseTo(parameters.retainedMl, 0);
    expect(driver.telemetry).toMatchObject({ flowMlPerMin: { value: 0 }, outflowMlPerMin: { value: 0 } });
    expect(driver.rig.plant.volumes.reservoirMl).toBe(filled.reservoirMl);
  });

  it('come fresh by rinse, and the reservoir keeps its own', () => {
    const driver = new Driver({ initial: { ...filled, cavityMl: 100, cavityCelsius: 38 } });
    driver.start({ ...circulating, heaterEnable: false, mode: 'rinse', flowSetpointMlPerMin: 1000 });
    driver.run(57);
    const { cavityMl, reservoirMl } = driver.rig.plant.volumes;
    expect(cavityMl).toBeGreaterThan(1000);
    expect(reservoirMl).toBe(filled.reservoirMl);
    expect(driver.rig.plant.circuit.inflowCelsius).toBeCloseTo(parameters.rinseCelsius, 0);
  });

  it('raise the cavity pressure as they rise', () => {
    const pressure = (cavityMl: number) => {
      const driver = new Driver({ initial: { ...filled, cavityMl } });
      driver.run(5);
      return driver.telemetry.cavityPressureMmHg.value ?? 0;
    };
    expect(pressure(0)).toBeCloseTo(3, 0);
    expect(pressure(3000)).toBeCloseTo(12, 0);
    expect(pressure(5500)).toBeGreaterThan(30);
  });
});

describe('the pump', () => {
  it('ramps to its flow and back to nothing', () => {
    const driver = new Driver({ initial: filled });
    driver.send({ ...circulating, heaterEnable: false, pumpEnable: false });
    driver.run(1, { pumpEnable: true });
    expect(driver.telemetry.pumpSpeedRpm).toBeCloseTo(600 / 12.5, 0);
    driver.run(4);
    expect(driver.telemetry.pumpSpeedRpm).toBeCloseTo(1500 / 12.5, 6);
    driver.run(4, { pumpEnable: false });
    expect(driver.telemetry).toMatchObject({ pumpSpeedRpm: 0, flowMlPerMin: { value: 0 } });
  });
});
