import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { systemClock } from '../../electron/domain/time.ts';
import { readRun } from '../../electron/record/read-run.ts';
import { summarySchema } from '../../electron/report/summary.ts';
import { writeReport } from '../../electron/report/write-report.ts';
import { press } from '../support/press.ts';
import { phaseIs, pressPrimary, rinseOnce } from './walk.ts';

/** What teams do beside the way through the phases, by the words that stand on the screen. */
export const card = (page: Page, name: string) =>
  page.locator('.preset-card').filter({ has: page.locator('.preset-name', { hasText: name }) });

/** Plans parts of the drug: minute and name. */
export async function planAdditions(
  page: Page,
  parts: readonly (readonly [string, string])[],
): Promise<void> {
  await page.getByRole('button', { name: /Change values/ }).click();
  for (const [index, [minute, label]] of parts.entries()) {
    await page.getByRole('button', { name: '+ Addition' }).click();
    await page.getByLabel(`Minute of addition ${index + 1}`).fill(minute);
    await page.getByLabel(`Addition ${index + 1}`, { exact: true }).fill(label);
  }
}

/** The drug is in; two of the team have checked it. */
export async function startWithDrug(page: Page, one: string, other: string): Promise<void> {
  await pressPrimary(page, 'Start treatment');
  await page.getByRole('button', { name: 'Next: check' }).click();
  for (const name of [one, other]) await page.locator(`.dialogue [data-person="${name}"]`).click();
  await page.getByRole('button', { name: 'Drug is in, start the clock' }).click();
}

/** The part that is planned next, once it is due. */
export async function recordDue(page: Page, part: string): Promise<void> {
  const record = page.locator('.primary-action', { hasText: `Record drug ${part}` });
  await expect(record).toHaveAttribute('data-state', /due|late/, { timeout: 240_000 });
  await press(record);
  await page.getByRole('button', { name: 'Record', exact: true }).click();
}

/** Fluid by hand, in two touches. */
export async function fluidByHand(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: '± Fluid' }).click();
  await page.locator(`[data-record="${what}"]`).click();
  await expect(page.locator('.dialogue')).toHaveCount(0);
}

/** A value read off another device. */
export async function recordReading(page: Page, kind: string, value: string): Promise<void> {
  await page.locator('[data-action="record-reading"]').click();
  await page.locator(`[data-kind="${kind}"]`).click();
  await page.locator('.dialogue input').fill(value);
  await press(page.locator('[data-action="confirm"]'));
  await expect(page.locator('.dialogue')).toHaveCount(0);
}

/** As often as planned, each rinse on fresh fluid. */
export async function rinseTwice(page: Page): Promise<void> {
  for (let rinse = 0; rinse < 2; rinse += 1) {
    await rinseOnce(page);
    await phaseIs(page, 'Rinse drain');
  }
}

/** The last press of a run, and the summary that is in `out` once the report is made. */
export async function complete(page: Page, out: string) {
  await pressPrimary(page, 'Complete the run');
  await expect(page.getByRole('heading', { name: /Completed/ })).toBeVisible();
  await expect(page.getByText(join(out, 'report.pdf'))).toBeVisible({ timeout: 120_000 });
  return summarySchema.parse(JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')));
}

/**
 * What the report lists as deviations, as it is read: a line each; "none" where there is none. By a clock that runs a hundred
 * times as fast any hand starts late: that is not among them.
 */
export async function deviations(out: string): Promise<string[]> {
  const read = readRun(join(out, 'journal.sqlite'));
  if (!read.ok) throw new Error(read.problem);
  const folder = mkdtempSync(join(tmpdir(), 'isotherm-deviations-'));
  let page = '';
  await writeReport({
    record: read.record,
    folder,
    language: 'en',
    printPdf: async (html) => {
      page = html;
      return new TextEncoder().encode('%PDF-1.4');
    },
    fontSheets: [],
    clock: systemClock,
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  read.record.close();
  rmSync(folder, { recursive: true, maxRetries: 10 });
  const section = /<h2>Deviations from the plan<\/h2>(.*?)<\/section>/s.exec(page)?.[1] ?? page;
  return section
    .replaceAll(/<thead>.*?<\/thead>/gs, '')
    .split(/<\/tr>|<\/p>/)
    .map((line) =>
      line
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '' && !line.includes('after the control temperature had come into band'));
}
