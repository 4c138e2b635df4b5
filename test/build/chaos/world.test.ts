import { describe, expect, it } from 'vitest';
import { Scheduler } from '../../../build/chaos/simulate/world/scheduler.ts';

describe('a lane', () => {
  it('runs what is due in order of time, then of asking', async () => {
    const scheduler = new Scheduler();
    const [one, other] = [scheduler.lane('one'), scheduler.lane('other')];
    const ran: string[] = [];
    one.after(10, () => ran.push('one at 10'));
    other.after(5, () => ran.push('other at 5'));
    other.after(10, () => ran.push('other at 10'));
    one.after(10, () => ran.push('one at 10, asked later'));
    await scheduler.runUntil(20);
    expect(ran).toEqual(['other at 5', 'one at 10', 'other at 10', 'one at 10, asked later']);
  });

  it('that hangs runs nothing meanwhile and everything afterwards; its clock goes on', async () => {
    const scheduler = new Scheduler();
    const lane = scheduler.lane('console');
    const ranAt: number[] = [];
    lane.after(10, () => ranAt.push(scheduler.nowMs));
    const before = lane.monotonicMs();
    lane.hold(100);
    await scheduler.runUntil(99);
    expect(ranAt).toEqual([]);
    await scheduler.runUntil(200);
    expect(ranAt).toEqual([100]);
    expect(lane.monotonicMs() - before).toBe(200);
  });

  it('that sleeps loses the time on its monotonic clock, not on the wall', async () => {
    const scheduler = new Scheduler();
    const lane = scheduler.lane('console');
    const ranAt: number[] = [];
    lane.after(10, () => ranAt.push(scheduler.nowMs));
    const [monotonic, wall] = [lane.monotonicMs(), lane.wallMs()];
    lane.sleep(100);
    await scheduler.runUntil(50);
    expect(lane.monotonicMs()).toBe(monotonic);
    lane.after(0, () => ranAt.push(-scheduler.nowMs));
    await scheduler.runUntil(200);
    expect(ranAt).toEqual([-100, 110]);
    expect(lane.monotonicMs() - monotonic).toBe(100);
    expect(lane.wallMs() - wall).toBe(200);
    lane.sleep(50);
    await scheduler.runUntil(300);
    expect(lane.monotonicMs() - monotonic).toBe(150);
  });

  it('that is killed runs nothing any more', async () => {
    const scheduler = new Scheduler();
    const lane = scheduler.lane('console');
    lane.after(10, () => expect.fail('it ran'));
    lane.kill();
    lane.after(10, () => expect.fail('it ran'));
    await scheduler.runUntil(100);
  });

  it('lets promises settle before the next event', async () => {
    const scheduler = new Scheduler();
    const lane = scheduler.lane('console');
    const ran: string[] = [];
    lane.after(1, async () => {
      for (let turn = 0; turn < 10; turn += 1) await undefined;
      ran.push('settled');
    });
    lane.after(2, () => ran.push('next'));
    await scheduler.runUntil(5);
    expect(ran).toEqual(['settled', 'next']);
  });
});
