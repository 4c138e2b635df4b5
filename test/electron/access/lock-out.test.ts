import { expect, it } from 'vitest';
import { afterWrong, isLockedOut, noTries, waitSeconds } from '../../../electron/access/lock-out.ts';

/** Wrong PINs in a row, and for how many seconds nothing is tried after each. */
const table: readonly (readonly [wrong: number, seconds: number])[] = [
  [1, 0],
  [2, 0],
  [3, 5],
  [4, 10],
  [5, 20],
  [6, 40],
  [7, 60],
  [8, 60],
  [30, 60],
];

it.each(table)('after %i wrong PINs in a row it waits %i s', (wrong, seconds) => {
  let tries = noTries;
  for (let each = 0; each < wrong; each += 1) tries = afterWrong(tries, false, 1000);
  expect(waitSeconds(tries, false, 1000)).toBe(seconds);
  expect(waitSeconds(tries, false, 1000 + seconds * 1000)).toBe(0);
  if (seconds > 0) expect(waitSeconds(tries, false, 999 + seconds * 1000)).toBe(1);
  expect(isLockedOut(tries)).toBe(wrong >= 3);
});

it.each(table)('whoever holds the chair never waits, also not after %i', (wrong) => {
  let tries = noTries;
  for (let each = 0; each < wrong; each += 1) tries = afterWrong(tries, true, 0);
  expect(waitSeconds(tries, true, 0)).toBe(0);
  expect(isLockedOut(tries)).toBe(wrong >= 3);
});

it('who takes the chair while waiting waits no longer', () => {
  let tries = noTries;
  for (let each = 0; each < 9; each += 1) tries = afterWrong(tries, false, 0);
  expect([waitSeconds(tries, false, 0), waitSeconds(tries, true, 0)]).toEqual([60, 0]);
});
