import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/console.ts';
import { measureFlash, opacitySampled } from '../support/flashing.ts';
import { picture, pressPrimary, startTreatmentEarly } from './walk.ts';

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-alarms-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, maxRetries: 10 }));

/** Warm from the start and little to fill; then, seconds after the first circulation: */
function threeFaults(): { preset: string; scenario: string } {
  const preset = join(folder, 'preset.json');
  const scenario = join(folder, 'scenario.json');
  writeFileSync(
    scenario,
    JSON.stringify({
      initial: { bodyCelsius: 38, cavityCelsius: 42.2, reservoirCelsius: 42.4, primed: true },
      events: [
        { at: { mode: 'circulate', after: 30 }, fault: 'flow-wrong', share: 0.75 },
        { at: { mode: 'circulate', after: 280 }, fault: 'heater-fault', for: 20 },
        { at: { mode: 'circulate', after: 270 }, fault: 'probe-drifting', probe: 'core', celsiusPerMin: 1 },
      ],
    }),
  );
  const shipped = readFileSync(
    join(import.meta.dirname, '../../assets/presets/42.5-celsius-60-min.json'),
    'utf8',
  );
  writeFileSync(preset, JSON.stringify({ ...JSON.parse(shipped), name: 'quick', fillVolumeMl: 300 }));
  return { preset, scenario };
}

const banner = (page: Page) => page.locator('.alarm-banner');
const flash = (page: Page, ms: number) =>
  measureFlash(() => page.evaluate(opacitySampled('.alarm-banner > .priority-mark .mark-lit', ms)));

test('three faults in one treatment: each flashes as its priority says, and the screen tells what is on and what is over', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const { preset, scenario } = threeFaults();
  const files = ['--preset', preset, '--scenario', scenario, '--case', 'assets/demo-case.json'];
  const { page } = await launch({ args: ['--speed', '10', ...files] });
  await startTreatmentEarly(page, 'Rehearsal of three faults');

  // The pump delivers too little: medium. A person acknowledges it; it persists.
  await expect(banner(page)).toHaveAttribute('data-priority', 'medium', { timeout: 40_000 });
  await expect(banner(page)).toHaveAttribute('data-alarm', /^flow-deviation-large/);
  const medium = await flash(page, 4_500);
  expect(medium.hertz).toBeGreaterThanOrEqual(0.4);
  expect(medium.hertz).toBeLessThanOrEqual(0.8);
  await page.getByRole('button', { name: 'ACKNOWLEDGE', exact: true }).click();
  await expect(banner(page)).toContainText('ACKNOWLEDGED');
  // It lasts: a mark beside what goes on, until the next one comes.
  await expect(page.locator('.alarm-chip')).toContainText('Flow far off its set-point', { timeout: 15_000 });
  await expect(page.locator('.advice-now')).toBeVisible();

  // The heater fails for a while: high, and latched when it is over.
  await expect(banner(page)).toHaveAttribute('data-alarm', /^interlock-heater-fault/, { timeout: 40_000 });
  const high = await flash(page, 2_500);
  await pressPrimary(page, 'Clear interlock');
  await expect(page.locator('.primary-action')).toContainText(
    'acknowledge first: Rig interlock: heater fault',
  );

  // The patient's core is too warm: high, on, the newest.
  await expect(banner(page)).toHaveAttribute('data-alarm', /^core-temperature-high-limit/, {
    timeout: 40_000,
  });
  for (const { onShare } of [medium, high]) {
    expect(onShare).toBeGreaterThanOrEqual(0.2);
    expect(onShare).toBeLessThanOrEqual(0.6);
  }
  expect(high.hertz).toBeGreaterThanOrEqual(1.4);
  expect(high.hertz).toBeLessThanOrEqual(2.8);
  const says = (what: { hertz: number; onShare: number }) =>
    `${what.hertz.toFixed(2)} Hz, ${Math.round(100 * what.onShare)} % lit`;
  test.info().annotations.push({
    type: 'measured',
    description: `high ${says(high)}; medium ${says(medium)}`,
  });

  const others = page.locator('.alarm-others');
  await expect(others).toHaveAttribute('data-alarm', /^interlock-heater-fault/, { timeout: 15_000 });
  await picture(page, 'three-faults-banner');
  await others.click();
  const row = (code: string) => page.locator(`.alarm-row[data-alarm^="${code}"]`);
  await expect(row('core-temperature-high-limit').locator('.alarm-effects li')).toHaveCount(2);
  await expect(row('flow-deviation-large')).toContainText('acknowledged');
  await expect(row('interlock-heater-fault')).toContainText('over since');
  await picture(page, 'three-faults-list');
  await page.getByRole('button', { name: '中文' }).click();
  await picture(page, 'three-faults-list-zh');
});
