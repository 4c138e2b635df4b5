import { describe, expect, it } from 'vitest';
import { SessionTime, type TimeEvent } from '../../../electron/session/session-time.ts';
import { HandClock } from './hand-clock.ts';

/** Session time of a run, tick by tick, with a rig that is heard in each. */
class Ticking {
  readonly clock = new HandClock();
  readonly time = new SessionTime(this.clock, 1);
  readonly told: TimeEvent[] = [];
  uptimeMs = 700_000;
  /** Of the rig's clock against the console's. */
  rigPace = 1;

  constructor() {
    this.tick();
  }

  tick(heard = true): void {
    if (heard) this.time.hearUptime(Math.round(this.uptimeMs));
    this.told.push(...this.time.notice());
  }

  run(seconds: number, heard = true): this {
    for (let tick = 0; tick < seconds * 10; tick += 1) {
      this.clock.pass(100);
      this.uptimeMs += 100 * this.rigPace;
      this.tick(heard);
    }
    return this;
  }

  /** The world goes on, the monotonic clock stands. */
  sleep(seconds: number): this {
    this.clock.wall += 1000 * seconds;
    this.uptimeMs += 1000 * seconds;
    return this;
  }

  get seconds(): number {
    return this.time.nowMs() / 1000;
  }
}

describe('a wall clock that is set in a run', () => {
  it.each([40, -3600, 3])(
    'by %s s is told once, is the reference from then on, and moves no session time',
    (by) => {
      const run = new Ticking().run(20);
      run.clock.wall += 1000 * by;
      run.run(600);
      expect(run.told).toEqual([{ type: 'clock-stepped', clock: 'wall', bySeconds: expect.closeTo(by) }]);
      expect(run.seconds).toBeCloseTo(620);
      expect(run.time.disagreementSeconds()).toBeCloseTo(0);
      run.clock.wall += 5_000;
      run.run(10);
      expect(run.told).toHaveLength(2);
    },
  );

  it('is never apart for as long as the alarm waits', () => {
    const run = new Ticking().run(20);
    run.clock.wall += 40_000;
    let apartTicks = 0;
    for (let tick = 0; tick < 100; tick += 1) {
      run.run(0.1);
      if (Math.abs(run.time.disagreementSeconds()) > 2) apartTicks += 1;
    }
    expect(apartTicks).toBeLessThan(20);
  });

  it('by less than 2 s is nothing to tell of', () => {
    const run = new Ticking().run(20);
    run.clock.wall += 1_900;
    expect(run.run(60).told).toEqual([]);
  });

  it('while the rig is silent is judged when it is heard again', () => {
    const run = new Ticking().run(20);
    run.clock.wall += 40_000;
    expect(run.run(30, false).told).toEqual([]);
    expect(run.time.disagreementSeconds()).toBeCloseTo(40);
    expect(run.run(2).told).toEqual([
      { type: 'clock-stepped', clock: 'wall', bySeconds: expect.closeTo(40) },
    ]);
  });
});

describe('a rig whose clock is 0.1 % off', () => {
  it('is told of each time it has come 2 s away, and of nothing else', () => {
    const run = new Ticking();
    run.rigPace = 1.001;
    run.run(3600 * 1.5);
    expect(run.told).toEqual([
      { type: 'clock-stepped', clock: 'rig', bySeconds: expect.closeTo(2, 1) },
      { type: 'clock-stepped', clock: 'rig', bySeconds: expect.closeTo(2, 1) },
    ]);
    expect(run.seconds).toBeCloseTo(5400);
  });
});

describe('a computer that slept', () => {
  it.each([5, 300, 28_800])('for %s s: session time takes it in, told once with its length', (seconds) => {
    const run = new Ticking().run(20).sleep(seconds).run(10);
    expect(run.told).toEqual([{ type: 'standstill', seconds: expect.closeTo(seconds) }]);
    expect(run.seconds).toBeCloseTo(30 + seconds);
    expect(run.time.disagreementSeconds()).toBeCloseTo(0);
    expect(run.run(600).told).toHaveLength(1);
  });

  it('and first reads a reply from before: the same', () => {
    const run = new Ticking().run(20);
    const before = run.uptimeMs;
    run.sleep(300);
    run.time.hearUptime(before + 50);
    run.told.push(...run.time.notice());
    run.run(10);
    expect(run.told).toEqual([{ type: 'standstill', seconds: expect.closeTo(300) }]);
  });

  it('and finds the line cut: when the rig is heard again', () => {
    const run = new Ticking().run(20).sleep(300).run(20, false);
    expect(run.told).toEqual([]);
    expect(run.run(2).told).toEqual([{ type: 'standstill', seconds: expect.closeTo(300) }]);
    expect(run.seconds).toBeCloseTo(342);
  });

  it('and finds a rig that restarted: one witness is not enough, the clock is told of', () => {
    const run = new Ticking().run(20).sleep(300);
    run.uptimeMs = 300;
    run.run(10);
    expect(run.told).toEqual([{ type: 'clock-stepped', clock: 'wall', bySeconds: expect.closeTo(300) }]);
    expect(run.seconds).toBeCloseTo(30);
  });

  it('and has its clock set meanwhile: both are told, session time follows neither', () => {
    const run = new Ticking().run(20).sleep(300);
    run.clock.wall -= 1_000_000;
    run.run(10);
    expect(run.told.map((event) => 'bySeconds' in event && Math.round(event.bySeconds))).toEqual([-700, 300]);
    expect(run.seconds).toBeCloseTo(30);
  });

  it('with a monotonic clock that went on: told, and nothing is added twice', () => {
    const run = new Ticking().run(20);
    run.clock.pass(300_000);
    run.uptimeMs += 300_000;
    run.run(10);
    expect(run.told).toEqual([{ type: 'standstill', seconds: expect.closeTo(300, 0) }]);
    expect(run.seconds).toBeCloseTo(330);
  });
});

describe('the uptime’s counter', () => {
  it('that starts over is no restart and no leap', () => {
    const run = new Ticking();
    run.uptimeMs = 2 ** 32 - 5_000;
    const fresh = new SessionTime(run.clock, 1);
    const told: TimeEvent[] = [];
    for (let tick = 0; tick < 100; tick += 1) {
      run.clock.pass(100);
      run.uptimeMs = (run.uptimeMs + 100) % 2 ** 32;
      fresh.hearUptime(run.uptimeMs);
      told.push(...fresh.notice());
    }
    expect(told).toEqual([]);
    expect(fresh.disagreementSeconds()).toBeCloseTo(0);
  });
});

describe('session time that is taken up again', () => {
  it('goes on from where it was, and the gap later where one is told', () => {
    const run = new Ticking().run(20).sleep(300).run(10);
    const saved = JSON.parse(JSON.stringify(run.time.toJson()));
    const other = new HandClock();
    other.ms = 77;
    for (const [gapMs, seconds] of [
      [0, 330],
      [40_000, 370],
    ] as const) {
      const time = SessionTime.resume(saved, other, gapMs);
      expect(time.nowMs() / 1000).toBeCloseTo(seconds);
      time.hearUptime(run.uptimeMs + 90_000);
      other.pass(1000);
      time.hearUptime(run.uptimeMs + 91_000);
      expect([time.nowMs() / 1000, time.disagreementSeconds(), time.notice()]).toEqual([
        expect.closeTo(seconds + 1),
        expect.closeTo(0),
        [],
      ]);
    }
  });

  it('on a simulated rig that runs faster: likewise', () => {
    const time = new SessionTime(new HandClock(), 200);
    time.hearUptime(1000);
    time.hearUptime(61_000);
    const saved = JSON.parse(JSON.stringify(time.toJson()));
    const resumed = SessionTime.resume(saved, new HandClock(), 5_000);
    resumed.hearUptime(80_000);
    expect([resumed.followsRig, resumed.nowMs()]).toEqual([true, 65_000]);
    resumed.hearUptime(80_100);
    expect(resumed.nowMs()).toBe(65_100);
  });
});
