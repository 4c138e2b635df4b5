import { describe, expect, it } from 'vitest';
import { noMapping } from '../../../../electron/chart/code-mapping.ts';
import { fhirReport } from '../../../../electron/chart/fhir/fhir-report.ts';
import { syntheticSource } from '../../../support/chart-source.ts';
import { type Bundle, codeErrors, type Json } from '../../../support/fhir/checks.ts';
import { at, first, made, manyDrugs, nightHeader, observed, pdf, resources } from './reading.ts';
import { addenda, emptyRecord, hostile, hostileRecord, plain, shortRecord } from './records.ts';

describe('what a FHIR document says', () => {
  it('is the same byte for byte when it is made again', () => {
    const [one, two] = [1, 2].map(() => fhirReport(syntheticSource({}, shortRecord(plain)), pdf, noMapping));
    expect(one).toBe(two);
  });

  it('is another document as soon as more is said of the record, of the same patient', () => {
    const before = made(shortRecord(plain));
    const after = made(shortRecord(plain), { status: 'final', addenda: addenda.slice(0, 2) });
    expect(after.identifier).not.toEqual(before.identifier);
    expect(after.entry.map(({ fullUrl }) => fullUrl)).toContain(before.entry[1]?.fullUrl);
  });

  it.each([
    ['preliminary', 'preliminary'],
    ['final', 'final'],
    ['amended', 'amended'],
    ['corrected', 'amended'],
  ] as const)('a record that is %s is so everywhere, and its first page %s', (status, page) => {
    const bundle = made(shortRecord(plain), { status, addenda });
    expect(bundle.entry[0]?.resource.status).toBe(page);
    const all = [...resources(bundle, 'Observation'), ...resources(bundle, 'DiagnosticReport')];
    expect([...new Set(all.map((one) => one.status))]).toEqual([status]);
  });

  it('holds the printed report byte for byte', () => {
    const report = first(resources(made(shortRecord(plain)), 'DiagnosticReport'));
    const data = Buffer.from(String(at(report, 'presentedForm.0.data')), 'base64');
    expect(data.equals(Buffer.from(pdf))).toBe(true);
    expect(at(report, 'presentedForm.0.size')).toBe(pdf.length);
  });

  it('simulated data are marked wherever they go, and others are not', () => {
    const isMarked = ({ resource }: Bundle['entry'][number]) =>
      JSON.stringify(resource.meta ?? '').includes('HTEST');
    expect(made(shortRecord(plain)).entry.every(isMarked)).toBe(true);
    expect(made(emptyRecord()).entry.some(isMarked)).toBe(false);
  });

  it('times go by the zone of the run, through the hour that comes twice', () => {
    const bundle = made(shortRecord(plain, nightHeader('2026-10-25T00:59:59Z', 'Europe/Berlin', 120)));
    const [procedure] = resources(bundle, 'Procedure');
    expect(procedure?.performedPeriod).toEqual({
      start: '2026-10-25T02:59:59.000+02:00',
      end: '2026-10-25T02:00:01.000+01:00',
    });
  });

  it('a value that is missing is said to be, and is no number', () => {
    const bundle = made(emptyRecord());
    const why = (code: string) => at(first(observed(bundle, code)), 'dataAbsentReason.coding.0.code');
    for (const code of ['control-mean', 'time-to-target', 'core-38', 'height', 'probe-cem43', 'flow-mean']) {
      expect(why(code), code).toBe('unknown');
      const keys = Object.keys(first(observed(bundle, code)) as object);
      expect(keys.filter((key) => key.startsWith('value'))).toEqual([]);
    }
    expect(why('core-temperature')).toBe('not-performed');
    expect(why('probe-T1')).toBe('error');
  });

  it('drugs stand as they were entered, and what is reckoned from them beside, marked as computed', () => {
    const bundle = made(manyDrugs);
    const drugs = resources(bundle, 'MedicationAdministration');
    expect(drugs.map((one) => one.status)).toEqual([...Array(4).fill('completed'), 'not-done']);
    expect(drugs.map((one) => [at(one, 'dosage.dose.value'), at(one, 'dosage.dose.code')])).toEqual([
      [60, 'mg'],
      [20, 'mL'],
      [12.5, 'mg'],
      [null, null],
      [null, null],
    ]);
    expect(at(drugs[4] ?? null, 'note.0.text')).toBe('Core too hot');
    const concentration = first(observed(bundle, 'drug-concentration'));
    expect(at(concentration, 'valueQuantity.value')).toBe(20);
    expect(at(concentration, 'method.coding.0.code')).toBe('method-computed');
    const url = bundle.entry.find(({ resource }) => resource === drugs[0])?.fullUrl;
    expect(at(concentration, 'partOf.0.reference')).toBe(url);
    expect(first(resources(bundle, 'Medication'))).toMatchObject({
      code: { text: 'First' },
      batch: { lotNumber: 'A', expirationDate: '2026-12-31' },
    });
  });

  it('only the core is a temperature of the body, by its place; what is pumped is not', () => {
    const bundle = made(shortRecord(plain));
    const codes = (code: string) =>
      (at(first(observed(bundle, code)), 'code.coding') as readonly Json[]).map((one) => at(one, 'code'));
    expect(codes('core-temperature')).toEqual(['core-temperature', '150372']);
    expect(codes('core-by-hand')).toEqual(['core-by-hand', '8310-5', '8329-5', '150368']);
    expect(codes('probe-T1')).toEqual(['probe-T1', '150344']);
    expect(codes('control-temperature')).toEqual(['control-temperature']);
  });

  it('who signed stands on the first page and where it comes from', () => {
    const bundle = made(shortRecord(plain), { status: 'final', addenda: addenda.slice(0, 3) });
    const page = first(resources(bundle, 'Composition'));
    expect([0, 1].map((index) => at(page, `attester.${index}.party.display`))).toEqual(['One', 'Dr. Two']);
    expect([0, 1].map((index) => at(page, `author.${index}.display`))).toEqual(['One', null]);
    const provenance = first(resources(bundle, 'Provenance'));
    const agents = [0, 1, 2].map((index) => at(provenance, `agent.${index}.type.coding.0.code`));
    expect(agents).toEqual(['assembler', 'author', 'verifier']);
    expect(at(provenance, 'entity.0.what.identifier.value')).toBe('ab'.repeat(32));
  });

  it('text stands as it was typed, but for what no XML holds', () => {
    const text = JSON.stringify(made(hostileRecord()));
    const typed = hostile.replace('\u0000\u0007\u001b', 'U+0000U+0007U+001B').replace('\ud842 ', 'U+D842 ');
    expect(text.includes(JSON.stringify(typed).slice(1, -1))).toBe(true);
  });

  it('a site finds its own codes beside ours', () => {
    const own = { system: 'urn:oid:1.2.3', code: 'HIPEC', display: 'As the hospital codes it' };
    const source = syntheticSource({}, shortRecord(plain));
    const bundle: Bundle = JSON.parse(fhirReport(source, null, { perfusion: [own] }));
    expect(at(first(resources(bundle, 'Procedure')), 'code.coding.1')).toEqual(own);
    expect(codeErrors(bundle)).toEqual(['urn:oid:1.2.3 HIPEC As the hospital codes it']);
  });
});
