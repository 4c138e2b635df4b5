import { describe, expect, test } from 'vitest';
import {
  loadLimitMs,
  type Painting,
  paintLimitMs,
  watchPainting,
} from '../../../electron/window/paint-watch.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

function watched() {
  const clock = new VirtualClock();
  const told: Painting[] = [];
  const watch = watchPainting(clock, (painting) => told.push(painting));
  /** The view lives: it reports once a second, with new frames or with the same. */
  const live = async (seconds: number, paints: boolean, visible = true) => {
    for (let second = 0; second < seconds; second += 1) {
      if (paints) frame += 1;
      watch.painted(frame, visible);
      await clock.advance(1_000);
    }
  };
  let frame = 0;
  return { clock, told, watch, live };
}

describe('a view that paints', () => {
  test('is no news, however long', async () => {
    const { clock, told, watch } = watched();
    for (let frame = 0; frame < 50; frame += 1) {
      watch.painted(frame);
      await clock.advance(paintLimitMs / 2);
    }
    expect(told).toEqual([]);
  });

  test('may take its time to load', async () => {
    const { clock, told, watch } = watched();
    await clock.advance(loadLimitMs - 1_000);
    expect(watch.silentMs).toBe(0);
    watch.painted(1);
    expect({ told, paints: watch.paints }).toEqual({ told: [], paints: true });
  });
});

describe('a view that never paints', () => {
  test('is told once its time to load is over, and is silent since it was opened', async () => {
    const { clock, told, watch } = watched();
    await clock.advance(loadLimitMs);
    expect({ told, paints: watch.paints, silentMs: watch.silentMs }).toEqual({
      told: ['never'],
      paints: false,
      silentMs: loadLimitMs,
    });
    watch.painted(1);
    expect({ told, silentMs: watch.silentMs }).toEqual({ told: ['never', 'painting'], silentMs: 0 });
  });
});

describe('a window that nobody can see', () => {
  test('is told as covered while it is minimised, and is not silent', async () => {
    const { told, watch, live } = watched();
    await live(3, true);
    watch.windowHidden(true);
    await live(20, false);
    expect({ told, silentMs: watch.silentMs }).toEqual({ told: ['covered'], silentMs: 0 });
    watch.windowHidden(false);
    await live(3, true);
    expect({ told, silentMs: watch.silentMs }).toEqual({ told: ['covered', 'painting'], silentMs: 1_000 });
  });

  test('is covered where the page says that it is hidden', async () => {
    const { told, watch, live } = watched();
    await live(3, true);
    await live(10, false, false);
    expect({ told, silentMs: watch.silentMs }).toEqual({ told: ['covered'], silentMs: 0 });
  });

  test('is covered behind another window: it lives, paints nothing and has not the keyboard', async () => {
    const { told, watch, live } = watched();
    await live(3, true);
    watch.windowFocused(false);
    await live(10, false);
    expect({ told, silentMs: watch.silentMs }).toEqual({ told: ['covered'], silentMs: 0 });
  });

  test('has stopped painting when it lives, has the keyboard and paints nothing', async () => {
    const { told, live } = watched();
    await live(3, true);
    await live(10, false);
    expect(told).toEqual(['stopped']);
  });

  test('has stopped when it does not live, with or without the keyboard', async () => {
    const { clock, told, watch, live } = watched();
    await live(3, true);
    watch.windowFocused(false);
    await clock.advance(5_000);
    expect(told).toEqual(['stopped']);
  });

  test('has time to paint once it is seen again, and is told when it does not', async () => {
    const { told, watch, live } = watched();
    await live(3, true);
    watch.windowHidden(true);
    await live(60, false);
    watch.windowHidden(false);
    await live(1, false);
    expect({ told, silentMs: watch.silentMs }).toEqual({ told: ['covered'], silentMs: 0 });
    await live(3, false);
    expect(told).toEqual(['covered', 'stopped']);
    expect(watch.silentMs).toBe(4_000);
  });
});

describe('a view that stops painting', () => {
  test('is silent from its last frame on, and no more once it is back', async () => {
    const { clock, watch } = watched();
    watch.painted(1);
    await clock.advance(5_100);
    expect(watch.silentMs).toBe(5_100);
    watch.painted(2);
    expect(watch.silentMs).toBe(0);
  });

  test('is told of once, and once again when it is back', async () => {
    const { clock, told, watch } = watched();
    watch.painted(1);
    await clock.advance(paintLimitMs);
    expect(told).toEqual(['stopped']);
    await clock.advance(5 * paintLimitMs);
    expect(told).toEqual(['stopped']);
    watch.painted(2);
    expect(told).toEqual(['stopped', 'painting']);
    await clock.advance(paintLimitMs);
    expect(told).toEqual(['stopped', 'painting', 'stopped']);
  });

  test('is not fooled by the same frame reported again and again', async () => {
    const { clock, told, watch } = watched();
    watch.painted(1);
    for (let n = 0; n < 4; n += 1) {
      await clock.advance(paintLimitMs / 4);
      watch.painted(1);
    }
    expect(told).toEqual(['stopped']);
  });

  test('counts from frame 0 again after a reload', async () => {
    const { clock, told, watch } = watched();
    watch.painted(900);
    await clock.advance(paintLimitMs);
    watch.painted(0);
    expect(told).toEqual(['stopped', 'painting']);
  });
});

test('an ended watch leaves no timer behind', () => {
  const { clock, watch } = watched();
  watch.painted(1);
  watch.end();
  expect(clock.pending).toBe(0);
});
