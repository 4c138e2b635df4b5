import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunHeader } from '../../../electron/domain/run-event.ts';
import type { Language } from '../../../electron/domain/text/language.ts';
import { systemClock } from '../../../electron/domain/time.ts';
import type { RunRecord } from '../../../electron/record/run-record.ts';
import type { ReportFiles } from '../../../electron/report/made-files.ts';
import { writeRescueReport } from '../../../electron/report/rescue/write-rescue-report.ts';
import { writeReport } from '../../../electron/report/write-report.ts';
import { chromiumPdf } from '../../support/chromium-pdf.ts';
import { reportFaces } from '../../support/report-faces.ts';
import { syntheticHeader } from '../../support/synthetic-header.ts';
import { syntheticRecord } from '../../support/synthetic-record.ts';
import { syntheticRescue } from '../../support/synthetic-rescue.ts';
import { harshRecord } from './harsh-record.ts';
import { phaseEvent, recordOf, samplesBetween } from './small-record.ts';

/** The printed files stay here to be looked at; with GALLERY=1 pictures of every page as well. */
const shelf = 'out/report-pictures';

let chromium: Awaited<ReturnType<typeof chromiumPdf>>;
beforeAll(async () => {
  chromium = await chromiumPdf();
});
afterAll(() => chromium.close());

/** Text of every page. */
async function print(name: string, record: RunRecord, language: Language = 'en'): Promise<string[]> {
  return printed(name, (folder) => writeReport({ record, ...how(folder, language), onProgress: () => {} }));
}

function how(folder: string, language: Language) {
  const signal = new AbortController().signal;
  return { folder, language, printPdf: chromium.print, fontSheets: reportFaces, clock: systemClock, signal };
}

async function printed(name: string, write: (folder: string) => Promise<ReportFiles>): Promise<string[]> {
  const folder = join(shelf, name);
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  mkdirSync(folder, { recursive: true });
  const { report, missing } = await write(folder);
  if (report === null) throw new Error(missing[0]?.why);
  if (process.env.GALLERY) execFileSync('pdftoppm', ['-r', '110', '-png', report, join(folder, 'page')]);
  const info = execFileSync('pdfinfo', [report], { encoding: 'utf8' });
  expect(info).toMatch(/Page size:.*\(A4\)/);
  const pages = execFileSync('pdftotext', ['-layout', report, '-'], { encoding: 'utf8' })
    .split('\f')
    .slice(0, -1);
  expect(pages).toHaveLength(Number(/Pages:\s+(\d+)/.exec(info)?.[1]));
  return pages;
}

function expectOnEveryPage(pages: readonly string[], marks: readonly string[]): void {
  for (const [index, page] of pages.entries()) {
    for (const mark of marks) expect(page, `page ${index + 1}`).toContain(mark);
    expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    expect(page).toContain('Isotherm is not a cleared medical device.');
  }
}

describe('the printed report', () => {
  it('of a whole treatment can be filed: identifiers, marks and numbers on every page', async () => {
    const pages = await print('whole', syntheticRecord());
    const { patient } = syntheticHeader.case;
    expectOnEveryPage(pages, [
      'Example, Xiaoming (王小明)',
      patient.birthDate,
      '20488317',
      'Session 2 of 3',
      'SIMULATION',
      'DRAFT',
      syntheticHeader.runId,
    ]);
    const text = pages.join('\n');
    for (const heading of [
      'Patient and case',
      'Protocol',
      'Curves',
      'Drugs given',
      'Vital signs and findings',
      'Checks before the run',
      'Catheters and probes',
      'People',
      'The three precisions',
      'Deviations from the plan',
      'Alarms',
      'Timeline',
      'How the figures were computed',
      'Signature',
    ]) {
      expect(text).toContain(heading);
    }
    expect(text).toContain('T3 upper cavity 43.52 °C, limit 43.50');
    expect(text).toContain('T3: open circuit');
    expect(pages.length).toBeLessThanOrEqual(9);
  });

  it('in Chinese says the same in Chinese, on every page', async () => {
    const pages = await print('chinese', syntheticRecord(), 'zh');
    for (const [index, page] of pages.entries()) {
      for (const mark of ['模拟', '草稿', '住院号 20488317', 'Isotherm 是未获批准上市的医疗器械。'])
        expect(page, `page ${index + 1}`).toContain(mark);
    }
    const text = pages.join('\n');
    for (const heading of [
      '患者与病例',
      '方案',
      '三项精度',
      '用药与灌注液',
      '与计划的偏离',
      '时间线',
      '签名',
    ])
      expect(text).toContain(heading);
    expect(text).toMatch(/第 ?1 ?页，共 ?\d ?页/);
    expect(text).toContain('T3 体腔上部 43.52 °C，限值 43.50');
    expect(pages.length).toBeLessThanOrEqual(9);
  });

  it('of a real rig bears no SIMULATION, and of one not signed still DRAFT', async () => {
    const header: RunHeader = {
      ...syntheticHeader,
      simulation: false,
      rig: {
        ...syntheticHeader.rig,
        timeScale: 1,
        features: { ...syntheticHeader.rig.features, simulated: false },
      },
    };
    const short = recordOf(samplesBetween(0, 60_000), [[0, phaseEvent('treatment')]]);
    const pages = await print('real-rig', { ...short, header });
    expectOnEveryPage(pages, ['DRAFT']);
    expect(pages.join()).not.toContain('SIMULATION');
  });

  it('of a run that broke off before treatment says so and invents nothing', async () => {
    const samples = samplesBetween(0, 120_000, () => ({ phase: 'prime', inBand: false }));
    const text = (await print('broken-off', recordOf(samples, [[0, phaseEvent('prime')]]))).join('\n');
    expect(text).toContain('ended by the loss of the console at');
    expect(text).toContain('Not judged: no treatment');
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('of a single instillation tells its dwell, and why nothing else is judged', async () => {
    const samples = samplesBetween(0, 900_000, () => ({ phase: 'dwell', inBand: false }));
    const text = (await print('dwell', recordOf(samples, [[0, phaseEvent('dwell')]]))).join('\n');
    expect(text).toMatch(/Dwell\s/);
    expect(text).toContain('15:00');
    expect(text).toContain('nothing circulates');
    expect(text).not.toContain('no treatment');
  });

  it('of a run without a single sample is still a document', async () => {
    const text = (await print('empty', recordOf([], []))).join('\n');
    expect(text).toContain('The record holds no samples.');
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('of a bad day with long words keeps them all and stays on its pages', async () => {
    const { record, mustAppear } = harshRecord();
    const pages = await print('harsh', record);
    expectOnEveryPage(pages, ['SIMULATION', 'DRAFT', record.header.case.patient.birthDate]);
    const report = join(shelf, 'harsh', 'report.pdf');
    const text = execFileSync('pdftotext', ['-raw', report, '-'], { encoding: 'utf8' }).replaceAll(
      /\s+/g,
      '',
    );
    for (const words of mustAppear) expect(text).toContain(words.replaceAll(/\s+/g, ''));
  });

  it.each(['en', 'zh'] as const)('of a rescue is one page, in %s', async (language) => {
    const pages = await printed(`rescue-${language}`, (folder) =>
      writeRescueReport({ record: syntheticRescue(), ...how(folder, language) }),
    );
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('2026-03-02T10-02-11Z-rescue');
    expect(pages[0]).not.toMatch(/NaN|undefined|Infinity/);
  });

  it.each(['whole', 'chinese', 'harsh'])('embeds its faces, each with its name (%s)', (name) => {
    const fonts = execFileSync('pdffonts', [join(shelf, name, 'report.pdf')], { encoding: 'utf8' });
    const rows = fonts.trim().split('\n').slice(2);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows)
      expect(row).toMatch(/^[A-Z]{6}\+(Inter|NotoSansSC)\S+ +CID TrueType +Identity-H +yes yes yes /);
    expect(readFileSync(join(shelf, name, 'report.pdf')).length).toBeLessThan(3_000_000);
  });
}, 120_000);
