import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { KnownOfRecord } from '../../../../electron/chart/chart-source.ts';
import { noMapping } from '../../../../electron/chart/code-mapping.ts';
import { fhirReport } from '../../../../electron/chart/fhir/fhir-report.ts';
import type { RunRecord } from '../../../../electron/record/run-record.ts';
import { syntheticSource } from '../../../support/chart-source.ts';
import { type Bundle, codeErrors, documentErrors, type Json } from '../../../support/fhir/checks.ts';
import { lantanaErrors, medplumErrors } from '../../../support/fhir/readers.ts';
import { unitErrors } from '../../../support/fhir/units.ts';
import { syntheticHeader } from '../../../support/synthetic-header.ts';
import { syntheticRecord } from '../../../support/synthetic-record.ts';
import { ended, phaseEvent, samplesBetween } from '../../report/small-record.ts';
import { addenda, emptyRecord, given, hostile, hostileRecord, plain, shortRecord, taken } from './records.ts';

const pdf = new TextEncoder().encode('%PDF-1.7\n% not more than this\n');

const made = (record: RunRecord, known: Partial<KnownOfRecord> = {}): Bundle =>
  JSON.parse(fhirReport(syntheticSource(known, record), pdf, noMapping));

const errorsOf = (bundle: Bundle): string[] => [
  ...medplumErrors(bundle),
  ...lantanaErrors(bundle),
  ...documentErrors(bundle),
  ...codeErrors(bundle),
  ...unitErrors(bundle),
];

const resources = (bundle: Bundle, type: string) =>
  bundle.entry.flatMap(({ resource }) => (resource.resourceType === type ? [resource] : []));

/** What stands at a path, as "code.coding.0.code"; `null`: nothing. */
const at = (value: Json, path: string): Json =>
  path
    .split('.')
    .reduce<Json>((one, key) => (one as { readonly [key: string]: Json } | null)?.[key] ?? null, value);

/** The observations of a code of ours, as a reader takes them. */
const observed = (bundle: Bundle, code: string): Json[] =>
  resources(bundle, 'Observation').filter((one) => at(one, 'code.coding.0.code') === code);
const first = (list: readonly Json[]): Json => list[0] ?? null;

const nightHeader = (startedAt: string, name: string, offsetMinutes: number) => ({
  ...syntheticHeader,
  startedWallMs: Date.parse(startedAt),
  timeZone: { name, offsetMinutes },
});

const manyDrugs = shortRecord([
  [0, phaseEvent('treatment')],
  [100, given({ name: 'First', doseMg: 60, volumeMl: 50, lot: 'A', expiry: '2026-12-31' }, 0)],
  [200, given({ name: 'Second', doseMg: null, volumeMl: 20 })],
  [300, given({ name: '', doseMg: 12.5 })],
  [400, given({ name: 'Fourth' })],
  [500, taken({ type: 'addition-not-given', addition: 1, reason: 'Core too hot' })],
  [2000, ended('completed')],
]);

const records: readonly (readonly [string, RunRecord, Partial<KnownOfRecord>])[] = [
  ['a whole treatment', syntheticRecord(), {}],
  ['a Chinese document', shortRecord(plain), { language: 'zh' }],
  ['names and notes with every separator, tags and rare characters', hostileRecord(), {}],
  ['a record in which nothing was entered, nothing measured, and which breaks off', emptyRecord(), {}],
  ['several drugs, one of which was not given', manyDrugs, {}],
  [
    'no drug',
    shortRecord([
      [0, phaseEvent('treatment')],
      [2000, ended('aborted')],
    ]),
    {},
  ],
  ['no sample', shortRecord(plain, syntheticHeader, []), {}],
  ['a record that is signed', shortRecord(plain), { status: 'final', addenda: addenda.slice(0, 3) }],
  ['a record that was added to', shortRecord(plain), { status: 'amended', addenda: addenda.slice(0, 4) }],
  ['a record that was corrected', shortRecord(plain), { status: 'corrected', addenda, recordSha256: null }],
  [
    'the night in which summer time ends',
    shortRecord(plain, nightHeader('2026-10-25T00:59:59Z', 'Europe/Berlin', 120)),
    {},
  ],
  ['a run over midnight', shortRecord(plain, nightHeader('2026-03-02T15:59:59Z', 'Asia/Shanghai', 480)), {}],
];

describe('a FHIR document is taken by readers that are not ours', () => {
  it.each(records)('%s', (_, record, known) => {
    expect(errorsOf(made(record, known))).toEqual([]);
  });

  it('with text that XML takes', () => {
    const divs = [made(hostileRecord()), made(shortRecord(plain), { language: 'zh' })].flatMap((bundle) =>
      Array.from(JSON.stringify(bundle).matchAll(/"div":("(?:[^"\\]|\\.)*")/g), ([, div = '']) =>
        JSON.parse(div),
      ),
    );
    const python =
      'import json,sys,xml.dom.minidom as m\nfor d in json.load(sys.stdin): m.parseString(d.encode())\nprint("ok")';
    expect(divs.length).toBeGreaterThan(20);
    expect(execFileSync('python3', ['-c', python], { input: JSON.stringify(divs), encoding: 'utf8' })).toBe(
      'ok\n',
    );
  });

  it('with ids that others reckon the same from the id of the record', () => {
    const [page] = made(shortRecord(plain)).entry;
    const python = 'import sys,uuid;print(uuid.uuid5(uuid.NAMESPACE_URL,sys.argv[1]))';
    const url = `https://isotherm.invalid/record/${syntheticHeader.runId}/composition`;
    const id = execFileSync('python3', ['-c', python, url], { encoding: 'utf8' }).trim();
    expect(page?.fullUrl).toBe(`urn:uuid:${id}`);
  });
});

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

  it('a PDF of 3 MB is no hindrance', () => {
    const large = new Uint8Array(3_000_001).fill(7);
    const bundle = JSON.parse(fhirReport(syntheticSource({}, shortRecord(plain)), large, noMapping));
    expect(medplumErrors(bundle)).toEqual([]);
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

  it('a clock that was set back makes no period that ends before it begins', () => {
    const record = shortRecord(plain);
    const set = {
      ...record,
      samples: () =>
        [...samplesBetween(0, 500)].map((one, n) => ({ ...one, wallMs: one.wallMs - n * 3_600_000 })),
    };
    expect(errorsOf(made(set))).toEqual([]);
  });
});
