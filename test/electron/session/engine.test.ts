import { afterEach, describe, expect, it } from 'vitest';
import { perfusionist } from '../../support/installation.ts';
import { demoCase, shortPreset, Treatment, warm } from '../../support/treatment.ts';
import { readJournal, until } from '../record/journals.ts';

let treatment: Treatment;
afterEach(() => treatment.close());

/** A run in a phase that asks nothing, with nobody at the controls. */
async function priming(): Promise<Treatment> {
  const started = await Treatment.start({ scenario: warm, preset: shortPreset() });
  await started.untilPhase('prime', 300);
  started.operator = null;
  await started.seconds(5);
  return started;
}
const inForce = () => treatment.rig.rig.telemetry().inForce;

describe('a line that is cut for about as long as makes a lost link', () => {
  it('is either no loss, or one that is told and waits for a person; never neither', async () => {
    treatment = await priming();
    const outcomes = new Set<string>();
    for (let ms = 820; ms <= 1240; ms += 20) {
      treatment.loopback.wire = 'cut';
      await treatment.seconds(ms / 1000);
      treatment.loopback.wire = 'whole';
      await treatment.seconds(1);
      const waits = treatment.run.advice.now.key === 'link-back';
      outcomes.add(waits ? 'told' : 'no loss');
      if (waits) {
        expect(treatment.raised('link-lost').at(-1)).toBeDefined();
        expect(treatment.act({ type: 'take-command' })).toEqual({ taken: true });
        await treatment.seconds(0.5);
        treatment.act({ type: 'clear-interlocks', bits: 0xfff });
        await treatment.seconds(0.5);
        treatment.act({ type: 'resume-flow' });
      }
      // Whichever it was: from here on the rig hears the console, and its watchdog stays quiet.
      await treatment.seconds(3);
      expect(inForce()).toMatchObject({ mode: 'prime', pumpEnable: true });
      expect(treatment.rig.rig.telemetry().interlockBits).toBe(0);
    }
    expect([...outcomes].sort()).toEqual(['no loss', 'told']);
  });
});

describe('an intervention after the link is back', () => {
  it('reaches the rig: STOP RUN stops the pump that the machine kept going', async () => {
    treatment = await Treatment.treating();
    treatment.loopback.wire = 'cut';
    await treatment.seconds(4);
    treatment.loopback.wire = 'whole';
    await treatment.seconds(3);
    expect(treatment.run.advice.now.key).toBe('link-back');
    expect(inForce()).toMatchObject({ mode: 'circulate', pumpEnable: true, heaterEnable: false });
    expect(treatment.act({ type: 'stop-run' })).toEqual({ taken: true });
    await treatment.seconds(0.3);
    expect(inForce()).toMatchObject({ mode: 'circulate', pumpEnable: false, heaterEnable: false });
    expect(treatment.run.stopped).toBe(true);
  });
});

describe('what is called requested', () => {
  it('is what was written: nothing with the link lost, nothing while a person has to decide', async () => {
    treatment = await Treatment.treating();
    expect(treatment.run.flow.requestedMlPerMin).toBe(1500);
    treatment.loopback.wire = 'cut';
    await treatment.seconds(3);
    expect(treatment.run.flow.requestedMlPerMin).toBeNull();
    expect(treatment.run.heater.requested).toBeNull();
    treatment.loopback.wire = 'whole';
    await treatment.seconds(3);
    expect(treatment.run.advice.now.key).toBe('link-back');
    const { heartbeat } = treatment.rig.rig.control;
    const fromMs = treatment.run.sessionSeconds * 1000;
    await treatment.seconds(3);
    expect(treatment.rig.rig.control.heartbeat).toBe(heartbeat);
    expect(treatment.run.mode.requested).toBeNull();
    treatment.act({ type: 'end-run', reason: 'over' });
    await treatment.seconds(6);
    const record = await treatment.record();
    const waited = [...record.samples()].filter(
      ({ sessionMs }) => sessionMs > fromMs && sessionMs < fromMs + 2900,
    );
    expect(waited.length).toBeGreaterThan(20);
    expect(waited.every(({ requested }) => requested === null)).toBe(true);
    record.close();
  });
});

describe('the end of a run', () => {
  it('tells the rig standby even when the line fails just then', async () => {
    treatment = await priming();
    treatment.loopback.wire = 'cut';
    expect(treatment.act({ type: 'end-run', reason: 'a reason' })).toEqual({ taken: true });
    await treatment.seconds(0.3);
    treatment.loopback.wire = 'whole';
    await treatment.seconds(0.8);
    expect(inForce()).toMatchObject({ mode: 'standby', pumpEnable: false, heaterEnable: false });
    await treatment.seconds(2);
    const record = await treatment.record();
    expect(record.events.at(-1)?.event).toMatchObject({ type: 'run-ended', outcome: 'aborted' });
    record.close();
  });
});

describe('starting', () => {
  it('another run is refused while one is open', async () => {
    treatment = await priming();
    expect(await treatment.engine.startRun(perfusionist, demoCase(), shortPreset())).toMatch(
      /^A run is open already/,
    );
  });
});

describe('what a run leaves behind', () => {
  it('is a record of every tick and every event, readable while it still goes on', async () => {
    treatment = await priming();
    const ticks = Math.floor(10 * treatment.run.sessionSeconds);
    const { durableSeq } = treatment.run;
    expect(durableSeq).toBeGreaterThan(0);
    const times = (): number[] => {
      const record = readJournal(treatment.journalPath);
      const all = [...record.samples()].map(({ sessionMs }) => sessionMs);
      expect(record.events.length).toBeGreaterThanOrEqual(durableSeq);
      record.close();
      return all;
    };
    // The journal's thread writes in real time.
    await until('every tick in the journal', () => times().length >= ticks);
    expect(times().every((ms, index, all) => index === 0 || ms > (all[index - 1] ?? 0))).toBe(true);
  });
});
