import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastTenMinutes, ticks, wholeRun } from '../../../renderer/trend/window.ts';

const seconds = fc.integer({ min: 0, max: 12 * 3600 });

describe('the time axis of the whole run', () => {
  it('always shows all of it, and is never more than half empty after the first minutes', () => {
    fc.assert(
      fc.property(seconds, (now) => {
        const { fromSeconds, toSeconds } = wholeRun(now);
        expect(fromSeconds).toBe(0);
        expect(toSeconds).toBeGreaterThan(now);
        if (now > 600) expect(now / toSeconds).toBeGreaterThan(0.45);
      }),
    );
  });

  it('stands still between its steps', () => {
    expect(wholeRun(600)).toEqual(wholeRun(1000));
    expect(wholeRun(5000)).toEqual({ fromSeconds: 0, toSeconds: 7200, tickSeconds: 900 });
  });
});

describe('the last ten minutes', () => {
  it('hold at least ten minutes and the present, and move once a minute', () => {
    fc.assert(
      fc.property(seconds, (now) => {
        const { fromSeconds, toSeconds } = lastTenMinutes(now);
        expect(fromSeconds % 60).toBe(0);
        expect(toSeconds).toBeGreaterThan(now);
        expect(fromSeconds).toBeLessThanOrEqual(Math.max(0, now - 600));
      }),
    );
  });
});

describe('ticks', () => {
  it('stand at whole steps inside the window', () => {
    expect(ticks({ fromSeconds: 60, toSeconds: 600, tickSeconds: 120 })).toEqual([120, 240, 360, 480, 600]);
  });
});
