import { afterEach, expect, test } from 'vitest';
import { AutoOperator } from '../../electron/session/auto-operator.ts';
import { Treatment } from '../support/treatment.ts';

let treatment: Treatment;
afterEach(() => treatment.close());

test.each([
  [{ fault: 'crc-error', share: 0.2 }, 'crcErrors'],
  [{ fault: 'block-crc-error', share: 0.2 }, 'blockCrcErrors'],
  [{ fault: 'reply-dropped', share: 0.2 }, 'timeouts'],
  [{ fault: 'reply-late', share: 0.2, ms: 150 }, 'timeouts'],
  [{ fault: 'reply-duplicated', share: 0.5 }, 'staleEchoes'],
  [{ fault: 'noise-bytes', share: 0.5, bytes: 8 }, 'noiseBytes'],
] as const)('%o: replies are discarded and counted as %s, the treatment goes on', async (fault, counter) => {
  treatment = await Treatment.treating();
  const before = treatment.view.rig.counters[counter];
  treatment.fault(fault, 30);
  await treatment.seconds(60);
  expect(treatment.view.rig.counters[counter]).toBeGreaterThan(before + 10);
  const { run } = treatment;
  expect(run.heatHeld).toBeNull();
  expect(run.clocks.inBandStopped).toBeNull();
  expect(treatment.raised('link-lost')).toEqual([]);
  expect(treatment.raised('probe-fault')).toEqual([]);
});

test('line cut for 8 s: the rig turns its heater off, the console reads and waits, a person resumes', async () => {
  treatment = await Treatment.treating();
  const before = treatment.run.clocks;
  const cutSeconds = treatment.run.sessionSeconds;
  treatment.loopback.wire = 'cut';

  await treatment.until('link lost on screen', ({ advice }) => advice.now.key === 'link-lost', 3);
  expect(treatment.run.sessionSeconds - cutSeconds).toBeLessThanOrEqual(1.5);
  expect(treatment.raised('link-lost')).toHaveLength(1);
  expect(treatment.raised('link-lost')[0]).toMatchObject({ priority: 'high', kind: 'technical' });
  expect(treatment.run.probes.map(({ celsius }) => celsius)).toEqual(
    Array.from({ length: 4 }, () => ({ value: null, missing: 'link-lost' })),
  );
  expect(treatment.act({ type: 'drain-now' })).toMatchObject({ taken: false });
  expect(treatment.act({ type: 'stop-run' })).toEqual({ taken: true });

  // By its own watchdog, within 2 s of the last heartbeat.
  await treatment.seconds(cutSeconds + 2 - treatment.run.sessionSeconds);
  expect(treatment.rig.rig.telemetry().inForce.heaterEnable).toBe(false);
  expect(treatment.rig.rig.telemetry().heaterPowerPercent).toBe(0);

  await treatment.seconds(6);
  treatment.loopback.wire = 'whole';
  await treatment.until('link back', ({ advice }) => advice.now.key === 'link-back', 5);
  // The gap did not count as in band, and time went on.
  expect(treatment.run.clocks.inBandSeconds).toBeLessThanOrEqual((before.inBandSeconds ?? 0) + 2);
  const refusedBefore = treatment.rig.rig.telemetry().blocksRefused;
  await treatment.seconds(5);
  // It only reads: no heartbeat is taken, nothing is commanded.
  expect(treatment.rig.rig.telemetry()).toMatchObject({ blocksRefused: refusedBefore, rigState: 'safe' });
  expect(treatment.run.primary?.action).toBe('take-command');
  expect((treatment.run.clocks.elapsedSeconds ?? 0) - (before.elapsedSeconds ?? 0)).toBeGreaterThanOrEqual(
    12,
  );

  const steps = ['take-command', 'clear-interlocks', 'circulate-unheated', 'resume-heat'] as const;
  for (const step of steps) {
    await treatment.until(
      `${step} offered`,
      ({ primary }) => primary?.action === step && primary.blocked === null,
      120,
    );
    const bits = treatment.run.primary?.bits ?? 0;
    expect(treatment.act(step === 'clear-interlocks' ? { type: step, bits } : { type: step })).toEqual({
      taken: true,
    });
    await treatment.seconds(1);
  }
  await treatment.until('heat in force', ({ heater }) => heater.inForce === true, 60);
  await treatment.until('in band', ({ clocks }) => clocks.inBandStopped === null, 300);

  treatment.operator = new AutoOperator();
  await treatment.untilPhase('complete', 3600);
  expect(treatment.run.outcome).toBe('completed');
  const record = await treatment.record();
  const missing = [...record.samples()].filter((s) => s.probesCelsius[2].missing === 'link-lost');
  record.close();
  expect(missing.length).toBeGreaterThan(60);
  expect(missing.every((sample) => sample.inForce === null && sample.controlCelsius.value === null)).toBe(
    true,
  );
});

test('line unplugged and plugged in again: a fresh port, the same machine, and a person decides', async () => {
  treatment = await Treatment.treating();
  treatment.loopback.wire = 'unplugged';
  await treatment.seconds(4);
  expect(treatment.view.rig.link).toBe('lost');
  expect(treatment.view.rig.problem).toContain('unplugged');
  treatment.loopback.wire = 'whole';
  await treatment.until('link back', ({ advice }) => advice.now.key === 'link-back', 10);
  expect(treatment.view.rig.counters.reconnects).toBe(1);
  expect(treatment.run.heater.inForce).toBe(false);
});

test('the rig restarts: everything stands still until a person has decided, then flow and heat one by one', async () => {
  treatment = await Treatment.treating();
  treatment.fault({ fault: 'rig-restart' }, 0.5);
  await treatment.untilAlarm('rig-restarted');
  await treatment.seconds(10);
  expect(treatment.rig.rig.telemetry()).toMatchObject({ rigState: 'standby', heaterPowerPercent: 0 });
  for (const step of ['take-command', 'resume-flow', 'resume-heat'] as const) {
    await treatment.until(
      `${step} offered`,
      ({ primary }) => primary?.action === step && primary.blocked === null,
      120,
    );
    expect(treatment.act({ type: step })).toEqual({ taken: true });
    await treatment.seconds(2);
  }
  await treatment.until('heat in force', ({ heater }) => heater.inForce === true, 120);
  expect(treatment.run.mode).toEqual({ requested: 'circulate', inForce: 'circulate' });
});
