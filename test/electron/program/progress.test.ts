import { expect, it } from 'vitest';
import { progressLine, sessionRate } from '../../../electron/program/progress.ts';
import { calmRun } from '../../renderer/support/sample-run.ts';

const run = { ...calmRun, alarms: [] };

it('says what goes on and how far it is, and how long it still takes once that is known', () => {
  expect(progressLine(run, null)).toMatch(
    /^\d+:\d\d treatment, 42\.\d\d °C \(cavity\), in band \d+:\d\d of 60:00$/,
  );
  expect(progressLine(run, 200)).toMatch(/of 60:00, about \d+ s left$/);
});

it('knows no rate in the first minute: a self-test takes its own time, at any speed', () => {
  expect(sessionRate(100, 5)).toBeNull();
  expect(sessionRate(59_900, 4_000)).toBeNull();
  expect(sessionRate(60_000, 4_000)).toBe(15);
});
