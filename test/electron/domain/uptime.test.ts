import { describe, expect, it } from 'vitest';
import { uptimePassedMs, uptimeWentBack } from '../../../electron/domain/uptime.ts';

const wrap = 2 ** 32;
const days = (n: number) => n * 86_400_000;

describe('the uptime of a rig', () => {
  it.each([
    ['goes on', 1_000, 1_100, false],
    ['stands', 1_000, 1_000, false],
    ['restarted', 800_000, 300, true],
    ['restarted after 25 days', days(25), 300, true],
    ['restarted after 49 days', days(49), 300, true],
    ['restarted 61 s before the counter ends', wrap - 61_000, 300, true],
    ['started over', wrap - 50, 50, false],
    ['started over, with seconds unheard', wrap - 59_000, 59_000, false],
    ['went back by a little', 5_000, 4_999, true],
    ['is long after the end of the counter', wrap - 50, 61_000, true],
  ])('%s', (_what, before, now, restarted) => {
    expect(uptimeWentBack(before, now)).toBe(restarted);
  });

  it('says what passed, over the end of its counter too', () => {
    expect(uptimePassedMs(1_000, 1_100)).toBe(100);
    expect(uptimePassedMs(wrap - 50, 50)).toBe(100);
    expect(uptimePassedMs(800_000, 300)).toBeNull();
  });
});
