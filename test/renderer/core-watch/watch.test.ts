import { describe, expect, it } from 'vitest';
import type { Pulse } from '../../../electron/contract/pulse.ts';
import {
  beginWatch,
  type CoreWatch,
  hear,
  look,
  silenceOf,
  silentAfterMs,
  soundsHigh,
} from '../../../renderer/core-watch/watch.ts';

const pulse = (over: Partial<Pulse> = {}): Pulse => ({
  engine: 'ticking',
  authority: 'commanding',
  watching: true,
  sound: 'none',
  lastTickAgeMs: 40,
  ...over,
});

/** The page looks every 250 ms for so long. */
function pass(watch: CoreWatch, ms: number): CoreWatch {
  let now = watch;
  for (let at = 250; at <= ms; at += 250) now = look(now, watch.lookedMs + at);
  return now;
}
const heard = hear(beginWatch(0), pulse(), 0);

describe('a screen that hears its engine tick', () => {
  it('says nothing, however long', () => {
    let watch = heard;
    for (let second = 0; second < 60; second += 1) {
      watch = hear(pass(watch, 1_000), pulse(), watch.lookedMs + 1_000);
      expect([silenceOf(watch, true), soundsHigh(watch, true)]).toEqual(['none', false]);
    }
  });
});

describe('a screen that hears nothing', () => {
  it('is silent after three seconds, not before, and is heard', () => {
    const before = pass(heard, silentAfterMs - 250);
    const after = pass(heard, silentAfterMs);
    expect([silenceOf(before, true), soundsHigh(before, true)]).toEqual(['none', false]);
    expect([silenceOf(after, true), soundsHigh(after, true)]).toEqual(['silent', true]);
  });

  it('is silent where it has heard nothing since it was loaded into a run', () => {
    expect(silenceOf(pass(beginWatch(0), silentAfterMs), true)).toBe('silent');
  });

  it('counts also outside a run while main said that something is to be watched', () => {
    expect(silenceOf(pass(heard, silentAfterMs), false)).toBe('silent');
    const calm = hear(beginWatch(0), pulse({ watching: false }), 0);
    expect(silenceOf(pass(calm, 60_000), false)).toBe('none');
    expect(silenceOf(pass(calm, 60_000), true)).toBe('silent');
  });

  it('hears of an engine that stands, which is no sign of life', () => {
    let watch = heard;
    for (let beat = 1; beat <= 6; beat += 1) {
      watch = hear(pass(watch, 500), pulse({ engine: 'standing', lastTickAgeMs: beat * 500 }), beat * 500);
    }
    expect(silenceOf(watch, true)).toBe('silent');
  });

  it('is well again with the first pulse of an engine that ticks', () => {
    const back = hear(pass(heard, 60_000), pulse(), 60_000);
    expect([silenceOf(back, true), soundsHigh(back, true)]).toEqual(['none', false]);
  });

  it('does not blame main for standing still itself', () => {
    expect(silenceOf(look(heard, 10_000), true)).toBe('none');
  });
});

describe('an engine that has failed', () => {
  it('is shown at once, in every stage, until an engine ticks again', () => {
    const faulted = hear(heard, pulse({ engine: 'faulted', watching: false }), 100);
    expect(silenceOf(faulted, false)).toBe('faulted');
    expect(silenceOf(pass(faulted, 60_000), false)).toBe('faulted');
  });

  it('is heard where it asks to be, also while it ticks', () => {
    const watch = hear(heard, pulse({ sound: 'high', watching: false }), 100);
    expect([silenceOf(watch, false), soundsHigh(watch, false)]).toEqual(['none', true]);
  });
});
