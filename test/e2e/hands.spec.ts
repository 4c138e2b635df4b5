import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { readRun } from '../../electron/record/read-run.ts';
import { test } from '../support/console.ts';
import { Finger } from '../support/finger.ts';
import { scan } from '../support/scanner.ts';
import { circulate, phaseIs, pressPrimary, rinseOnce, startRun, timeOut, toCirculation } from './walk.ts';

let folder: string;
let out: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-hands-'));
  out = join(folder, 'out');
});
test.afterEach(() => rmSync(folder, { recursive: true, maxRetries: 5 }));

/** Warm from the start and soon over; `events` as in a scenario. */
function quick(events: readonly object[] = []): string[] {
  const shipped = join(import.meta.dirname, '../../assets/presets/42.5-celsius-60-min.json');
  const preset = join(folder, 'preset.json');
  const short = { name: 'quick', minutes: 15, fillVolumeMl: 1500, rinses: { count: 1, volumeMl: 500 } };
  writeFileSync(preset, JSON.stringify({ ...JSON.parse(readFileSync(shipped, 'utf8')), ...short }));
  const scenario = join(folder, 'scenario.json');
  const initial = { bodyCelsius: 41.9, cavityCelsius: 42.2, reservoirCelsius: 42.4, primed: true };
  writeFileSync(scenario, JSON.stringify({ initial, rig: { features: { core: false } }, events }));
  return ['--preset', preset, '--scenario', scenario, '--case', 'assets/demo-case.json', '--out', out];
}

/** What people have done so far, by the record: as they asked for it, one after the other. */
function done(): string[] {
  const read = readRun(join(out, 'journal.sqlite'));
  if (!read.ok) throw new Error(read.problem);
  const types = read.record.events.flatMap(({ event }) =>
    event.type === 'action' ? [event.action.type] : [],
  );
  read.record.close();
  return types;
}

/** A busy disk may be behind. */
const onDisk = { timeout: 60_000 };
const primary = (page: Page) => page.locator('.primary-action');
const nothingIn = (page: Page) => page.locator('[name="fluidBefore"] [data-value="no"]').click();
const begin = async (page: Page) => {
  await nothingIn(page);
  await startRun(page);
};
/** From set-up to fluid that goes round. */
const lead = async (page: Page) => {
  await nothingIn(page);
  await circulate(page);
};

test('four taps on one spot never undo a STOP, not even one that a lost link has kept', async ({
  launch,
}) => {
  test.setTimeout(240_000);
  const cut = { at: { mode: 'circulate', after: 30 }, fault: 'line-cut', for: 12 };
  const { page } = await launch({ args: ['--speed', '60', ...quick([cut])] });
  await lead(page);
  await phaseIs(page, 'Heat-up');
  const finger = await Finger.of(page);

  await expect(page.getByRole('alert')).toContainText(/link/i, { timeout: 60_000 });
  await finger.tap(page.locator('[data-action="stop-run"]'));
  await expect(page.locator('[data-action="stop-run"]')).toContainText('NOT SENT');
  await expect(primary(page)).toContainText('Take command: STOP', { timeout: 60_000 });
  for (let taps = 0; taps < 4; taps += 1) {
    await finger.tap(primary(page));
    await page.waitForTimeout(400);
  }
  // As quick as a hand can, and as slow as one that waits for each answer.
  for (let taps = 0; taps < 8; taps += 1) {
    await finger.tap(primary(page));
    await page.waitForTimeout(taps < 4 ? 60 : 900);
  }
  await expect(primary(page)).toContainText('Circulate unheated');
  await expect(page.locator('[data-action="stop-run"]')).toContainText('stopped');
  expect(done().filter((type) => /circulate|resume/.test(type))).toEqual([]);
  expect(done()).toContain('stop-run');
});

test('four taps on the spot of what is next undo no STOP with the link up', async ({ launch }) => {
  test.setTimeout(240_000);
  const { page } = await launch({ args: ['--speed', '100', ...quick()] });
  await begin(page);
  await pressPrimary(page, 'Start priming');
  await timeOut(page);
  for (const title of ['Test the machine', 'Preheat']) await pressPrimary(page, title);
  await phaseIs(page, 'Preheat');
  const finger = await Finger.of(page);
  await finger.tap(page.locator('[data-action="stop-run"]'));
  await expect(page.locator('[data-action="stop-run"]')).toContainText('stopped');
  for (let taps = 0; taps < 4; taps += 1) {
    await finger.tap(primary(page));
    await page.waitForTimeout(400);
  }
  expect(done().slice(-1)).toEqual(['stop-run']);
  // A hand that means it holds it.
  await pressPrimary(page, 'Circulate unheated');
  await expect.poll(done, onDisk).toContain('circulate-unheated');
});

test('a scanner works nothing, in no phase, whatever was touched last', async ({ launch }) => {
  test.setTimeout(480_000);
  const { page } = await launch({ args: ['--speed', '100', ...quick()] });
  const finger = await Finger.of(page);
  /** Thirteen digits and Enter, twice: once after a touch on nothing that acts, once with the focus on what is next. */
  const scanTwice = async () => {
    await finger.tap(page.locator('[data-view="trend"]'));
    await scan(page);
    await primary(page).evaluate('(one) => one.focus()');
    await scan(page);
  };
  const scanIn = async (phase: string) => {
    await phaseIs(page, phase);
    const before = done();
    await scanTwice();
    await page.waitForTimeout(1300);
    expect(done(), phase).toEqual(before);
    await expect(page.locator('.dialogue'), phase).toHaveCount(0);
  };
  await begin(page);
  await scanIn('Self-test');
  for (const [title, phase] of toCirculation) {
    if (title === 'Test the machine') await timeOut(page);
    await pressPrimary(page, title);
    await scanIn(phase);
  }
  await pressPrimary(page, 'Start treatment');
  await page.getByRole('button', { name: 'Start the clock, drug later' }).click();
  await scanIn('Treatment');
  await pressPrimary(page, 'End treatment');
  await scanIn('Drain');
  await rinseOnce(page);
  await pressPrimary(page, 'Disconnect');
  await scanIn('Disconnect');
  await pressPrimary(page, 'Complete the run');
  await expect(page.getByRole('heading', { name: /Completed/ })).toBeVisible();
});

for (const px of [16, 40]) {
  test(`a slip of ${px} px loses no intervention`, async ({ launch }) => {
    test.setTimeout(240_000);
    const { page } = await launch({ args: ['--speed', '100', ...quick()] });
    await lead(page);
    await phaseIs(page, 'Heat-up');
    const finger = await Finger.of(page);
    for (const action of ['heat-off', 'pause-flow', 'stop-run', 'drain-now']) {
      await finger.down(page.locator(`[data-action="${action}"]`));
      await finger.slip(px, 0);
      if (action === 'drain-now') await page.waitForTimeout(1800);
      await finger.up();
      await expect.poll(done, onDisk).toContain(action);
    }
    await phaseIs(page, 'Drain');
    const once = done().filter((type) => /heat-off|pause-flow|stop-run|drain-now/.test(type));
    expect(once).toEqual(['heat-off', 'pause-flow', 'stop-run', 'drain-now']);
  });
}

test('each intervention has a key that presses once, from a text field as well', async ({ launch }) => {
  test.setTimeout(240_000);
  const { page } = await launch({ args: ['--speed', '100', ...quick()] });
  await lead(page);
  await phaseIs(page, 'Heat-up');
  await page.getByRole('button', { name: '+ Note' }).click();
  await page.getByRole('textbox', { name: 'Note' }).focus();
  for (const [key, action] of [
    ['F1', 'heat-off'],
    ['F2', 'pause-flow'],
    ['F3', 'stop-run'],
    ['F4', 'drain-now'],
  ] as const) {
    await page.keyboard.down(key);
    // The keyboard repeats it, 30 times a second.
    for (let n = 0; n < 60; n += 1) {
      await page.keyboard.down(key);
      await page.waitForTimeout(33);
    }
    await page.keyboard.up(key);
    await expect.poll(done, onDisk).toContain(action);
  }
  const pressed = done().filter((type) => /heat-off|pause-flow|stop-run|drain-now/.test(type));
  expect(pressed).toEqual(['heat-off', 'pause-flow', 'stop-run', 'drain-now']);
  await phaseIs(page, 'Drain');
});
