import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/console.ts';
import {
  card,
  complete,
  deviations,
  fluidByHand,
  planAdditions,
  recordDue,
  rinseTwice,
  startWithDrug,
} from './team.ts';
import { circulate, enterCase, phaseIs, picture, pressPrimary } from './walk.ts';

test('open, 42 °C × 90 min by the clock of the wall, three fractions, irrigated once', async ({ launch }) => {
  test.setTimeout(900_000);
  const folder = mkdtempSync(join(tmpdir(), 'isotherm-open-'));
  const out = join(folder, 'out');
  const scenario = join(folder, 'scenario.json');
  const irrigation = { at: { mode: 'circulate', after: 3600 }, fault: 'fluid-added', ml: 250, celsius: 22 };
  writeFileSync(
    scenario,
    JSON.stringify({ initial: { bodyCelsius: 35.6, reservoirMl: 7000 }, events: [irrigation] }),
  );
  const { page } = await launch({ args: ['--speed', '100', '--scenario', scenario, '--out', out] });
  await enterCase(page, { technique: 'Open' });
  await card(page, '42.0 °C × 90 min').click();
  await planAdditions(page, [
    ['0', 'Fraction 1'],
    ['30', 'Fraction 2'],
    ['60', 'Fraction 3'],
  ]);
  await circulate(page);
  await startWithDrug(page, 'Perfusionist', 'Surgeon');
  await phaseIs(page, 'Treatment');
  await recordDue(page, '2 of 3');
  await recordDue(page, '3 of 3');
  // A quarter of a litre came in by hand, the minute before the last part.
  await fluidByHand(page, 'irrigation 250');
  await picture(page, 'case-open');
  await pressPrimary(page, 'End treatment', 240_000);
  await rinseTwice(page);
  await pressPrimary(page, 'Disconnect');
  const summary = await complete(page, out);

  expect(summary.outcome).toBe('completed');
  expect(summary.treatment.elapsedSeconds).toBeGreaterThanOrEqual(5400);
  expect(summary.alarms.filter(({ priority }) => priority !== 'low')).toEqual([]);
  // Nothing but that nobody measured what was drained.
  expect(await deviations(out)).toEqual([expect.stringMatching(/known by count alone/)]);
  rmSync(folder, { recursive: true, maxRetries: 5 });
});
