import { describe, expect, test } from 'vitest';
import { paintLimitMs, watchPainting } from '../../../electron/window/paint-watch.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

function watched() {
  const clock = new VirtualClock();
  const told: boolean[] = [];
  return { clock, told, watch: watchPainting(clock, (painting) => told.push(painting)) };
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

  test('may take its time to load: nothing counts before its first frame', async () => {
    const { clock, told } = watched();
    await clock.advance(10 * paintLimitMs);
    expect(told).toEqual([]);
  });
});

describe('a view that stops painting', () => {
  test('is silent from its last frame on, and no more once it is back', async () => {
    const { clock, watch } = watched();
    await clock.advance(60_000);
    expect(watch.silentMs).toBe(0);
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
    expect(told).toEqual([false]);
    await clock.advance(5 * paintLimitMs);
    expect(told).toEqual([false]);
    watch.painted(2);
    expect(told).toEqual([false, true]);
    await clock.advance(paintLimitMs);
    expect(told).toEqual([false, true, false]);
  });

  test('is not fooled by the same frame reported again and again', async () => {
    const { clock, told, watch } = watched();
    watch.painted(1);
    for (let n = 0; n < 4; n += 1) {
      await clock.advance(paintLimitMs / 4);
      watch.painted(1);
    }
    expect(told).toEqual([false]);
  });

  test('counts from frame 0 again after a reload', async () => {
    const { clock, told, watch } = watched();
    watch.painted(900);
    await clock.advance(paintLimitMs);
    watch.painted(0);
    expect(told).toEqual([false, true]);
  });
});

test('an ended watch leaves no timer behind', () => {
  const { clock, watch } = watched();
  watch.painted(1);
  watch.end();
  expect(clock.pending).toBe(0);
});
