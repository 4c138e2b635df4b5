import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/console.ts';
import { press } from '../support/press.ts';
import { card, complete, deviations, recordReading, startWithDrug } from './team.ts';
import { circulate, enterCase, phaseIs, picture, pressPrimary } from './walk.ts';

test('on a ward, awake, by tubes with line probes only: inflow 43 °C, 500 mL/min, 60 min', async ({
  launch,
}) => {
  test.setTimeout(900_000);
  const folder = mkdtempSync(join(tmpdir(), 'isotherm-ward-'));
  const out = join(folder, 'out');
  const scenario = join(folder, 'scenario.json');
  const unmeasured = { core: false, reservoirLevel: false, cavityPressure: false, outflowMeter: false };
  writeFileSync(scenario, JSON.stringify({ rig: { fittedProbes: [1, 2], features: unmeasured } }));
  const { page } = await launch({
    args: ['--speed', '100', '--site', 'assets/sites/ward.json', '--scenario', scenario, '--out', out],
  });
  await enterCase(page, { setting: 'percutaneous', inCavity: false });
  await card(page, '43.0 °C × 60 min, ward').click();
  await circulate(page);
  await phaseIs(page, 'Heat-up');
  await press(page.getByRole('button', { name: 'Return seen' }));
  await startWithDrug(page, 'Perfusionist', 'Surgeon');
  await phaseIs(page, 'Treatment');
  await recordReading(page, 'core-temperature', '37.9');
  await picture(page, 'case-ward');
  await pressPrimary(page, 'End treatment', 240_000);
  await pressPrimary(page, 'Disconnect', 240_000);
  await recordReading(page, 'drained-volume', '1950');
  const summary = await complete(page, out);

  expect(summary.outcome).toBe('completed');
  expect(summary.treatment.elapsedSeconds).toBeGreaterThanOrEqual(3600);
  const { inBandSeconds, elapsedSeconds } = summary.treatment;
  expect((inBandSeconds ?? 0) / (elapsedSeconds ?? 1)).toBeGreaterThan(0.99);
  expect(summary.alarms.filter(({ priority }) => priority !== 'low')).toEqual([]);
  // Nothing but that nobody has read the core every ten minutes.
  expect(await deviations(out)).toEqual([expect.stringMatching(/Core reading due/)]);
  rmSync(folder, { recursive: true, maxRetries: 5 });
});
