import { describe, expect, it } from 'vitest';
import { type CircuitMode, interlockBit } from '../../../electron/domain/circuit.ts';
import type { Annunciation, Intent } from '../../../electron/domain/command.ts';
import { encodeCommand } from '../../../native-bridge/rig/registers.ts';
import { circulating, Driver, filled } from './driver.ts';

describe('after power-up', () => {
  it('stands by with heater and pump off', () => {
    const { telemetry } = new Driver();
    expect(telemetry).toMatchObject({
      rigState: 'standby',
      interlockBits: 0,
      heartbeatEcho: 0,
      heaterPowerPercent: 0,
      pumpSpeedRpm: 0,
      blocksRefused: 0,
      uptimeMs: 0,
      inForce: { mode: 'standby', heaterEnable: false, pumpEnable: false, clearBits: 0 },
    });
  });

  it('counts an enable only once it was asked 0', () => {
    const driver = new Driver({ initial: filled });
    driver.run(1, circulating);
    expect(driver.telemetry.inForce).toMatchObject({ heaterEnable: false, pumpEnable: false });
    expect(driver.telemetry.rigState).toBe('standby');
    driver.send({ ...circulating, pumpEnable: false });
    driver.run(1, circulating);
    expect(driver.telemetry.inForce).toMatchObject({ heaterEnable: false, pumpEnable: true });
    driver.send({ ...circulating, heaterEnable: false });
    driver.run(1, circulating);
    expect(driver.telemetry.inForce).toMatchObject({ heaterEnable: true, pumpEnable: true });
    expect(driver.telemetry.rigState).toBe('running');
  });

  it('clears nothing by the first block', () => {
    const driver = new Driver({ events: [{ at: 0, fault: 'interlock-latched', interlock: 'air-in-line' }] });
    driver.wait(1);
    const clear = { clearBits: interlockBit('air-in-line') };
    driver.send(clear);
    expect(driver.interlocks).toEqual(['air-in-line']);
    driver.send(clear);
    expect(driver.interlocks).toEqual([]);
  });
});

describe('a command block', () => {
  const started = (): Driver => {
    const driver = new Driver({ initial: filled });
    driver.start();
    return driver;
  };
  const registersWith = (driver: Driver, changes: Partial<Intent>): Uint16Array =>
    encodeCommand({ ...driver.intent, ...changes }, driver.heartbeat + 1, driver.rig.identity.serialNumber);

  it('is in force once taken', () => {
    const driver = started();
    expect(
      driver.send({ inflowSetpointCelsius: 43.21, flowSetpointMlPerMin: 1234, inflowLimitCelsius: 45.5 }),
    ).toEqual({ taken: true, fresh: true });
    expect(driver.telemetry.heartbeatEcho).toBe(driver.heartbeat);
    expect(driver.telemetry.inForce).toMatchObject({
      inflowSetpointCelsius: 43.21,
      flowSetpointMlPerMin: 1234,
      inflowLimitCelsius: 45.5,
    });
  });

  it.each<[string, Partial<Intent>]>([
    ['mode', { mode: 'none' as CircuitMode }],
    ['setpoint', { inflowSetpointCelsius: 19.99 }],
    ['setpoint', { inflowSetpointCelsius: 46.01, inflowLimitCelsius: 47 }],
    ['setpoint', { inflowSetpointCelsius: 45.51, inflowLimitCelsius: 46 }],
    ['setpoint', { inflowSetpointCelsius: 40, inflowLimitCelsius: 39 }],
    ['flow', { flowSetpointMlPerMin: 99 }],
    ['flow', { flowSetpointMlPerMin: 3001 }],
    ['limit', { inflowSetpointCelsius: 25, inflowLimitCelsius: 29.99 }],
    ['limit', { inflowLimitCelsius: 47.01 }],
    ['watchdog', { watchdogMs: 499 }],
    ['watchdog', { watchdogMs: 5001 }],
    ['annunciator', { annunciator: 'loudest' as Annunciation }],
  ])('is refused whole for its %s: %o', (why, changes) => {
    const driver = started();
    const before = driver.telemetry;
    const other: Partial<Intent> = { heaterEnable: false, flowSetpointMlPerMin: 700, ...changes };
    expect(driver.write(registersWith(driver, other))).toEqual({ taken: false, why });
    expect(driver.telemetry).toEqual({ ...before, blocksRefused: 1 });
  });

  it.each<Partial<Intent>>([
    { inflowSetpointCelsius: 20, inflowLimitCelsius: 30 },
    { inflowSetpointCelsius: 46, inflowLimitCelsius: 46.5 },
    { inflowSetpointCelsius: 45.5, inflowLimitCelsius: 46 },
    { flowSetpointMlPerMin: 0 },
    { flowSetpointMlPerMin: 100 },
    { flowSetpointMlPerMin: 3000 },
    { inflowLimitCelsius: 47 },
    { watchdogMs: 500 },
    { watchdogMs: 5000 },
    { annunciator: 'high' },
  ])('is taken at the edge of what is allowed: %o', (changes) => {
    expect(started().send(changes)).toMatchObject({ taken: true });
  });

  it('is refused with a wrong CRC-32, and for another rig', () => {
    const driver = started();
    const damaged = registersWith(driver, {});
    damaged[3] = (damaged[3] as number) ^ 1;
    expect(driver.write(damaged)).toEqual({ taken: false, why: 'crc' });
    const foreign = encodeCommand(driver.intent, driver.heartbeat + 1, 'SIM-0002');
    expect(driver.write(foreign)).toEqual({ taken: false, why: 'crc' });
    expect(driver.telemetry.blocksRefused).toBe(2);
  });

  it('does not keep a rig alive when it is refused', () => {
    const driver = started();
    for (let i = 0; i < 16; i += 1) {
      driver.send({ watchdogMs: 499 });
      driver.wait(0.1);
    }
    expect(driver.interlocks).toEqual(['watchdog-expired']);
  });
});

describe('the watchdog', () => {
  it('trips when no fresh heartbeat came within its time while running', () => {
    const driver = new Driver({ initial: filled });
    driver.start();
    driver.send();
    driver.wait(1.4);
    expect(driver.telemetry.rigState).toBe('running');
    driver.wait(0.1);
    expect(driver.interlocks).toEqual(['watchdog-expired']);
    expect(driver.telemetry).toMatchObject({ rigState: 'safe', inForce: { heaterEnable: false } });
  });

  it('takes a repeated heartbeat for an answer owed, not for life', () => {
    const driver = new Driver({ initial: filled });
    driver.start();
    driver.send();
    for (let i = 0; i < 16; i += 1) {
      expect(driver.repeat()).toEqual({ taken: true, fresh: false });
      driver.wait(0.1);
    }
    expect(driver.interlocks).toEqual(['watchdog-expired']);
  });

  it('counts wall time, whatever the time of the rig', () => {
    const driver = new Driver({ initial: filled });
    driver.start();
    driver.send();
    driver.rig.control.watch(driver.nowMs + 1500);
    expect(driver.interlocks).toEqual(['watchdog-expired']);
  });

  it('leaves a rig alone that stands by, or has nothing enabled', () => {
    const driver = new Driver();
    driver.send({ mode: 'bypass', flowSetpointMlPerMin: 500 });
    driver.wait(10);
    driver.send({ mode: 'standby', heaterEnable: true, pumpEnable: true });
    driver.wait(10);
    expect(driver.interlocks).toEqual([]);
  });

  it('is cleared by a fresh heartbeat, not by a repeated one', () => {
    const driver = new Driver({ initial: filled });
    driver.start();
    driver.wait(3);
    const clear = { heaterEnable: false, clearBits: interlockBit('watchdog-expired') };
    driver.repeat(clear);
    expect(driver.interlocks).toEqual(['watchdog-expired']);
    driver.send(clear);
    expect(driver.interlocks).toEqual([]);
  });

  it('still watches a pump that another interlock lets go on', () => {
    const driver = new Driver({ initial: { ...filled, cavityMl: 500, reservoirMl: 4000 } });
    driver.start({ ...circulating, mode: 'fill', flowSetpointMlPerMin: 1000 });
    driver.rig.inject({ fault: 'heater-fault' }, null);
    driver.run(1);
    expect(driver.telemetry.inForce.pumpEnable).toBe(true);
    driver.wait(1.6);
    expect(driver.interlocks).toEqual(['watchdog-expired', 'heater-fault']);
    expect(driver.telemetry.inForce.pumpEnable).toBe(false);
  });
});

describe('a latched interlock', () => {
  const tripped = (): Driver => {
    const driver = new Driver({ initial: filled });
    driver.start();
    driver.rig.inject({ fault: 'air-in-line' }, 2);
    driver.run(1);
    return driver;
  };
  const air = interlockBit('air-in-line');

  it('makes the rig safe until it is cleared', () => {
    const driver = tripped();
    driver.run(30);
    expect(driver.interlocks).toEqual(['air-in-line']);
    expect(driver.telemetry.rigState).toBe('safe');
  });

  it('is not cleared while its cause persists', () => {
    const driver = tripped();
    driver.send({ heaterEnable: false, clearBits: air });
    expect(driver.interlocks).toEqual(['air-in-line']);
    driver.run(2);
    driver.send({ clearBits: air });
    expect(driver.interlocks).toEqual([]);
  });

  it('is not cleared by a block with heater enable 1', () => {
    const driver = tripped();
    driver.run(2);
    driver.send({ heaterEnable: true, clearBits: air });
    expect(driver.interlocks).toEqual(['air-in-line']);
  });

  it('is cleared only where it is named', () => {
    const driver = tripped();
    driver.rig.inject({ fault: 'cover-open' }, 1);
    driver.run(3, { heaterEnable: false });
    expect(driver.interlocks).toEqual(['air-in-line', 'cover-open']);
    driver.send({ clearBits: interlockBit('cover-open') });
    expect(driver.interlocks).toEqual(['air-in-line']);
  });

  it('is echoed as a clear bit only while that is written', () => {
    const driver = tripped();
    driver.send({ clearBits: air });
    expect(driver.telemetry.inForce.clearBits).toBe(air);
    driver.send();
    expect(driver.telemetry.inForce.clearBits).toBe(0);
  });

  it('lets nothing restart by itself: heater and pump wait until they were asked 0', () => {
    const driver = tripped();
    driver.run(2);
    driver.send({ heaterEnable: false, clearBits: air });
    driver.run(1, circulating);
    expect(driver.interlocks).toEqual([]);
    expect(driver.telemetry.inForce).toMatchObject({ heaterEnable: true, pumpEnable: false });
    driver.send({ pumpEnable: false });
    driver.run(1, circulating);
    expect(driver.telemetry.inForce).toMatchObject({ heaterEnable: true, pumpEnable: true });
  });

  it('holds a pump that is asked for only while it is latched', () => {
    const driver = new Driver({ initial: filled });
    driver.start({ ...circulating, heaterEnable: false, pumpEnable: false });
    driver.rig.inject({ fault: 'air-in-line' }, 1);
    driver.run(2, { pumpEnable: true });
    driver.send({ clearBits: air });
    driver.run(1);
    expect(driver.interlocks).toEqual([]);
    expect(driver.telemetry.inForce.pumpEnable).toBe(false);
  });
});
