import { describe, expect, it } from 'vitest';
import { circulating, Driver, filled } from '../driver.ts';

const flows = [300, 500, 1000, 1500, 2000, 3000];

describe('the rig holds the inflow set-point it is told', () => {
  it.each(flows)('at %i mL/min, without overshooting by more than 0.3 °C', (flowSetpointMlPerMin) => {
    const driver = new Driver({ initial: { ...filled, reservoirCelsius: 40 } });
    driver.start({ ...circulating, flowSetpointMlPerMin, inflowSetpointCelsius: 42.5 });
    driver.run(120);
    driver.send({ inflowSetpointCelsius: 45 });
    let highest = 0;
    for (let i = 0; i < 3000; i += 1) {
      driver.run(0.1);
      highest = Math.max(highest, driver.rig.plant.circuit.inflowCelsius);
    }
    expect(highest).toBeLessThan(45.3);
    expect(driver.rig.plant.circuit.inflowCelsius).toBeCloseTo(45, 1);
  });

  it('through a change of flow', () => {
    const driver = new Driver({ initial: filled });
    driver.start();
    driver.run(300);
    let worst = 0;
    driver.send({ flowSetpointMlPerMin: 750 });
    for (let i = 0; i < 600; i += 1) {
      driver.run(0.1);
      worst = Math.max(worst, Math.abs(driver.rig.plant.circuit.inflowCelsius - 44));
    }
    expect(worst).toBeLessThan(0.5);
  });

  it('with all its power and no more while the reservoir is cold', () => {
    const driver = new Driver({ initial: { primed: true } });
    driver.start({ ...circulating, mode: 'bypass' });
    driver.run(20);
    expect(driver.telemetry.heaterPowerPercent).toBe(100);
  });

  it('leaves a hot slug in the exchanger at a standstill, below the limit', () => {
    const driver = new Driver({ initial: { ...filled, reservoirCelsius: 36 } });
    driver.start({ ...circulating, inflowSetpointCelsius: 45 });
    driver.run(60);
    expect(driver.telemetry.heaterPowerPercent).toBeGreaterThan(30);
    driver.run(10, { heaterEnable: false, pumpEnable: false });
    expect(driver.rig.plant.circuit.exchangerCelsius).toBeGreaterThan(45);
    driver.run(30, { mode: 'bypass', pumpEnable: true });
    expect(driver.interlocks).toEqual([]);
    expect(driver.probe(0)).toBeLessThan(45);
  });
});

describe('a console that moves the inflow set-point', () => {
  /** PI on the mean of the two cavity probes with the ceiling and anti-windup: the least a console would do. */
  function outerLoop(targetCelsius: number) {
    let riseKelvin = 1.5;
    return (meanCelsius: number, seconds: number): number => {
      const error = targetCelsius - meanCelsius;
      const asked = targetCelsius + 2 * error + riseKelvin;
      if (asked < 45 || error < 0) riseKelvin += (error * seconds) / 150;
      return Math.min(45, Math.max(20, asked));
    };
  }

  it('can hold 42.5 ± 0.5 °C for an hour, no compartment ever above 43.0 °C', () => {
    const driver = new Driver({ initial: { primed: true, reservoirCelsius: 42, cavityMl: 0 } });
    driver.start({ ...circulating, mode: 'fill', inflowSetpointCelsius: 42.5, flowSetpointMlPerMin: 1000 });
    driver.runUntil(() => driver.rig.plant.volumes.cavityMl >= 3000, 300);
    const control = outerLoop(42.5);
    let hottest = 0;
    const second = (): number => {
      const mean = ((driver.probe(2) as number) + (driver.probe(3) as number)) / 2;
      driver.run(1, { ...circulating, inflowSetpointCelsius: control(mean, 1) });
      const { upperCelsius, lowerCelsius } = driver.rig.plant.cavity;
      hottest = Math.max(hottest, upperCelsius, lowerCelsius);
      return mean;
    };
    let inBand = 0;
    for (let seconds = 0; inBand < 60; seconds += 1) {
      inBand = second() >= 42 ? inBand + 1 : 0;
      expect(seconds).toBeLessThan(20 * 60);
    }
    const means = Array.from({ length: 3600 }, second);
    expect(Math.min(...means)).toBeGreaterThan(42);
    expect(Math.max(...means)).toBeLessThan(43);
    expect(means.at(-1)).toBeCloseTo(42.5, 1);
    expect(hottest).toBeLessThan(43);
  });
});
