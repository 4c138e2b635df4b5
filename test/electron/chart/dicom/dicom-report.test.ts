import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChartSource } from '../../../../electron/chart/chart-source.ts';
import { dicomReport } from '../../../../electron/chart/dicom/dicom-report.ts';
import { syntheticSource } from '../../../support/chart-source.ts';
import { addendaOf, brokenOff, headerWith } from '../../../support/chart-variants.ts';
import { pdfOf } from '../../../support/some-pdf.ts';
import { syntheticHeader } from '../../../support/synthetic-header.ts';

const tools = ['dciodvfy', 'dcmdump', 'dcm2pdf'];
const isThere = tools.every((tool) => spawnSync(tool, ['--version']).error === undefined);

const short = syntheticSource({}, brokenOff(30));
const sourceOf = (...header: Parameters<typeof headerWith>): ChartSource =>
  syntheticSource({}, brokenOff(3, headerWith(...header)));

describe.skipIf(!isThere)(
  `report.dcm${isThere ? '' : ' (skipped: apt-get install dicom3tools dcmtk)'}`,
  () => {
    let folder = '';
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'isotherm-dicom-'));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    const written = (source: ChartSource, pdf = pdfOf(1000)): string => {
      const file = join(folder, 'report.dcm');
      writeFileSync(file, dicomReport(source, pdf).bytes);
      return file;
    };
    /** What dciodvfy finds, but for the name of the kind of document. */
    const complaints = (source: ChartSource): string[] => {
      const { stdout, stderr } = spawnSync('dciodvfy', ['-new', written(source)], { encoding: 'utf8' });
      return `${stdout}${stderr}`.split('\n').filter((line) => line !== '' && line !== 'EncapsulatedPDF');
    };
    /** The value of an attribute as dcmtk reads it; `null`: it is there without one, `undefined`: it is not there. */
    const read = (source: ChartSource, keyword: string): string | null | undefined => {
      const { stdout } = spawnSync('dcmdump', ['+U8', '+L', '+P', keyword, written(source)], {
        encoding: 'utf8',
      });
      const line = stdout.split('\n')[0] ?? '';
      if (line === '') return undefined;
      return (
        /^\S+ \w\w \[(.*)\] +#/.exec(line)?.[1] ?? (line.includes('no value') ? null : line.split(' ')[2])
      );
    };

    it('holds to the standard without an error and without a warning', () => {
      const bare = sourceOf({
        givenName: '',
        sex: 'unknown',
        birthDate: '',
        identifiers: [{ value: '1', issuer: '' }],
        visitNumber: '',
        orderNumber: '',
        heightCm: null,
        weightKg: null,
      });
      for (const source of [short, bare, { ...short, status: 'final' as const }])
        expect(complaints(source)).toEqual([]);
    });

    it('shows what a document lacks, so that its silence says something', () => {
      const { bytes } = dicomReport(short, pdfOf(1000));
      const file = join(folder, 'spoilt.dcm');
      writeFileSync(
        file,
        Buffer.from(Buffer.from(bytes).toString('latin1').replace('DOC ', 'DUC '), 'latin1'),
      );
      const { stderr } = spawnSync('dciodvfy', ['-new', file], { encoding: 'utf8' });
      expect(stderr).toContain('Unrecognized defined term = <DUC>');
    });

    it('gives the PDF back byte for byte, of even and of odd length', () => {
      for (const length of [1000, 1001, 3_000_001]) {
        const pdf = pdfOf(length);
        const out = join(folder, 'out.pdf');
        expect(spawnSync('dcm2pdf', [written(short, pdf), out]).status).toBe(0);
        expect(readFileSync(out).equals(pdf)).toBe(true);
      }
    });

    it('tells whose it is, from when and how far it may be relied on', () => {
      const file = written(short);
      const { stdout } = spawnSync('dcmdump', ['+U8', '+L', file], { encoding: 'utf8' });
      for (const line of [
        '(0010,0010) PN [Example^Xiaoming (王小明)]',
        '(0010,0020) LO [20488317]',
        '(0010,0021) LO [Example hospital]',
        '(0010,0020) LO [HI-55-1042]',
        '(0010,0030) DA [19680412]',
        '(0010,0040) CS [M]',
        '(0008,0050) SH [O-55120]',
        '(0038,0010) LO [V-2026-1187]',
        '(0008,0020) DA [20260302]',
        '(0008,0030) TM [081240.000]',
        '(0008,002a) DT [20260302081240.000+0000]',
        '(0008,0201) SH [+0000]',
        '(0008,0080) LO [Example hospital]',
        '(0018,1000) LO [HX-0477]',
        '(0008,0064) CS [WSD]',
        '(0028,0301) CS [YES]',
        '(0042,0015) UL 1000',
        '(0040,a493) CS [UNVERIFIED]',
        'SIMULATION',
      ])
        expect(stdout).toContain(line);
      expect(read({ ...short, status: 'corrected' }, 'VerificationFlag')).toBe('VERIFIED');
    });

    it('has one study and series for all documents of a record, and a UID for each document', () => {
      const now = {
        ...short,
        status: 'final' as const,
        addenda: addendaOf({ type: 'signature', meaning: 'performed' }),
      };
      const other = sourceOf({}, {}, { runId: '0198c1f2-0000-7c11-9d7e-3b5f0a6e2c11' });
      const uids = [short, short, now, other].map((one) => read(one, 'SOPInstanceUID'));
      expect(uids[1]).toBe(uids[0]);
      expect(new Set(uids).size).toBe(3);
      const [study, , later, others] = [short, short, now, other].map((one) => read(one, 'StudyInstanceUID'));
      expect(later).toBe(study);
      expect(others).not.toBe(study);
      expect(read(now, 'SeriesInstanceUID')).toBe(read(short, 'SeriesInstanceUID'));
      for (const uid of uids) expect(uid).toMatch(/^2\.25\.(0|[1-9]\d{0,38})$/);
    });

    it('belongs to whom the last word names', () => {
      const field = 'case.patient.identifiers.0.value';
      const addenda = addendaOf(
        { type: 'correction', field, old: '20488317', new: '99', reason: 'wrong wristband' },
        { type: 'correction', field: 'case.patient.givenName', old: 'A', new: 'B', reason: 'typed wrongly' },
      );
      const corrected = { ...short, status: 'corrected' as const, addenda };
      expect([read(corrected, 'PatientID'), read(corrected, 'PatientName')]).toEqual(['99', 'Example^B']);
      expect(read(corrected, 'StudyInstanceUID')).toBe(read(short, 'StudyInstanceUID'));
    });

    it('gives the same bytes of the same record', () => {
      const [once, again] = [short, syntheticSource({}, brokenOff(30))].map((one) =>
        dicomReport(one, pdfOf(999)),
      );
      expect(Buffer.from(once?.bytes ?? []).equals(again?.bytes ?? Buffer.alloc(0))).toBe(true);
    });

    it('writes names so that no sign in them is taken for a separator, and a Chinese one as its own group too', () => {
      const nameOf = (familyName: string, givenName: string) =>
        read(sourceOf({ familyName, givenName }), 'PatientName');
      expect(nameOf('王', '小明')).toBe('王^小明=王^小明');
      expect(nameOf('𠮷田', '')).toBe('𠮷田^=𠮷田^');
      expect(nameOf('O^Neil=\\|&~', 'A\r\nB')).toBe('O＾Neil＝＼|&~^A B');
      expect(nameOf('Half \ud842', 'pair')).toBe('Half U+D842^pair');
      expect(nameOf('', '')).toBeNull();
      expect(nameOf('N'.repeat(80), 'X')).toBe(`${'N'.repeat(61)}…`);
      const strange = sourceOf(
        { familyName: '王=^\\', givenName: '𠮷'.repeat(70) },
        { procedure: 'a\\b\nc'.repeat(40) },
      );
      expect(complaints(strange)).toEqual([]);
    });

    it('cuts free text where it can be seen, and never an identifier', () => {
      const long = sourceOf(
        {
          orderNumber: 'ORDER-0123456789-0',
          visitNumber: 'V\\1',
          identifiers: [
            { value: '7', issuer: 'H' },
            { value: '8'.repeat(65), issuer: '' },
          ],
        },
        { procedure: 'P'.repeat(65) },
      );
      expect(read(long, 'StudyDescription')).toBe(`${'P'.repeat(61)}…`);
      expect(read(long, 'AccessionNumber')).toBeNull();
      expect(read(long, 'AdmissionID')).toBeUndefined();
      expect(complaints(long)).toEqual([]);
      expect(dicomReport(long, pdfOf(10)).leftOut).toEqual([
        { attribute: 'OtherPatientIDsSequence', text: '8'.repeat(65), most: 64 },
        { attribute: 'AccessionNumber', text: 'ORDER-0123456789-0', most: 16 },
        { attribute: 'AdmissionID', text: 'V\\1', most: 64 },
      ]);
      const tooLong = sourceOf({ identifiers: [{ value: '9'.repeat(65), issuer: '' }] });
      expect(() => dicomReport(tooLong, pdfOf(10))).toThrow(
        /number "9+" does not fit into DICOM.*correct it/,
      );
    });

    it('keeps to the offset at the start of the run over midnight and over the end of summer time', () => {
      // 25 October 2026, 01:30 UTC is 02:30 in Berlin a second time.
      const startedWallMs = Date.UTC(2026, 9, 24, 23, 30, 0);
      const header = {
        ...syntheticHeader,
        startedWallMs,
        timeZone: { name: 'Europe/Berlin', offsetMinutes: 120 },
      };
      const night = syntheticSource({}, brokenOff(104, header));
      expect(read(night, 'StudyDate')).toBe('20261025');
      expect(read(night, 'StudyTime')).toBe('013000.000');
      expect(read(night, 'ContentTime')).toBe('031354.000');
      expect(read(night, 'TimezoneOffsetFromUTC')).toBe('+0200');
      expect(complaints(night)).toEqual([]);
    });
  },
);
