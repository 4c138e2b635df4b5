import { describe, expect, test } from 'vitest';
import type { Observed } from '../../../build/scenarios/cell.ts';
import { runDirect } from '../../../build/scenarios/direct.ts';
import { expectationOf } from '../../../build/scenarios/expectation.ts';
import { problemsOf } from '../../../build/scenarios/judge.ts';
import { cells, rowNamed, rows } from '../../../build/scenarios/matrix.ts';
import { runWired } from '../../../build/scenarios/wired.ts';
import { phases } from '../../../electron/domain/phase.ts';
import { scenarioEvent } from '../../../native-bridge/simulator/faults.ts';

/** One of each kind, across all phases; all of it in `npm run scenarios`. */
const short = [
  ['pump stalled', 'machine-test'],
  ['pump runs on', 'machine-test'],
  ['pump runs on', 'treatment'],
  ['nothing comes back', 'heat-up'],
  ['reservoir falls, 300 mL/min', 'treatment'],
  ['T3 loose, 0.5 s of every 1.5 s', 'treatment'],
  ['T4 loose, 1.7 s of every 5 s', 'dwell'],
  ['T2 open', 'self-test'],
  ['air in line', 'prime'],
  ['flow falls 20 % a minute', 'prime'],
  ['T1 open', 'preheat'],
  ['heater stays on, all power', 'preheat'],
  ['inflow line kinked', 'fill'],
  ['line narrow, 200 mmHg', 'fill'],
  ['reservoir low', 'heat-up'],
  ['T1 drifts −0.5 °C/min', 'heat-up'],
  ['T3 drifts +1 °C/min', 'heat-up'],
  ['outflow line kinked', 'treatment'],
  ['rig fails its own check', 'treatment'],
  ['T3 drifts up in the dwell', 'dwell'],
  ['emergency stop', 'dwell'],
  ['pump stalled', 'drain'],
  ['watchdog latched', 'rinse'],
  ['heater stays on, 30 %', 'rinse-drain'],
  ['on battery', 'disconnect'],
] as const;

test.each(short)('%s at %s: told in time, answered as expected, nothing else', (name, phase) => {
  const row = rowNamed(name);
  expect(problemsOf(expectationOf(row, phase), runDirect(row, phase))).toEqual([]);
});

test.each(['line cut', 'replies lost, 20 %'])('%s, over the real link', async (name) => {
  const row = rowNamed(name);
  const seen: Observed[] = [];
  await runWired(row, ['self-test', 'prime'], (observed) => seen.push(observed));
  expect(seen.map(({ phase }) => phase)).toEqual(['self-test', 'prime']);
  for (const one of seen) expect(problemsOf(expectationOf(row, one.phase), one)).toEqual([]);
});

describe('the matrix', () => {
  test('has each fault of the simulator', () => {
    const known = scenarioEvent.options.map(({ shape }) => shape.fault.value);
    const covered = new Set(rows.map(({ fault }) => fault.fault));
    expect(known.filter((name) => !covered.has(name))).toEqual([]);
  });

  test('has at least 150 cells, every phase but the last, each fault by a name of its own', () => {
    expect(cells.length).toBeGreaterThanOrEqual(150);
    expect(new Set(cells.map(({ phase }) => phase)).size).toBe(phases.length - 1);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  });

  test('gives a reason for every expectation', () => {
    for (const { row, phase } of cells) expect(expectationOf(row, phase).why).not.toBe('');
  });
});
