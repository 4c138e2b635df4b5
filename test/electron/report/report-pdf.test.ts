import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../electron/domain/actor.ts';
import type { Addendum, Said } from '../../../electron/domain/addendum.ts';
import type { RunHeader } from '../../../electron/domain/run-event.ts';
import type { Language } from '../../../electron/domain/text/language.ts';
import { systemClock } from '../../../electron/domain/time.ts';
import type { RunRecord } from '../../../electron/record/run-record.ts';
import type { ReportFiles } from '../../../electron/report/made-files.ts';
import { writeRescueReport } from '../../../electron/report/rescue/write-rescue-report.ts';
import type { Standing } from '../../../electron/report/standing.ts';
import { type ReportJob, writeReport } from '../../../electron/report/write-report.ts';
import { chromiumPdf } from '../../support/chromium-pdf.ts';
import { clinicianNamed, perfusionistNamed } from '../../support/people.ts';
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

type Asked = Pick<ReportJob, 'paper' | 'standing'>;

/** Text of every page. */
const print = (
  name: string,
  record: RunRecord,
  language: Language = 'en',
  asked: Asked = {},
): Promise<string[]> =>
  printed(
    name,
    (folder) => writeReport({ record, ...how(folder, language), ...asked, onProgress: () => {} }),
    asked.paper === 'Letter' ? /Page size:.*\(letter\)/ : /Page size:.*\(A4\)/,
  );

function how(folder: string, language: Language) {
  const signal = new AbortController().signal;
  return { folder, language, printPdf: chromium.print, fontSheets: reportFaces, clock: systemClock, signal };
}

async function printed(
  name: string,
  write: (folder: string) => Promise<ReportFiles>,
  paper = /Page size:.*\(A4\)/,
): Promise<string[]> {
  const folder = join(shelf, name);
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  mkdirSync(folder, { recursive: true });
  const { report, missing } = await write(folder);
  if (report === null) throw new Error(missing[0]?.why);
  if (process.env.GALLERY) execFileSync('pdftoppm', ['-r', '110', '-png', report, join(folder, 'page')]);
  const info = execFileSync('pdfinfo', [report], { encoding: 'utf8' });
  expect(info).toMatch(paper);
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

const run = (program: string, args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe' });

/** What is read off the first page at the resolution of a poor scan. */
function codeOn(report: string): string {
  const page = report.replace('.pdf', '-scan');
  run('pdftoppm', ['-r', '120', '-f', '1', '-l', '1', '-singlefile', '-png', report, page]);
  return run('zbarimg', ['--quiet', '--raw', `${page}.png`]).trim();
}

const said = (number: number, atWallMs: number, by: Actor, words: Said): Addendum => ({
  number,
  atWallMs,
  by,
  said: words,
});
const corrected: Standing = {
  status: 'corrected',
  recordSha256: '0123456789abcdef'.repeat(4),
  addenda: [
    said(1, Date.UTC(2026, 2, 2, 10, 5), perfusionistNamed('M. Perfusionist'), {
      type: 'signature',
      meaning: 'performed',
    }),
    said(2, Date.UTC(2026, 2, 3, 7), clinicianNamed('Dr. S. Surgeon'), {
      type: 'signature',
      meaning: 'reviewed',
    }),
    said(3, Date.UTC(2026, 2, 4, 7), perfusionistNamed('M. Perfusionist'), {
      type: 'correction',
      field: 'case.procedure',
      old: 'Laparoscopy 𠮷',
      new: 'Cytoreduction',
      reason: 'mistyped',
    }),
  ],
};

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
    expect(pages.length).toBeLessThanOrEqual(10);
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
    expect(text).toMatch(/第 ?1 ?页，共 ?\d+ ?页/);
    expect(text).toContain('T3 体腔上部 43.52 °C，限值 43.50');
    expect(pages.length).toBeLessThanOrEqual(10);
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
    // What stands on every page is not read out on every page.
    const tagged = run('pdfinfo', ['-struct-text', join(shelf, `rescue-${language}`, 'report.pdf')]);
    expect(tagged).toContain('HX-0477');
    expect(tagged).not.toContain('2026-03-02T10-02-11Z-rescue');
    expect(pages[0]).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('has its place in a file: tags, headings as an outline, a language, dates of the run, no fault', () => {
    const report = join(shelf, 'whole', 'report.pdf');
    const info = run('pdfinfo', ['-isodates', report]);
    expect(info).toContain(`Perfusion treatment record ${syntheticHeader.runId}`);
    expect(info).toMatch(/Creator: +Isotherm 0\.1\.0/);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/CreationDate: +2026-03-02T08:12:40Z/);
    expect(info).toMatch(/ModDate: +2026-03-02T09:56:34Z/);
    const tags = spawnSync('pdfinfo', ['-struct', report], { encoding: 'utf8' });
    expect(tags.stdout).toMatch(/H1.*H2.*Table.*TH/s);
    // It knows every one of them.
    expect(tags.stderr).toBe('');
    const outline = run('qpdf', ['--json', '--json-key=outlines', report]);
    for (const heading of ['Perfusion treatment record', 'Drugs and carrier', 'Timeline'])
      expect(outline).toContain(`"title": "${heading}"`);
    expect(run('qpdf', ['--json', '--json-key=qpdf', report])).toMatch(/"\/Lang": "u:en"/);
    expect(run('qpdf', ['--check', report])).toContain('No syntax or stream encoding errors found');
  });

  it('bears a code of record id and sum that is read off paper', () => {
    expect(codeOn(join(shelf, 'whole', 'report.pdf'))).toBe(`isotherm:record:${syntheticHeader.runId}`);
  });

  it('that was signed and corrected says by whom, and gives the same bytes each time, on Letter too', async () => {
    const record = recordOf(samplesBetween(0, 60_000), [[0, phaseEvent('treatment')]]);
    const asked: Asked = { paper: 'Letter', standing: corrected };
    const pages = await print('corrected', record, 'en', asked);
    await print('corrected-again', record, 'en', asked);
    const [one, other] = ['corrected', 'corrected-again'].map((name) =>
      readFileSync(join(shelf, name, 'report.pdf')),
    );
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
    expectOnEveryPage(pages, ['CORRECTED', 'signed, corrected since', 'SIMULATION']);
    const text = pages.join('\n').replaceAll(/\s+/g, ' ');
    expect(text).not.toContain('DRAFT');
    expect(text).toMatch(/performed: M. Perfusionist, 2026-03-02 10:05:00/);
    expect(text).toMatch(/reviewed: Dr. S. Surgeon, \S+, 2026-03-03 07:00:00/);
    const correction = pages.find((page) => page.includes('Correction, Procedure'));
    expect(correction).toContain('“Laparoscopy [U+20BB7]” → “Cytoreduction”. Reason:');
    expect(codeOn(join(shelf, 'corrected', 'report.pdf'))).toBe(
      `isotherm:record:${record.header.runId}?sha256=${'0123456789abcdef'.repeat(4)}`,
    );
    expect(run('pdfinfo', ['-isodates', join(shelf, 'corrected', 'report.pdf')])).toMatch(
      /ModDate: +2026-03-04T07:00:00Z/,
    );
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
