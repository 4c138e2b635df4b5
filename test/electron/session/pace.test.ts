import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pace, tickMs } from '../../../electron/session/pace.ts';

/** A clock whose timers run late, as those of a busy program do. */
class LateClock {
  nowMs = 0.25;
  lateMs = 0;
  monotonicMs(): number {
    return this.nowMs;
  }
  wallMs(): number {
    return this.nowMs;
  }
  after(ms: number, run: () => void): () => void {
    this.nowMs += ms + this.lateMs;
    run();
    return () => {};
  }
}

/** Times of the ticks, each of which takes `busyMs`, with timers `lateMs` late. */
async function ticks(steps: readonly { busyMs: number; lateMs: number }[]): Promise<number[]> {
  const clock = new LateClock();
  const pace = new Pace(clock);
  const times: number[] = [];
  for (const { busyMs, lateMs } of steps) {
    clock.nowMs += busyMs;
    clock.lateMs = lateMs;
    await pace.next();
    times.push(clock.nowMs - 0.25);
  }
  return times;
}

describe('the pace', () => {
  it('is ten ticks a second, however long a tick takes', async () => {
    expect(await ticks([0, 20, 99, 0].map((busyMs) => ({ busyMs, lateMs: 0 })))).toEqual([
      100, 200, 300, 400,
    ]);
  });

  it('does not drift with timers that are late: over an hour not by a tick', async () => {
    const times = await ticks(Array.from({ length: 36_000 }, () => ({ busyMs: 30, lateMs: 1.7 })));
    expect(times.at(-1)).toBeCloseTo(3_600_000 + 1.7, 6);
  });

  it('skips slots that a long tick has missed, and makes none up in a burst', async () => {
    const steps = [0, 350, 0, 0].map((busyMs) => ({ busyMs, lateMs: 0 }));
    expect(await ticks(steps)).toEqual([100, 500, 600, 700]);
  });

  it('keeps every tick on a slot of its own, whatever happens', async () => {
    const step = fc.record({
      busyMs: fc.double({ min: 0, max: 500, noNaN: true }),
      lateMs: fc.double({ min: 0, max: 90, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 50 }), async (steps) => {
        const times = await ticks(steps);
        const slots = times.map((ms) => Math.floor(ms / tickMs + 1e-6));
        expect(new Set(slots).size).toBe(slots.length);
        times.forEach((ms, index) => {
          const late = ms - (slots[index] ?? 0) * tickMs;
          expect(late).toBeLessThanOrEqual((steps[index]?.lateMs ?? 0) + 1e-3);
        });
      }),
    );
  });
});
