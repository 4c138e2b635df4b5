import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SessionTime } from '../../../electron/session/session-time.ts';
import { HandClock } from './hand-clock.ts';

describe('session time on a real rig, or one at scale 1', () => {
  it('is the console’s own monotonic clock from the start of the run', () => {
    const clock = new HandClock();
    const time = new SessionTime(clock, 1);
    expect([time.followsRig, time.nowMs()]).toEqual([false, 0]);
    clock.pass(1234.5);
    time.hearUptime(99);
    expect(time.nowMs()).toBe(1234.5);
  });

  it('has the rig’s uptime as a witness', () => {
    const clock = new HandClock();
    const time = new SessionTime(clock, 1);
    time.hearUptime(700_000);
    clock.pass(60_000);
    time.hearUptime(757_000);
    expect(time.disagreementSeconds()).toBeCloseTo(-3);
  });

  it('has the wall clock as another, and tells the worse of the two', () => {
    const clock = new HandClock();
    const time = new SessionTime(clock, 1);
    time.hearUptime(0);
    clock.pass(10_000);
    time.hearUptime(10_500);
    clock.wall += 3_600_000;
    expect(time.disagreementSeconds()).toBeCloseTo(3600);
  });

  it('takes a restarted rig for a new witness, not for a clock that is wrong', () => {
    const clock = new HandClock();
    const time = new SessionTime(clock, 1);
    time.hearUptime(800_000);
    clock.pass(5000);
    time.hearUptime(300);
    clock.pass(5000);
    time.hearUptime(5300);
    expect(time.disagreementSeconds()).toBe(0);
  });
});

describe('session time on a simulated rig that runs faster', () => {
  it('follows the rig’s uptime and stands while nothing is heard', () => {
    const clock = new HandClock();
    const time = new SessionTime(clock, 200);
    time.hearUptime(40_000);
    expect([time.followsRig, time.nowMs()]).toEqual([true, 0]);
    time.hearUptime(40_100);
    clock.pass(60_000);
    expect(time.nowMs()).toBe(100);
    expect(time.disagreementSeconds()).toBe(0);
  });

  it('goes on from where it was when the rig restarts', () => {
    const time = new SessionTime(new HandClock(), 200);
    time.hearUptime(0);
    time.hearUptime(90_000);
    time.hearUptime(100);
    expect(time.nowMs()).toBe(90_000);
    time.hearUptime(300);
    expect(time.nowMs()).toBe(90_200);
  });
});

describe('session time', () => {
  it('never goes back, whatever the rig says of itself', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1, 200),
        fc.array(
          fc.tuple(
            fc.nat(10_000),
            fc.option(fc.nat(2 ** 32 - 1)),
            fc.integer({ min: -400_000, max: 400_000 }),
          ),
        ),
        (scale, happenings) => {
          const clock = new HandClock();
          const time = new SessionTime(clock, scale);
          let last = time.nowMs();
          for (const [ms, uptimeMs, leapMs] of happenings) {
            clock.pass(ms);
            if (uptimeMs !== null) time.hearUptime(uptimeMs);
            clock.wall += leapMs;
            time.notice();
            expect(time.nowMs()).toBeGreaterThanOrEqual(last);
            last = time.nowMs();
          }
        },
      ),
    );
  });
});
