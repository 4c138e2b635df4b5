import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, it } from 'vitest';
import { inRoot } from '../../../build/root.ts';
import { type ChartSource, chartSourceOf } from '../../../electron/chart/chart-source.ts';
import { noMapping } from '../../../electron/chart/code-mapping.ts';
import { dicomReport } from '../../../electron/chart/dicom/dicom-report.ts';
import { fhirReport } from '../../../electron/chart/fhir/fhir-report.ts';
import { hl7Report } from '../../../electron/chart/hl7/hl7-report.ts';
import { redcapRow } from '../../../electron/chart/redcap/redcap.ts';
import { sessionJson } from '../../../electron/chart/session/session-json.ts';
import { recordVital } from '../../../electron/chart/vital/record-vital.ts';
import { recordXlsx } from '../../../electron/chart/xlsx/record-xlsx.ts';
import type { RunRecord } from '../../../electron/record/run-record.ts';
import { type Bundle, codeErrors, documentErrors } from '../../support/fhir/checks.ts';
import { lantanaErrors, medplumErrors } from '../../support/fhir/readers.ts';
import { unitErrors } from '../../support/fhir/units.ts';
import { pdfOf } from '../../support/some-pdf.ts';
import { sessions } from './golden-sessions.ts';
import { readByNode, readByPython as readHl7ByPython, utf8 } from './hl7/readers.ts';
import { readByPython } from './read-by-python.ts';

const folder = mkdtempSync(join(tmpdir(), 'isotherm-sessions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
const pdf = pdfOf(10_001);
const fits = new Ajv2020({ strict: false, validateFormats: false }).compile(
  JSON.parse(readFileSync(inRoot('assets/chart/session.schema.json'), 'utf8')),
);

/** Every document of a record, by name; what makes each is not asked what it thinks of it. */
const documents = (source: ChartSource) => ({
  session: [...sessionJson(source)].join(''),
  workbook: recordXlsx(source),
  vital: recordVital(source),
  redcap: redcapRow(source),
  fhir: fhirReport(source, pdf, noMapping),
  hl7: hl7Report(source, pdf, utf8).bytes,
  dicom: dicomReport(source, pdf).bytes,
});
type Documents = ReturnType<typeof documents>;

function tablesAreRead({ session, workbook, vital, redcap }: Documents, record: RunRecord): void {
  expect(fits(JSON.parse(session)), JSON.stringify(fits.errors)).toBe(true);
  const sheets = readByPython<{ name: string; rows: unknown[][] }[]>('xlsx/read_workbook.py', workbook);
  expect(sheets.find(({ name }) => name === '事件')?.rows).toHaveLength(1 + record.events.length);
  const { tracks } = readByPython<{ tracks: Record<string, { records: { value: unknown[] }[] }> }>(
    'vital/read_vital.py',
    vital,
  );
  const values = tracks[1]?.records.reduce((sum, { value }) => sum + value.length, 0) ?? 0;
  // A record with a gap has more places than samples.
  expect(values).toBeGreaterThanOrEqual([...record.samples()].length);
  const dictionary = inRoot('assets/chart/redcap-dictionary.csv');
  expect(readByPython<{ wrong: string[] }>('redcap/check_import.py', redcap, dictionary).wrong).toEqual([]);
}

function fhirIsRead({ fhir }: Documents): void {
  const bundle = JSON.parse(fhir) as Bundle;
  const errors = { medplum: medplumErrors(bundle), lantana: lantanaErrors(bundle) };
  expect(errors).toEqual({ medplum: [], lantana: [] });
  expect([...documentErrors(bundle), ...codeErrors(bundle), ...unitErrors(bundle)]).toEqual([]);
}

function hl7IsRead({ hl7 }: Documents, record: RunRecord): void {
  for (const read of [readByNode, readHl7ByPython]) {
    const message = read(hl7);
    expect(message.at('PID-5.1')).toBe(record.header.case.patient.familyName);
    expect(message.at('PID-5.2')).toBe(record.header.case.patient.givenName);
  }
}

function dicomIsRead({ dicom }: Documents): void {
  const [file, printed] = [join(folder, 'report.dcm'), join(folder, 'report.pdf')];
  writeFileSync(file, dicom);
  const { stdout, stderr } = spawnSync('dciodvfy', ['-new', file], { encoding: 'utf8' });
  expect(
    `${stdout}${stderr}`.split('\n').filter((line) => line !== '' && line !== 'EncapsulatedPDF'),
  ).toEqual([]);
  expect(spawnSync('dcm2pdf', [file, printed]).status).toBe(0);
  expect(readFileSync(printed).subarray(0, pdf.length).equals(Buffer.from(pdf))).toBe(true);
}

describe('a session that the simulator plays', () => {
  it.each(Object.keys(sessions))('%s: every document is whole to readers that are not ours', async (name) => {
    let read = false;
    await sessions[name]?.((record) => {
      const known = {
        language: 'zh',
        status: 'preliminary',
        addenda: [],
        recordSha256: 'ab'.repeat(32),
      } as const;
      const made = documents(chartSourceOf(record, known));
      tablesAreRead(made, record);
      fhirIsRead(made);
      hl7IsRead(made, record);
      dicomIsRead(made);
      expect(documents(chartSourceOf(record, known))).toEqual(made);
      read = true;
    });
    expect(read).toBe(true);
  });
});
