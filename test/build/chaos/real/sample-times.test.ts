import { describe, expect, it } from 'vitest';
import { heldTicks, latenessMs, missedTicks } from '../../../../build/chaos/real/console/sample-times.ts';
import { samplesOf } from './evidence.ts';

describe('missed ticks', () => {
  it('are the slots that no sample came in', () => {
    expect(missedTicks(samplesOf(50))).toEqual({ ticks: 0, longestMs: 100 });
    expect(missedTicks(samplesOf(50, [20]))).toEqual({ ticks: 1, longestMs: 200 });
    expect(missedTicks(samplesOf(50, [20, 21, 22, 40]))).toEqual({ ticks: 4, longestMs: 400 });
  });

  it('are none where a tick is late by less than half a slot', () => {
    const late = samplesOf(50).map(({ sessionMs, wallMs }, at) =>
      at === 20 ? { sessionMs: sessionMs + 45, wallMs } : { sessionMs, wallMs },
    );
    expect(missedTicks(late).ticks).toBe(0);
  });

  const broken = { fromMs: 10_000, toMs: 18_000 };
  const quiet = [{ fromMs: 0, toMs: 10_000 }];

  it('count with the samples on either side: a stretch without any has missed them all', () => {
    const gone = Array.from({ length: 81 }, (_, at) => 100 + at);
    expect(heldTicks(samplesOf(300, gone), broken, quiet, 0)).toMatchObject({ ticks: 81, mayMiss: 0 });
  });

  it('may be as many as where nothing is broken, by time, or as a bare timer misses, and half as many more', () => {
    expect(heldTicks(samplesOf(300, [50, 51, 52, 53, 54]), broken, quiet, 0).mayMiss).toBe(6);
    expect(heldTicks(samplesOf(300), broken, quiet, 4).mayMiss).toBe(6);
    expect(heldTicks(samplesOf(300), broken, quiet, 0).mayMiss).toBe(0);
  });
});

describe('how late a tick is', () => {
  it('is told from the slot that was next, wherever slots lie', () => {
    const times = Array.from({ length: 100 }, (_, at) => 37 + 100 * at);
    expect(latenessMs(times)).toEqual(times.slice(1).map(() => 0));
    times[50] = 37 + 5000 + 30;
    expect(latenessMs(times)[49]).toBe(30);
    expect(latenessMs(times)[50]).toBe(0);
  });

  it('goes beyond a slot for one that overran it', () => {
    const times = Array.from({ length: 100 }, (_, at) => 37 + 100 * at);
    times.splice(50, 1);
    times[50] = 37 + 5100 + 20;
    expect(Math.max(...latenessMs(times))).toBe(120);
  });
});
