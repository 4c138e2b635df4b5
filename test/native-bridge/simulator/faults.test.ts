import { describe, expect, it } from 'vitest';
import { circulating, Driver, filled } from './driver.ts';

const running = (): Driver => {
  const driver = new Driver({ initial: filled });
  driver.start();
  driver.run(60);
  return driver;
};

describe('flow blocked', () => {
  it('in the inflow line starves the pump and trips no-flow', () => {
    const driver = running();
    driver.rig.inject({ fault: 'flow-blocked', line: 'inflow', openShare: 0 }, 30);
    driver.run(5);
    expect(driver.telemetry).toMatchObject({ flowMlPerMin: { value: 0 }, pumpSpeedRpm: 120 });
    expect(driver.telemetry.inflowLinePressureMmHg.value).toBeLessThan(20);
    expect(driver.interlocks).toEqual(['no-flow']);
  });

  it('in the outflow line fills the cavity up, and its pressure rises', () => {
    const driver = running();
    const before = driver.telemetry.cavityPressureMmHg.value as number;
    driver.rig.inject({ fault: 'flow-blocked', line: 'outflow', openShare: 0.5 }, 60);
    driver.run(55);
    expect(driver.telemetry.outflowMlPerMin.value).toBeCloseTo(750, -2);
    driver.run(10);
    expect(driver.rig.plant.volumes.cavityMl).toBeCloseTo(3750, -2);
    expect(driver.telemetry.cavityPressureMmHg.value).toBeGreaterThan(before + 3);
    expect(driver.telemetry.outflowMlPerMin.value).toBeCloseTo(1500, -2);
  });
});

describe('a pump that delivers what it is not asked', () => {
  it('shows the flow it delivers, in and out', () => {
    const driver = running();
    driver.rig.inject({ fault: 'flow-wrong', share: 0.7 }, 60);
    driver.run(20);
    expect(driver.telemetry.flowMlPerMin.value).toBeCloseTo(1050, -2);
    expect(driver.telemetry.outflowMlPerMin.value).toBeCloseTo(1050, -2);
    expect(driver.telemetry.inForce.flowSetpointMlPerMin).toBe(1500);
    driver.run(60);
    expect(driver.telemetry.flowMlPerMin.value).toBeCloseTo(1500, -2);
  });

  it('may fall slowly, and no further than it is told', () => {
    const driver = running();
    driver.rig.inject({ fault: 'flow-falling', sharePerMin: 0.1, leastShare: 0.7 }, null);
    driver.run(60);
    expect(driver.rig.plant.flows.pumped).toBeCloseTo(1350, -1);
    driver.run(300);
    expect(driver.rig.plant.flows.pumped).toBeCloseTo(1050, 6);
    expect(driver.interlocks).toEqual([]);
  });
});

describe('a loose plug of a probe', () => {
  it('is without a value for its part of every period, and right in between', () => {
    const driver = running();
    driver.rig.inject({ fault: 'probe-intermittent', probe: 3, everySeconds: 1, badSeconds: 0.3 }, 10);
    const missing = Array.from({ length: 20 }, () => {
      driver.run(0.1);
      return driver.telemetry.probesCelsius[2].missing;
    });
    expect(missing.filter((why) => why === 'open').length).toBe(6);
    expect(missing.filter((why) => why === null).length).toBe(14);
    driver.run(10);
    expect(driver.telemetry.probesCelsius[2].missing).toBeNull();
  });
});

describe('a reservoir that leaks', () => {
  it('falls, while what is measured of the flow stays as it was', () => {
    const driver = running();
    const before = driver.rig.plant.volumes;
    driver.rig.inject({ fault: 'reservoir-leaking', mlPerMin: 600 }, 60);
    driver.run(60);
    expect(driver.rig.plant.volumes.reservoirMl).toBeCloseTo(before.reservoirMl - 600, -1);
    expect(driver.rig.plant.volumes.cavityMl).toBeCloseTo(before.cavityMl, 0);
    expect(driver.telemetry.outflowMlPerMin.value).toBeCloseTo(1500, -2);
    driver.run(30);
    expect(driver.rig.plant.volumes.reservoirMl).toBeCloseTo(before.reservoirMl - 600, -1);
  });
});

describe('fluid added to the cavity', () => {
  it('cools it and stays in it, and no meter sees it', () => {
    const driver = running();
    driver.run(1200);
    const { upperCelsius } = driver.rig.plant.cavity;
    driver.rig.inject({ fault: 'fluid-added', ml: 500, celsius: 22, overSeconds: 60 }, null);
    driver.run(60);
    expect(upperCelsius - driver.rig.plant.cavity.upperCelsius).toBeGreaterThan(1);
    expect(driver.telemetry.flowMlPerMin.value).toBeCloseTo(1500, -2);
    driver.run(60);
    expect(driver.rig.plant.volumes.cavityMl).toBeCloseTo(3500, -1);
  });
});

describe('a weak heater', () => {
  it('draws no more than it has', () => {
    const driver = new Driver({ initial: { primed: true } });
    driver.start({ ...circulating, mode: 'bypass' });
    driver.rig.inject({ fault: 'heater-weak', percent: 40 }, 30);
    driver.run(10);
    expect(driver.telemetry.heaterPowerPercent).toBeCloseTo(40, 6);
    driver.run(30);
    expect(driver.telemetry.heaterPowerPercent).toBeCloseTo(100, 6);
  });
});

describe('a stalled pump', () => {
  it('stands although it is enabled, trips no-flow, and turns again after', () => {
    const driver = running();
    driver.rig.inject({ fault: 'pump-stalled' }, 10);
    driver.run(5);
    expect(driver.telemetry).toMatchObject({ pumpSpeedRpm: 0, inForce: { pumpEnable: true } });
    expect(driver.interlocks).toEqual(['no-flow']);
    driver.run(10);
    expect(driver.telemetry.pumpSpeedRpm).toBe(120);
  });
});

describe('a pump that runs on', () => {
  it('pumps whatever is commanded, and shows it; the emergency stop ends it', () => {
    const driver = running();
    driver.rig.inject({ fault: 'pump-runs-on' }, null);
    driver.run(30, { pumpEnable: false });
    expect(driver.telemetry).toMatchObject({ pumpSpeedRpm: 120, inForce: { pumpEnable: false } });
    driver.rig.inject({ fault: 'emergency-stop' }, null);
    driver.run(10);
    expect(driver.telemetry.pumpSpeedRpm).toBe(0);
  });
});

describe('a heater stuck on', () => {
  it('heats whatever is commanded, and shows it', () => {
    const driver = running();
    driver.rig.inject({ fault: 'heater-stuck-on', percent: 30 }, 60);
    const before = driver.rig.plant.circuit.inflowCelsius;
    driver.run(30, { heaterEnable: false });
    expect(driver.telemetry).toMatchObject({ heaterPowerPercent: 30, inForce: { heaterEnable: false } });
    expect(driver.rig.plant.circuit.inflowCelsius).toBeGreaterThan(before);
    driver.run(31);
    expect(driver.telemetry.heaterPowerPercent).toBe(0);
  });

  it('trips over-temperature, and heats on in bypass', () => {
    const driver = running();
    driver.rig.inject({ fault: 'heater-stuck-on', percent: 100 }, null);
    driver.runUntil((telemetry) => telemetry.interlockBits !== 0, 60);
    driver.run(10);
    expect(driver.interlocks).toEqual(['over-temperature']);
    expect(driver.telemetry).toMatchObject({ heaterPowerPercent: 100, inForce: { mode: 'bypass' } });
  });

  it.each(['emergency-stop', 'on-battery'] as const)('has no power: %s', (fault) => {
    const driver = running();
    driver.rig.inject({ fault: 'heater-stuck-on', percent: 30 }, null);
    driver.rig.inject({ fault }, null);
    driver.run(1);
    expect(driver.telemetry.heaterPowerPercent).toBe(0);
  });
});

describe('over-pressure', () => {
  it('shows in the inflow line and trips above 300 mmHg', () => {
    const driver = running();
    driver.rig.inject({ fault: 'over-pressure', mmHg: 200 }, 5);
    driver.run(4);
    expect(driver.telemetry.inflowLinePressureMmHg.value).toBeCloseTo(200, -1);
    expect(driver.interlocks).toEqual([]);
    driver.rig.inject({ fault: 'over-pressure', mmHg: 400 }, 5);
    driver.run(4);
    expect(driver.interlocks).toEqual(['over-pressure']);
    expect(driver.telemetry.pumpSpeedRpm).toBe(0);
  });
});

describe('a low reservoir', () => {
  it('shows and trips', () => {
    const driver = running();
    driver.rig.inject({ fault: 'reservoir-low', ml: 100 }, 5);
    driver.run(1);
    expect(driver.telemetry.reservoirMl.value).toBeCloseTo(100, -1);
    expect(driver.interlocks).toEqual(['reservoir-low']);
  });

  it('follows from one that was pumped empty', () => {
    const driver = new Driver({ initial: { reservoirMl: 1000, primed: true } });
    driver.start({ ...circulating, heaterEnable: false, mode: 'fill', flowSetpointMlPerMin: 1000 });
    driver.run(60);
    expect(driver.interlocks).toEqual(['reservoir-low']);
    expect(driver.rig.plant.volumes.reservoirMl).toBeGreaterThan(0);
  });
});

describe.each(['air-in-line', 'heater-fault', 'pump-fault', 'cover-open', 'on-battery'] as const)(
  '%s',
  (fault) => {
    it('trips its interlock', () => {
      const driver = running();
      driver.rig.inject({ fault }, 1);
      driver.run(5);
      expect(driver.interlocks).toEqual([fault]);
    });
  },
);

describe('a rig whose check of itself fails', () => {
  it('says fault, with everything off, and nothing restarts when it recovers', () => {
    const driver = running();
    driver.rig.inject({ fault: 'rig-fault' }, 2);
    driver.run(1);
    expect(driver.telemetry).toMatchObject({
      rigState: 'fault',
      interlockBits: 0,
      heaterPowerPercent: 0,
      inForce: { heaterEnable: false, pumpEnable: false },
    });
    driver.run(3);
    expect(driver.telemetry).toMatchObject({
      rigState: 'standby',
      inForce: { heaterEnable: false, pumpEnable: false },
    });
  });
});

describe('a restart of the rig', () => {
  it('forgets all that was in force and latched, counts uptime anew, and keeps the plant', () => {
    const driver = running();
    driver.send({ watchdogMs: 1 });
    const cavity = driver.rig.plant.cavity.upperCelsius;
    const silences: unknown[] = [];
    driver.rig.onLineFault = (fault, forSeconds) => silences.push([fault, forSeconds]);
    driver.rig.inject({ fault: 'rig-restart' }, null);
    expect(driver.telemetry).toMatchObject({
      rigState: 'standby',
      heartbeatEcho: 0,
      interlockBits: 0,
      uptimeMs: 0,
      blocksRefused: 0,
      inForce: { mode: 'standby', heaterEnable: false, pumpEnable: false },
    });
    expect(driver.rig.sessionMs).toBeGreaterThan(60_000);
    expect(driver.rig.plant.cavity.upperCelsius).toBe(cavity);
    expect(silences).toEqual([[{ fault: 'line-cut' }, 2]]);
    driver.run(1, { ...circulating, watchdogMs: 1500 });
    expect(driver.telemetry.inForce).toMatchObject({
      mode: 'circulate',
      heaterEnable: false,
      pumpEnable: false,
    });
  });

  it('finds the causes that are still there', () => {
    const driver = running();
    driver.rig.inject({ fault: 'cover-open' }, null);
    driver.rig.inject({ fault: 'rig-restart' }, null);
    driver.run(0.1);
    expect(driver.interlocks).toEqual(['cover-open']);
  });
});

describe('an event of a scenario', () => {
  it('begins at its second of session time and ends after its time', () => {
    const driver = new Driver({ events: [{ at: 5, fault: 'probe-open', probe: 3, for: 2 }] });
    const seen: string[] = [];
    for (let second = 0; second < 10; second += 0.5) {
      driver.wait(0.5);
      seen.push(driver.probe(2) === null ? 'x' : '.');
    }
    expect(seen.join('')).toBe('.........xxxx.......');
  });

  it('can wait for a circuit mode to be entered first', () => {
    const driver = new Driver({
      initial: filled,
      events: [
        { at: { mode: 'circulate', after: 3 }, fault: 'probe-open', probe: 2 },
        { at: { mode: 'drain' }, fault: 'probe-open', probe: 3 },
      ],
    });
    driver.run(60);
    expect(driver.probe(1)).not.toBeNull();
    driver.start();
    expect(driver.probe(1)).toBeNull();
    expect(driver.probe(2)).not.toBeNull();
    driver.run(0.2, { mode: 'drain' });
    expect(driver.probe(2)).toBeNull();
  });

  it('happens once, also when its mode is entered again', () => {
    const driver = new Driver({
      initial: filled,
      events: [{ at: { mode: 'bypass' }, fault: 'rig-restart' }],
    });
    driver.run(1, { mode: 'bypass' });
    driver.run(1, { mode: 'standby' });
    driver.run(1, { mode: 'bypass' });
    expect(driver.rig.uptimeMs).toBeGreaterThan(2500);
  });
});
