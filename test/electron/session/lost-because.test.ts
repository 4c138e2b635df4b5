import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lostBecause } from '../../../electron/session/lost-because.ts';

const minute = 60_000;
const lostWallMs = Date.UTC(2026, 2, 2, 10, 0, 0);
/** Found at `foundMs` on a computer that was started at `bootedMs`. */
const found = (foundMs: number, bootedMs: number) =>
  lostBecause(lostWallMs, { wallMs: foundMs, uptimeSeconds: (foundMs - bootedMs) / 1000 });

describe('why a console was lost', () => {
  it('a computer that was started after the last thing on record was restarted', () => {
    expect(found(lostWallMs + 5 * minute, lostWallMs + 4 * minute)).toBe('computer-restarted');
    expect(found(lostWallMs + 20_000, lostWallMs + 8_000)).toBe('computer-restarted');
  });

  it('a computer that has been on all the time lost its console only', () => {
    expect(found(lostWallMs + 5 * minute, lostWallMs - 600 * minute)).toBe('console-ended');
    expect(found(lostWallMs + 10_000, lostWallMs - minute)).toBe('console-ended');
  });

  it('is not told where it was started within the resolution of both clocks of it', () => {
    expect(found(lostWallMs + 5 * minute, lostWallMs + 1_500)).toBe('unknown');
    expect(found(lostWallMs + 5 * minute, lostWallMs - 1_500)).toBe('unknown');
  });

  it('is not told by a wall clock that is behind the record, nor without an uptime', () => {
    expect(found(lostWallMs - minute, lostWallMs - 600 * minute)).toBe('unknown');
    for (const uptimeSeconds of [null, Number.NaN, -1, Number.POSITIVE_INFINITY]) {
      expect(lostBecause(lostWallMs, { wallMs: lostWallMs + minute, uptimeSeconds })).toBe('unknown');
    }
  });

  it('never calls a restart what happened before the last thing on record', () => {
    const ms = fc.integer({ min: 0, max: 10 * 24 * 60 * minute });
    fc.assert(
      fc.property(ms, ms, (gapMs, upMs) => {
        const cause = found(lostWallMs + gapMs, lostWallMs + gapMs - upMs);
        if (cause === 'computer-restarted') expect(upMs).toBeLessThan(gapMs);
        if (cause === 'console-ended') expect(upMs).toBeGreaterThan(gapMs);
      }),
    );
  });
});
