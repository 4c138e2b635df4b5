import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { readRun } from '../../electron/record/read-run.ts';
import { summarySchema } from '../../electron/report/summary.ts';
import { test } from '../support/console.ts';
import { startWithDrug } from './team.ts';
import {
  circulate,
  enterCase,
  phaseIs,
  picture,
  pressPrimary,
  rinseOnce,
  startRun,
  timeOut,
} from './walk.ts';

/** Resolves in the frame in which an estimate stands on the screen. */
const estimateSeen = `new Promise((seen) => {
  const says = () => document.querySelector('.heat-up-panel[data-state=reachable]')?.textContent ?? '';
  const look = () =>
    /In band in about.*Can reach\\d\\d\\.\\d °C/.test(says()) ? seen(says()) : requestAnimationFrame(look);
  look();
})`;

test('a whole treatment by hand, from the case to the report', async ({ launch }) => {
  test.setTimeout(600_000);
  const out = mkdtempSync(join(tmpdir(), 'isotherm-walk-'));
  const { page, output, pid } = await launch({ args: ['--speed', '100', '--out', out] });
  await enterCase(page);
  await picture(page, 'walk-1-protocol');
  // The site plans a second part, and changes the flow of this case.
  await page.getByRole('button', { name: /Change values/ }).click();
  await page.getByLabel('Flow mL/min', { exact: true }).fill('1400');
  await page.getByRole('button', { name: '+ Addition' }).click();
  await page.getByLabel('Minute of addition 1').fill('20');
  await page.getByLabel('Addition 1', { exact: true }).fill('second part');
  await picture(page, 'walk-1-editor');
  await startRun(page);

  await phaseIs(page, 'Self-test');
  await pressPrimary(page, 'Start priming');
  // The computer stands still for a moment, and with it the rig inside the program: no link is lost by that.
  process.kill(pid, 'SIGSTOP');
  await setTimeout(1300);
  process.kill(pid, 'SIGCONT');
  await timeOut(page);
  await pressPrimary(page, 'Test the machine');
  await pressPrimary(page, 'Preheat');
  await pressPrimary(page, 'Fill the cavity');
  await picture(page, 'walk-2-fill');
  await pressPrimary(page, 'Circulate');
  await phaseIs(page, 'Heat-up');

  // Too hot, says someone: heat off at once, then a person resumes it.
  await page.getByRole('button', { name: /HEAT OFF/ }).click();
  await expect(page.locator('.primary-action')).toContainText('Resume heat');
  await picture(page, 'walk-3-heat-held');

  // How long still: the estimate stands where the time left will stand. The page itself looks out for it, frame by
  // frame: at 100 × the heat-up is over within seconds.
  const estimated = page.evaluate(estimateSeen);
  await pressPrimary(page, 'Resume heat');
  await estimated;
  await picture(page, 'walk-3-estimate');

  await startWithDrug(page, 'Perfusionist', 'Surgeon');
  await phaseIs(page, 'Treatment');
  await page.getByRole('button', { name: /Record drug/ }).click();
  await page.getByRole('button', { name: 'Record', exact: true }).click();

  // A screen is disposable: reloaded in mid-run it shows the same run, and the run went on.
  await page.reload();
  await phaseIs(page, 'Treatment');
  await expect(page.locator('.run-header, header').first()).toContainText('DEMO, PATIENT');

  // The language is switched at run time and outlasts a reload, like the rest of what a person chose here.
  await page.getByRole('button', { name: '中文' }).click();
  await phaseIs(page, '治疗');
  await page.reload();
  await phaseIs(page, '治疗');
  await picture(page, 'walk-4-chinese');
  await page.getByRole('button', { name: 'English' }).click();

  await page.getByRole('button', { name: '+ Note' }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('Table tilted');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await picture(page, 'walk-4-treatment');
  // The surgeon pours half a litre in and takes as much out: two touches each.
  for (const what of ['irrigation 500', 'suction 500']) {
    await page.getByRole('button', { name: '± Fluid' }).click();
    await picture(page, 'walk-4-fluid');
    await page.locator(`[data-record="${what}"]`).click();
    await expect(page.locator('.dialogue')).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'Change flow' }).click();
  await page.getByRole('button', { name: '+100', exact: true }).click();
  await page.getByRole('button', { name: /Change to/ }).click();
  await page.getByRole('tab', { name: 'Figures' }).click();
  await expect(page.locator('.precision-rows')).toContainText('of treatment');
  await picture(page, 'walk-4-figures');

  await pressPrimary(page, 'End treatment');
  await phaseIs(page, 'Drain');
  for (let rinse = 0; rinse < 2; rinse += 1) {
    await rinseOnce(page);
    await phaseIs(page, 'Rinse drain');
  }
  await pressPrimary(page, 'Disconnect');
  await phaseIs(page, 'Disconnect');

  // What was drained has been weighed.
  await page.getByRole('button', { name: '+ Reading' }).click();
  await page.getByLabel('Drained, measured, mL').fill('5300');
  await page.getByRole('button', { name: 'Record', exact: true }).click();

  // A limit goes down: asked for, looked at once more, in force, and the core is marked as watched by it.
  await page.getByRole('button', { name: /Alarm limits/ }).click();
  await page.locator('[data-limit="core-low"]').click();
  await page.getByRole('button', { name: '−0.1', exact: true }).click();
  await page.getByRole('button', { name: 'Review change' }).click();
  await page.getByRole('button', { name: 'Change the limit' }).click();
  await expect(page.locator('[data-limit="core-low"]')).toContainText('38.40');
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('.limits-line')).toContainText('Perfusionist, perfusionist');
  await expect(page.locator('.value-row .changed-mark')).toHaveCount(1);
  await picture(page, 'walk-4-limits');

  await pressPrimary(page, 'Complete the run');

  await expect(page.getByRole('heading', { name: /Completed/ })).toBeVisible();
  await expect(page.getByText(join(out, 'report.pdf'))).toBeVisible({ timeout: 120_000 });
  await picture(page, 'walk-5-review');

  const summary = summarySchema.parse(JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')));
  expect(summary.outcome).toBe('completed');
  expect(summary.volumes).toMatchObject({ byHandInMl: 500, byHandOutMl: 500, drainMeasuredMl: 5300 });
  expect(summary.volumes.byHand).toMatchObject([
    { way: 'in', kind: 'irrigation', ml: 500, by: 'Perfusionist' },
    { way: 'out', kind: 'suction', ml: 500, by: 'Perfusionist' },
  ]);
  expect(summary.treatment?.inBandSeconds).toBeGreaterThanOrEqual(3599);
  for (const file of ['report.pdf', 'samples.csv', 'journal.sqlite'])
    expect(existsSync(join(out, file))).toBe(true);
  const read = readRun(join(out, 'journal.sqlite'));
  if (!read.ok) throw new Error(read.problem);
  const actions = read.record.events.flatMap(({ event }) => (event.type === 'action' ? [event] : []));
  expect(actions.every(({ by }) => by.name === 'Perfusionist' && by.how === 'signed-in')).toBe(true);
  expect(actions.map(({ action }) => action.type)).toEqual(
    expect.arrayContaining([
      'heat-off',
      'resume-heat',
      'start-treatment',
      'record-note',
      'change-flow',
      'record-drug',
      'change-alarm-limit',
      'end-treatment',
    ]),
  );
  read.record.close();

  await page.getByRole('button', { name: /New case/ }).click();
  await expect(page.getByLabel('Hospital number')).toHaveValue('');
  expect(output.lines.filter((line) => /error/i.test(line))).toEqual([]);
  rmSync(out, { recursive: true, maxRetries: 10 });
});

test('STOP RUN acts on touch-down; DRAIN NOW only when held', async ({ launch }) => {
  test.setTimeout(300_000);
  const { page } = await launch({ args: ['--speed', '100', '--case', 'assets/demo-case.json'] });
  await page.locator('[name="fluidBefore"] [data-value="no"]').click();
  await circulate(page);
  await phaseIs(page, 'Heat-up');

  const stop = page.getByRole('button', { name: /STOP RUN/ });
  await stop.hover();
  await page.mouse.down();
  await expect(page.locator('.primary-action')).toContainText('Circulate unheated');
  await page.mouse.up();
  await picture(page, 'stopped');

  const drain = page.getByRole('button', { name: /DRAIN NOW/ });
  await drain.click();
  await phaseIs(page, 'Heat-up');
  await drain.hover();
  await page.mouse.down();
  await phaseIs(page, 'Drain');
  await page.mouse.up();
});
