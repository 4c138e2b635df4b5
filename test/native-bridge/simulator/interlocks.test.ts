import { describe, expect, it } from 'vitest';
import { type CircuitMode, type Interlock, interlockBit } from '../../../electron/domain/circuit.ts';
import { circulating, Driver, filled } from './driver.ts';

const pumping = ['prime', 'bypass', 'fill', 'circulate', 'drain', 'rinse'] as const;
const everywhere: readonly CircuitMode[] = pumping;

/** docs/link.md, "Interlocks": the modes in which each stops the pump. */
const stopsIn: Readonly<Record<Interlock, readonly CircuitMode[]>> = {
  'watchdog-expired': ['prime', 'fill', 'rinse'],
  'over-temperature': [],
  'no-flow': [],
  'air-in-line': everywhere,
  'reservoir-low': ['prime', 'bypass', 'fill', 'circulate', 'rinse'],
  'over-pressure': everywhere,
  'heater-fault': [],
  'pump-fault': everywhere,
  'cover-open': everywhere,
  'on-battery': [],
  'emergency-stop': everywhere,
  'inflow-sensor-fault': [],
};

const pairs = Object.entries(stopsIn).flatMap(([name, modes]) =>
  pumping.map((mode) => [name as Interlock, mode, modes.includes(mode) ? 'stops' : 'goes on'] as const),
);

describe.each(pairs)('%s in %s', (interlock, mode, pump) => {
  it(`turns the heater off; the pump ${pump}`, () => {
    const driver = new Driver({ initial: { ...filled, reservoirMl: 4000 } });
    driver.start({ ...circulating, mode });
    expect(driver.telemetry.inForce).toMatchObject({ heaterEnable: true, pumpEnable: true });
    driver.rig.inject({ fault: 'interlock-latched', interlock }, null);
    driver.run(4);
    expect(driver.telemetry).toMatchObject({
      rigState: 'safe',
      interlockBits: interlockBit(interlock),
      heaterPowerPercent: 0,
      inForce: { heaterEnable: false, pumpEnable: pump === 'goes on' },
    });
    if (pump === 'goes on') expect(driver.telemetry.flowMlPerMin.value).toBeGreaterThan(1400);
    else expect(driver.telemetry).toMatchObject({ pumpSpeedRpm: 0, flowMlPerMin: { value: 0 } });
  });
});

describe('over-temperature', () => {
  const overheated = (): Driver => {
    const driver = new Driver({ initial: filled });
    driver.start();
    driver.run(60);
    driver.send({ inflowSetpointCelsius: 40, inflowLimitCelsius: 43 });
    driver.wait(0.1);
    return driver;
  };

  it('trips when the inflow reaches the limit in force, and diverts to bypass', () => {
    const driver = overheated();
    expect(driver.probe(0)).toBeGreaterThanOrEqual(43);
    expect(driver.interlocks).toEqual(['over-temperature']);
    expect(driver.telemetry.inForce).toMatchObject({ mode: 'bypass', heaterEnable: false, pumpEnable: true });
    expect(driver.intent.mode).toBe('circulate');
  });

  it('cannot be cleared while the inflow is at the limit', () => {
    const driver = overheated();
    driver.send({ heaterEnable: false, clearBits: interlockBit('over-temperature') });
    expect(driver.interlocks).toEqual(['over-temperature']);
  });

  it('lets the inflow into the patient again once it is below the limit, unheated', () => {
    const driver = overheated();
    driver.runUntil(({ inForce }) => inForce.mode === 'circulate', 120);
    expect(driver.probe(0)).toBeLessThan(43);
    expect(driver.telemetry).toMatchObject({ rigState: 'safe', inForce: { heaterEnable: false } });
    driver.send({ heaterEnable: false, clearBits: interlockBit('over-temperature') });
    expect(driver.interlocks).toEqual([]);
  });

  it('never has a limit above 47.00 °C', () => {
    expect(new Driver().telemetry.inForce.inflowLimitCelsius).toBe(47);
  });
});

describe('no flow', () => {
  it('trips after 3 s below a tenth of the set flow with the heater on, and the pump goes on trying', () => {
    const driver = new Driver({ initial: filled });
    driver.start();
    driver.rig.inject({ fault: 'flow-blocked', line: 'inflow', openShare: 0.09 }, 20);
    driver.run(3);
    expect(driver.interlocks).toEqual([]);
    driver.run(2);
    expect(driver.interlocks).toEqual(['no-flow']);
    expect(driver.telemetry.pumpSpeedRpm).toBe(120);
    driver.send({ heaterEnable: false, clearBits: interlockBit('no-flow') });
    expect(driver.interlocks).toEqual(['no-flow']);
    driver.run(20);
    driver.send({ clearBits: interlockBit('no-flow') });
    expect(driver.interlocks).toEqual([]);
  });

  it('does not trip above a tenth, nor with the heater off', () => {
    const driver = new Driver({ initial: filled });
    driver.start();
    driver.rig.inject({ fault: 'flow-blocked', line: 'inflow', openShare: 0.12 }, 10);
    driver.run(12);
    driver.rig.inject({ fault: 'flow-blocked', line: 'inflow', openShare: 0 }, 10);
    driver.run(12, { heaterEnable: false });
    expect(driver.interlocks).toEqual([]);
  });
});

describe('emergency stop', () => {
  it('closes the valves, and they stay closed until it is cleared', () => {
    const driver = new Driver({ initial: filled });
    driver.start();
    driver.rig.inject({ fault: 'emergency-stop' }, 2);
    driver.run(5);
    expect(driver.telemetry).toMatchObject({
      rigState: 'safe',
      pumpSpeedRpm: 0,
      inForce: { mode: 'standby', heaterEnable: false, pumpEnable: false },
    });
    driver.send({ heaterEnable: false, pumpEnable: false, clearBits: interlockBit('emergency-stop') });
    expect(driver.telemetry.inForce.mode).toBe('circulate');
  });
});

describe('inflow sensor fault', () => {
  it.each(['probe-open', 'probe-shorted'] as const)('follows from %s of probe 1', (fault) => {
    const driver = new Driver({ initial: filled });
    driver.start();
    driver.rig.inject({ fault, probe: 1 }, 5);
    driver.run(1);
    expect(driver.interlocks).toEqual(['inflow-sensor-fault']);
    expect(driver.telemetry.inForce.pumpEnable).toBe(true);
    driver.run(5, { heaterEnable: false });
    driver.send({ clearBits: interlockBit('inflow-sensor-fault') });
    expect(driver.interlocks).toEqual([]);
  });
});
