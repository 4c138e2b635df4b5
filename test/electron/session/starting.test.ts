import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenJournal } from '../../../electron/record/journal.ts';
import { perfusionist } from '../../support/installation.ts';
import { perfusionistNamed } from '../../support/people.ts';
import { demoCase, shortPreset } from '../../support/treatment.ts';
import { openJournal, ownFolder, readJournal, until } from '../record/journals.ts';
import { newJournal, OpenConsole } from './open-console.ts';

let open: OpenConsole;
beforeEach(() => {
  open = new OpenConsole();
});
afterEach(() => open.close());

describe('starting a run', () => {
  it('needs a rig that answers', async () => {
    open.loopback.wire = 'cut';
    await open.clock.advance(3000);
    expect(await open.start()).toMatch(/rig|answer/i);
    expect(open.load().stage).toBe('setup');
  });

  it('is refused with a flow the rig cannot do, by name and range, and no journal is made', async () => {
    await open.clock.advance(500);
    open.journals.push(() => Promise.reject(new Error('no journal was to be made')));
    const problem = await open.start({ ...shortPreset(), drainFlowMlPerMin: 4900 });
    expect(problem).toMatch(
      /^drain flow 4900 mL\/min is outside what rig \S+ can do \(\d+–\d+ mL\/min\): choose/,
    );
  });

  it('is refused with a flow above the ceiling of the site, and for a patient lighter than it treats', async () => {
    await open.clock.advance(500);
    open.journals.push(() => Promise.reject(new Error('no journal was to be made')));
    expect(await open.start({ ...shortPreset(), flowMlPerMin: 3100 })).toMatch(
      /^The flow of 3.100 mL\/min is above the ceiling of this site, 3.000 mL\/min \(intra-operative\)\. Choose/,
    );
    const { patient, ...others } = demoCase();
    const light = { ...others, patient: { ...patient, weightKg: 7.5 } };
    expect(await open.start(shortPreset(), light)).toBe(
      'The patient weighs 7.5 kg; this site treats from 8 kg on. Check the weight, or treat elsewhere.',
    );
  });

  it('is refused with a preset beyond the hard limits, wherever that came from', async () => {
    await open.clock.advance(500);
    expect(await open.start({ ...shortPreset(), targetCelsius: 44, minutes: 240 })).toBe(
      'target must lie between 40 and 43.5 °C, but is 44 °C: enter a value in that range. ' +
        'treatment time must lie between 15 and 120 min, but is 240 min: enter a value in that range',
    );
    expect(open.load().stage).toBe('setup');
  });

  it('is refused with a disk that cannot hold the run, with what is free and what is needed', async () => {
    await open.clock.advance(500);
    open.journals.push(() => Promise.reject(new Error('no journal was to be made')));
    open.freeStorageMegabytes = 199;
    expect(await open.start()).toBe(
      'The disk of the record has 199 MB free, a run needs 200 MB: free space on it, then start the run.',
    );
    expect(open.load().storage).toEqual({ freeMegabytes: 199, neededMegabytes: 200 });
  });

  it('is refused while a high alarm of the set-up has not been read', async () => {
    await open.clock.advance(500);
    open.engine.hearFault(new Error('nobody caught this'));
    await open.clock.advance(500);
    expect(open.load().machine.alarms.map(({ code }) => code)).toEqual(['console-fault']);
    // Also once it is over.
    await open.clock.advance(60_000);
    expect(await open.start()).toBe('A high alarm has not been read. Acknowledge it, then start the run.');
    const alarmIds = open.load().machine.alarms.map(({ id }) => id);
    open.engine.act(perfusionist, { type: 'acknowledge', alarmIds });
    expect(await open.start()).toBeNull();
  });

  it('says so when what it asks of the computer throws, and may be tried again once that is read', async () => {
    await open.clock.advance(500);
    const free = () => {
      throw new Error('no such disk');
    };
    Object.defineProperty(open, 'freeStorageMegabytes', { get: free, configurable: true });
    const starting = open.start();
    Object.defineProperty(open, 'freeStorageMegabytes', { value: 10_000 });
    expect(await starting).toBe('The run could not be started: no such disk.');
    await open.clock.advance(500);
    expect(open.engine.authority).toMatchObject({ state: 'reading', failures: 1 });
    const { alarms } = open.engine.snapshot().machine;
    expect(alarms.map(({ code }) => code)).toEqual(['console-fault']);
    open.engine.act(perfusionist, { type: 'acknowledge', alarmIds: alarms.map(({ id }) => id) });
    expect(await open.start()).toBeNull();
  });

  it('is not refused with a disk of which nothing is known', async () => {
    await open.clock.advance(500);
    open.freeStorageMegabytes = null;
    expect(await open.start()).toBeNull();
  });

  it('says what is wrong with the journal, and may be tried again', async () => {
    await open.clock.advance(500);
    open.journals.push(async () => ({ ok: false, problem: 'the disk is full' }));
    expect(await open.start()).toBe('the disk is full');
    expect(open.load().stage).toBe('setup');
    expect(await open.start()).toBeNull();
    expect(open.load().stage).toBe('run');
  });

  it('pressed twice makes one run', async () => {
    await open.clock.advance(500);
    const both = await Promise.all([open.start(), open.start()]);
    expect(both).toEqual([null, expect.stringMatching(/^A run is open already/)]);
  });

  it('with a line that breaks while the journal is made does not begin, and may be tried again', async () => {
    await open.clock.advance(500);
    let make = (_: OpenJournal): void => {};
    open.journals.push(() => new Promise((resolve) => (make = resolve)));
    const starting = open.start();
    open.loopback.wire = 'cut';
    await open.clock.advance(3000);
    make(await newJournal());
    expect(await starting).toMatch(/did not answer/);
    await open.clock.advance(500);
    expect(open.load().stage).toBe('setup');
    open.loopback.wire = 'whole';
    await open.clock.advance(4000);
    expect(await open.start()).toBeNull();
    await open.clock.advance(1000);
    expect(open.now).toBe('self-test-running');
  });

  it('needs a rig heard long enough to see that another console commands it', async () => {
    const { engine, rig, clock } = open;
    const answers: (string | null)[] = [];
    for (let tick = 0; tick < 20; tick += 1) {
      rig.rig.control.heartbeat = (rig.rig.control.heartbeat + 1) & 0xffff;
      await clock.advance(100);
      if (engine.snapshot().telemetry !== null && answers.at(-1) !== null) answers.push(await open.start());
    }
    expect(answers).not.toContain(null);
    expect(answers[0]).toMatch(/only just been heard/);
    expect(answers.at(-1)).toMatch(/^Another console commands this rig/);
  });

  it('is refused where the machine does something else by the time the journal is made, and that record has its end', async () => {
    await open.clock.advance(500);
    let make = (_: OpenJournal): void => {};
    open.journals.push(() => new Promise((resolve) => (make = resolve)));
    const starting = open.start();
    const path = `${ownFolder()}/journal.sqlite`;
    await open.clock.advance(200);
    expect(open.engine.rescue(perfusionistNamed('P'), 'drain', 0)).toEqual({ taken: true });
    await open.clock.advance(3000);
    make({ ok: true, journal: await openJournal(path) });
    expect(await starting).toMatch(/The machine is told something already|has not stood down/);
    await open.clock.advance(500);
    expect(open.load()).toMatchObject({ stage: 'setup', machine: { rescue: { asked: 'drain' } } });
    expect(open.rig.rig.control).toMatchObject({ mode: 'drain', pumpEnable: true });
    expect(readJournal(path).events.at(-1)?.event).toMatchObject({ type: 'run-ended', outcome: 'aborted' });
  });

  it('is refused where fluid is remembered while the journal is made', async () => {
    await open.clock.advance(500);
    let make = (_: OpenJournal): void => {};
    open.journals.push(() => new Promise((resolve) => (make = resolve)));
    const starting = open.start();
    await open.clock.advance(200);
    open.engine.remember({
      runId: 'x',
      patientName: { familyName: 'y', givenName: '' },
      endedWallMs: 0,
      volumeMl: 3000,
      fillMl: 3000,
    });
    make(await newJournal());
    expect(await starting).toContain('left fluid in a cavity');
  });

  it('while the program is told to end: the run begins, is ended on record, and no other begins', async () => {
    await open.clock.advance(500);
    let make = (_: OpenJournal): void => {};
    open.journals.push(() => new Promise((resolve) => (make = resolve)));
    const starting = open.start();
    const path = `${ownFolder()}/journal.sqlite`;
    const ended = open.engine.endInGoodOrder('Ended by SIGTERM.');
    expect(await open.start()).toMatch(/^A run is open already/);
    await open.clock.advance(1000);
    make({ ok: true, journal: await openJournal(path) });
    expect(await starting).toBeNull();
    await open.clock.advance(8000);
    await until('the end of the run', () => open.engine.somethingIsOpen === false);
    await ended;
    const { events } = readJournal(path);
    expect(events.map(({ event }) => event)).toContainEqual(
      expect.objectContaining({ type: 'run-ended', outcome: 'stopped' }),
    );
    expect(await open.start()).toMatch(/^A run is open already|^The console is ending/);
  });
});

describe('without a run', () => {
  it('the console only reads', async () => {
    await open.clock.advance(5000);
    expect(open.rig.rig.telemetry().inForce.mode).toBe('standby');
    expect(open.rig.rig.control.heartbeat).toBe(0);
    expect(open.load().rig.link).toBe('up');
  });

  it('an action is refused', () => {
    expect(open.engine.act(perfusionistNamed('Perfusionist'), { type: 'stop-run' })).toEqual({
      taken: false,
      why: 'no-run',
    });
  });
});

describe('a console that stood still for longer than makes a lost link', () => {
  it('has let go of command, says so and waits for a person, though the rig answers at once', async () => {
    await open.clock.advance(500);
    await open.start();
    await open.clock.advance(1000);
    expect(open.now).toBe('self-test-running');
    open.stoodStillMs += 3000;
    // The rig's uptime did not go on with it: what it says is taken for old for a while, and not for good.
    await open.clock.advance(3000);
    expect(open.now).toBe('link-lost');
    await open.clock.advance(5000);
    expect(open.now).toBe('link-back');
    expect(open.load().run?.alarms.map(({ code }) => code)).toContain('link-lost');
    expect(open.engine.act(perfusionistNamed('Perfusionist'), { type: 'take-command' })).toEqual({
      taken: true,
    });
    const before = open.rig.rig.control.heartbeat;
    await open.clock.advance(1000);
    expect(open.rig.rig.control.heartbeat).toBeGreaterThan(before);
  });
});
