import { describe, expect, it } from 'vitest';
import { circulating, Driver, filled, scenarioOf } from './driver.ts';

describe('the next case on a simulated rig', () => {
  it('has another patient, a fresh circuit and a full reservoir', () => {
    const driver = new Driver({ initial: filled });
    driver.run(30, circulating);
    driver.run(5, { mode: 'standby', heaterEnable: false, pumpEnable: false });
    const uptimeMs = driver.rig.uptimeMs;

    driver.rig.nextCase(scenarioOf({ initial: { bodyCelsius: 36.1, reservoirMl: 4200 } }));

    expect(driver.rig.plant.volumes).toEqual({ primedMl: 0, reservoirMl: 4200, cavityMl: 0 });
    expect(driver.rig.plant.body.coreCelsius).toBe(36.1);
    expect(driver.rig.uptimeMs).toBe(uptimeMs);
    driver.run(1);
    expect(driver.telemetry.reservoirMl.value).toBeGreaterThan(4150);
    expect(driver.telemetry.coreCelsius.value).toBeCloseTo(36.1, 0);
  });

  it('has the same machine: what is latched and what is wrong stays', () => {
    const driver = new Driver();
    driver.rig.inject({ fault: 'pump-stalled' }, null);
    driver.rig.inject({ fault: 'interlock-latched', interlock: 'cover-open' }, null);
    driver.rig.nextCase(scenarioOf({}));
    driver.run(5, { ...circulating, heaterEnable: false });
    expect(driver.interlocks).toContain('cover-open');
    expect(driver.telemetry.flowMlPerMin.value).toBe(0);
  });
});
