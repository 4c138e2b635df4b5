import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../electron/domain/time.ts';
import { stallFreeClock } from '../../../electron/program/stall-free-clock.ts';

describe('the clock beside a rig inside this process', () => {
  let nowMs = 5000;
  const computer: Clock = { monotonicMs: () => nowMs, wallMs: () => 7, after: () => () => {} };

  it('goes with the computer as long as somebody looks at it at each tick', () => {
    const clock = stallFreeClock(computer);
    const startMs = clock.monotonicMs();
    for (let tick = 0; tick < 50; tick += 1) {
      nowMs += 100;
      clock.monotonicMs();
    }
    expect(clock.monotonicMs() - startMs).toBe(5000);
  });

  it('leaves out a stall that would have lost the link', () => {
    const clock = stallFreeClock(computer);
    const startMs = clock.monotonicMs();
    nowMs += 1300;
    expect(clock.monotonicMs() - startMs).toBe(250);
    nowMs += 100;
    expect(clock.monotonicMs() - startMs).toBe(350);
  });

  it('tells wall time as it is', () => {
    expect(stallFreeClock(computer).wallMs()).toBe(7);
  });
});
