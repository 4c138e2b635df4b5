import { describe, expect, it } from 'vitest';
import type { AlarmAction } from '../../../electron/alarms/acting.ts';
import type { Signals } from '../../../electron/alarms/signals.ts';
import { measured } from '../../../electron/domain/reading.ts';
import { AlarmDesk, type SavedDesk } from '../../../electron/session/alarm-desk.ts';
import { type RestFacts, restSignals } from '../../../electron/session/rest-signals.ts';
import { perfusionistNamed } from '../../support/people.ts';
import { theatre } from '../../support/site.ts';
import { calm, probes } from '../alarms/calm.ts';

const rest: RestFacts = {
  expectLink: true,
  linkLost: false,
  linkAgeSeconds: 0.1,
  interlockBits: 0,
  machineStillPumps: false,
  consoleFault: false,
  anotherConsole: false,
  storageFailing: false,
  recordRemoved: false,
  recordBehindSeconds: null,
  freeStorageMegabytes: 900,
  screenStaleSeconds: 0,
  audioNotWorking: false,
  drainUnfinished: false,
};
const hot = { probesCelsius: probes(44, 42, 44.5, 42.4) };
const everythingAtOnce: Partial<Signals> = {
  ...hot,
  controlCelsius: measured(43.6),
  flowMlPerMin: measured(100),
  additionsDue: ['1/1 as labelled'],
  coreReadingDue: true,
  coreCelsius: measured(39.9),
  cavityPressureMmHg: measured(40),
  cavityVolumeMl: 4500,
  beyondPlanSeconds: 900,
  commandMismatch: true,
};

/** A desk and its time, with what a run sees or what is left to see after it. */
class Sitting {
  desk = new AlarmDesk(theatre.alarmLimits);
  nowMs = 0;

  run(signals: Partial<Signals>, seconds: number): this {
    return this.#step({ ...calm, ...signals }, seconds);
  }
  after(facts: Partial<RestFacts>, seconds: number): this {
    return this.#step(restSignals({ ...rest, ...facts }), seconds);
  }
  press(action: AlarmAction): string | null {
    return this.desk.act(action, perfusionistNamed('B'), this.nowMs).refused;
  }
  acknowledgeAll(): string | null {
    return this.press({ type: 'acknowledge', alarmIds: this.desk.shown.map(({ id }) => id) });
  }
  get sound(): string {
    const { state, priority } = this.desk.view().sound;
    return priority === null ? state : `${state} ${priority}`;
  }
  get codes(): string[] {
    return this.desk.shown.map(({ code, clearedMs }) => `${code}${clearedMs === null ? '' : ', over'}`);
  }

  #step(signals: Signals, seconds: number): this {
    for (let tick = 0; tick < seconds * 10; tick += 1) {
      this.nowMs += 100;
      this.desk.step(signals, this.nowMs, this.nowMs);
    }
    return this;
  }
}

describe('alarms outside a run', () => {
  it('are none while nothing is wrong, however long', () => {
    const sitting = new Sitting().after({}, 4000);
    expect([sitting.codes, sitting.sound, sitting.desk.annunciation]).toEqual([[], 'none', 'none']);
  });

  it.each<[Partial<RestFacts>, string]>([
    [{ linkLost: true, linkAgeSeconds: 3 }, 'link-lost'],
    [{ machineStillPumps: true }, 'machine-still-pumps'],
    [{ consoleFault: true }, 'console-fault'],
    [{ anotherConsole: true }, 'another-console'],
    [{ interlockBits: 1 << 10 }, 'emergency-stop'],
    [{ storageFailing: true }, 'storage-failing'],
    [{ freeStorageMegabytes: 50 }, 'storage-low'],
    [{ screenStaleSeconds: 6 }, 'screen-not-updating'],
    [{ audioNotWorking: true }, 'audio-not-working'],
  ])('%j: %s, and over with it', (facts, code) => {
    const sitting = new Sitting().after(facts, 6);
    expect(sitting.codes).toEqual([code]);
    sitting.after({}, 1);
    sitting.acknowledgeAll();
    expect(sitting.codes).toEqual([]);
  });

  it('a line that nobody expects anything of is not lost', () => {
    expect(new Sitting().after({ expectLink: false, linkLost: true }, 60).codes).toEqual([]);
  });

  it('sound at the machine too, as high as the highest that stands', () => {
    const sitting = new Sitting().after({ linkLost: true, linkAgeSeconds: 3 }, 1);
    expect(sitting.desk.annunciation).toBe('high');
  });

  it('a machine that pumps on is told with the line lost too, beside it', () => {
    const sitting = new Sitting().after({ machineStillPumps: true, linkLost: true, linkAgeSeconds: 9 }, 1);
    expect(sitting.desk.shown.map(({ code, under }) => [code, under])).toEqual([
      ['link-lost', null],
      ['machine-still-pumps', null],
    ]);
  });
});

describe('when a run is over', () => {
  it('its conditions are too; what was high stays until a person has acknowledged it, and sounds', () => {
    const sitting = new Sitting().run(everythingAtOnce, 60);
    expect(sitting.codes.length).toBeGreaterThan(6);
    sitting.after({}, 31);
    expect(sitting.codes.every((code) => code.endsWith(', over'))).toBe(true);
    expect(sitting.desk.shown.every(({ priority }) => priority === 'high')).toBe(true);
    expect([sitting.sound, sitting.desk.annunciation]).toEqual(['sounding high', 'none']);
    expect(sitting.acknowledgeAll()).toBeNull();
    expect([sitting.codes, sitting.sound]).toEqual([[], 'none']);
  });

  it('what sounds can be paused, for 120 s', () => {
    const sitting = new Sitting().run(hot, 3).after({}, 10);
    expect(sitting.press({ type: 'pause-audio' })).toBeNull();
    expect(sitting.after({}, 119).sound).toBe('paused high');
    expect(sitting.after({}, 2).sound).toBe('sounding high');
  });
});

describe('a desk through a checkpoint', () => {
  const write = (sitting: Sitting): SavedDesk => JSON.parse(JSON.stringify(sitting.desk.checkpoint()));
  const busy = (): Sitting => {
    const sitting = new Sitting().run(everythingAtOnce, 12);
    sitting.acknowledgeAll();
    sitting.press({ type: 'change-alarm-limit', limit: 'core-low', value: 38.7 });
    sitting.run({ storageFailing: true, ...hot }, 3).run({ storageFailing: true }, 2);
    sitting.press({ type: 'pause-audio' });
    return sitting;
  };

  it('shows the same, looks back on the same, has the same limits with the same changes', () => {
    const sitting = busy();
    const resumed = AlarmDesk.resume(write(sitting), theatre.alarmLimits);
    const { figures: _, ...view } = sitting.desk.view();
    expect(resumed.view()).toEqual({ ...view, figures: [] });
    expect(resumed.view().limits.find(({ name }) => name === 'core-low')).toMatchObject({
      value: 38.7,
      changes: [{ from: 38.5, to: 38.7, by: perfusionistNamed('B') }],
    });
    expect(resumed.annunciation).toBe(sitting.desk.annunciation);
  });

  it('steps on as if nothing had been', () => {
    const sitting = busy();
    const resumed = new Sitting();
    resumed.desk = AlarmDesk.resume(write(sitting), theatre.alarmLimits);
    resumed.nowMs = sitting.nowMs;
    for (const [signals, seconds] of [
      [{}, 40],
      [hot, 3],
      [{ linkLost: true }, 1],
      [everythingAtOnce, 130],
      [{}, 60],
    ] as const) {
      sitting.run(signals, seconds);
      resumed.run(signals, seconds);
      expect(resumed.desk.view()).toEqual(sitting.desk.view());
      expect(resumed.desk.checkpoint()).toEqual(sitting.desk.checkpoint());
    }
  });

  it('in a program whose monotonic clock is another: a pause has as long to go as it had', () => {
    const sitting = new Sitting().run({ storageFailing: true }, 500);
    sitting.press({ type: 'pause-audio' });
    sitting.run({ storageFailing: true }, 50);
    const desk = AlarmDesk.resume(write(sitting), theatre.alarmLimits, 3_000);
    const secondsLeft = (atMs: number): number =>
      desk.step({ ...calm, storageFailing: true }, sitting.nowMs + atMs, 3_000 + atMs).sound.secondsLeft;
    expect([desk.view().sound.secondsLeft, secondsLeft(10_000), secondsLeft(70_000)]).toEqual([70, 60, 0]);
  });

  it('over a gap that nobody saw: no delay matures by it', () => {
    const sitting = new Sitting().run({ controlCelsius: measured(43.2) }, 5);
    const desk = AlarmDesk.resume(write(sitting), theatre.alarmLimits);
    desk.skip(40_000);
    const step = (atMs: number) =>
      desk.step({ ...calm, controlCelsius: measured(43.2) }, sitting.nowMs + 40_000 + atMs, atMs).events;
    expect([step(4_000), step(5_200).map(({ type }) => type)]).toEqual([[], ['alarm-raised']]);
  });
});
