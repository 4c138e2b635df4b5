import { afterEach, describe, expect, it } from 'vitest';
import { perfusionist } from '../../support/installation.ts';
import { demoCase, shortPreset, Treatment, warm } from '../../support/treatment.ts';

let treatment: Treatment;
afterEach(() => treatment.close());

const rigNow = () => treatment.rig.rig.telemetry();
const stoodDown = { mode: 'standby', pumpEnable: false, heaterEnable: false };

describe('a run that ends while the line fails', () => {
  it.each([0.4, 0.9])(
    'unplugged for %s s from treatment: the machine is stood down when the line is back',
    async (seconds) => {
      treatment = await Treatment.treating();
      treatment.loopback.wire = 'unplugged';
      expect(treatment.act({ type: 'end-run', reason: 'over' })).toEqual({ taken: true });
      await treatment.seconds(seconds);
      treatment.loopback.wire = 'whole';
      await treatment.seconds(5);
      expect(rigNow().inForce).toMatchObject(stoodDown);
      expect(rigNow().flowMlPerMin.value).toBeLessThan(20);
      expect(treatment.engine.authority.state).toBe('reading');
    },
  );

  it('cut for a minute: a high alarm says that the machine still pumps, in review too, until it has stood down', async () => {
    treatment = await Treatment.treating();
    treatment.loopback.wire = 'cut';
    await treatment.seconds(0.5);
    treatment.act({ type: 'end-run', reason: 'over' });
    await treatment.seconds(60);
    expect(treatment.load().stage).toBe('review');
    expect(rigNow().inForce).toMatchObject({ mode: 'circulate', pumpEnable: true });
    const on = () =>
      treatment.run.alarms.filter(
        (alarm) => alarm.code === 'machine-still-pumps' && alarm.clearedMs === null,
      );
    expect(on()).toHaveLength(1);
    expect(treatment.run.alarmSystem.sound).toMatchObject({ state: 'sounding', priority: 'high' });
    treatment.loopback.wire = 'whole';
    await treatment.seconds(10);
    expect(rigNow().inForce).toMatchObject(stoodDown);
    expect(on()).toHaveLength(0);
  });

  it('goes on standing down in the set-up of the next case, and no run starts on a machine that pumps', async () => {
    treatment = await Treatment.treating();
    treatment.loopback.wire = 'cut';
    await treatment.seconds(0.5);
    treatment.act({ type: 'end-run', reason: 'over' });
    await treatment.seconds(5);
    await treatment.record().then((record) => record.close());
    await treatment.seconds(0.1);
    expect(treatment.engine.newCase()).toBe(true);
    await treatment.seconds(5);
    const { machine, stage } = treatment.load();
    expect(stage).toBe('setup');
    expect(machine.alarms.map(({ code }) => code)).toContain('machine-still-pumps');
    expect(await treatment.engine.startRun(perfusionist, demoCase(), shortPreset())).not.toBeNull();
    treatment.loopback.wire = 'whole';
    await treatment.seconds(10);
    expect(rigNow().inForce).toMatchObject(stoodDown);
    expect(treatment.load().machine).toMatchObject({ authority: 'reading', standingDownSeconds: null });
  });

  it('with a decision open and the line whole: the end is the decision', async () => {
    treatment = await Treatment.treating();
    treatment.loopback.wire = 'cut';
    await treatment.seconds(2);
    treatment.loopback.wire = 'whole';
    await treatment.seconds(3);
    expect(treatment.run.advice.now.key).toBe('link-back');
    treatment.act({ type: 'end-run', reason: 'over' });
    await treatment.seconds(4);
    expect(rigNow().inForce).toMatchObject(stoodDown);
  });
});

describe('alarms of a run that is over', () => {
  it('can be acknowledged and paused in review, and then nothing sounds', async () => {
    treatment = await Treatment.treating();
    treatment.loopback.wire = 'cut';
    await treatment.seconds(4);
    treatment.loopback.wire = 'whole';
    await treatment.seconds(2);
    treatment.act({ type: 'end-run', reason: 'over' });
    await treatment.seconds(10);
    expect(treatment.run.alarmSystem.sound.state).toBe('sounding');
    expect(treatment.act({ type: 'pause-audio' })).toEqual({ taken: true });
    await treatment.seconds(1);
    expect(treatment.run.alarmSystem.sound.state).toBe('paused');
    const alarmIds = treatment.run.alarms.map(({ id }) => id);
    expect(treatment.act({ type: 'acknowledge', alarmIds })).toEqual({ taken: true });
    await treatment.seconds(1);
    expect(treatment.run.alarmSystem.sound.state).not.toBe('sounding');
    // Still on, and told: the rig keeps the interlock of its watchdog.
    expect(treatment.run.alarms.filter(({ code }) => !code.startsWith('interlock-'))).toEqual([]);
  });
});

describe('a machine that is doing something', () => {
  it('starts no run: it says what the machine does', async () => {
    treatment = await Treatment.treating();
    const { rig } = treatment;
    const stopped = treatment.engine.stop();
    await treatment.seconds(5);
    await stopped;
    expect(rig.rig.telemetry()).toMatchObject({
      rigState: 'safe',
      inForce: { mode: 'circulate', pumpEnable: true },
    });
    const next = await Treatment.onRig(treatment);
    expect(await next.engine.startRun(perfusionist, demoCase(), shortPreset())).toMatch(
      /has not stood down \(mode circulate, pump on, heater off\)/,
    );
    await next.close();
  });
});

describe('another console on the line', () => {
  it('is seen by the heartbeat that moves, and no run starts', async () => {
    treatment = await Treatment.idle();
    await treatment.seconds(2);
    expect(treatment.load().machine.anotherConsole).toBe(false);
    for (let beat = 1; beat < 20; beat += 1) {
      treatment.rig.rig.control.heartbeat += 1;
      await treatment.seconds(0.1);
    }
    expect(treatment.load().machine.anotherConsole).toBe(true);
    expect(await treatment.engine.startRun(perfusionist, demoCase(), shortPreset())).toMatch(
      /^Another console commands this rig/,
    );
  });
});

describe('a pump that runs down from the flow of a drain', () => {
  const draining = async (): Promise<void> => {
    const preset = { ...shortPreset(), drainFlowMlPerMin: 2000 };
    treatment = await Treatment.start({ scenario: warm, preset });
    await treatment.untilPhase('treatment', 900);
    treatment.operator = null;
    treatment.act({ type: 'drain-now' });
    await treatment.seconds(6);
    expect(rigNow().flowMlPerMin.value).toBeGreaterThan(1900);
  };

  it('is no machine that still pumps when the run ends', async () => {
    await draining();
    treatment.act({ type: 'end-run', reason: 'over' });
    await treatment.seconds(10);
    expect(rigNow().inForce).toMatchObject(stoodDown);
    expect(treatment.raised('machine-still-pumps')).toEqual([]);
    expect(treatment.run.alarms.map(({ code }) => code)).not.toContain('machine-still-pumps');
  });

  it('is no pump on while off when the drain is paused', async () => {
    await draining();
    treatment.act({ type: 'pause-flow' });
    await treatment.seconds(10);
    expect(rigNow().pumpSpeedRpm).toBe(0);
    expect(treatment.raised('pump-on-while-off')).toEqual([]);
  });

  it('is told within 3 s and an exchange when it does not run down', async () => {
    await draining();
    treatment.fault({ fault: 'pump-runs-on' }, null);
    treatment.act({ type: 'pause-flow' });
    await treatment.seconds(3.4);
    expect(treatment.raised('pump-on-while-off')).toHaveLength(1);
  });
});

describe('a machine whose own check turned its pump off', () => {
  it('drains when a person asks for it afterwards: the pump is asked off first', async () => {
    treatment = await Treatment.treating();
    treatment.fault({ fault: 'rig-fault' }, 10);
    await treatment.seconds(15);
    expect(rigNow().inForce.pumpEnable).toBe(false);
    expect(treatment.run.flowHeld).toBe('command-not-in-force');
    expect(treatment.act({ type: 'drain-now' })).toEqual({ taken: true });
    await treatment.seconds(5);
    expect(rigNow().inForce).toMatchObject({ mode: 'drain', pumpEnable: true });
    expect(rigNow().flowMlPerMin.value).toBeGreaterThan(900);
  });

  it('is started again by nothing but a person', async () => {
    treatment = await Treatment.treating();
    treatment.fault({ fault: 'rig-fault' }, 10);
    await treatment.seconds(60);
    expect(rigNow().inForce.pumpEnable).toBe(false);
    expect(treatment.act({ type: 'resume-flow' })).toEqual({ taken: true });
    await treatment.seconds(3);
    expect(rigNow().inForce).toMatchObject({ pumpEnable: true });
  });
});
