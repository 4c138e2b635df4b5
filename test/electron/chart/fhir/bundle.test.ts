import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { KnownOfRecord } from '../../../../electron/chart/chart-source.ts';
import { noMapping } from '../../../../electron/chart/code-mapping.ts';
import { fhirReport } from '../../../../electron/chart/fhir/fhir-report.ts';
import type { RunRecord } from '../../../../electron/record/run-record.ts';
import { syntheticSource } from '../../../support/chart-source.ts';
import { type Bundle, codeErrors, documentErrors } from '../../../support/fhir/checks.ts';
import { lantanaErrors, medplumErrors, profileErrors } from '../../../support/fhir/readers.ts';
import { unitErrors } from '../../../support/fhir/units.ts';
import { syntheticHeader } from '../../../support/synthetic-header.ts';
import { syntheticRecord } from '../../../support/synthetic-record.ts';
import { harshRecord } from '../../report/harsh-record.ts';
import { ended, phaseEvent, samplesBetween } from '../../report/small-record.ts';
import { asResource, made, manyDrugs, nightHeader, observed } from './reading.ts';
import { addenda, emptyRecord, hostileRecord, plain, shortRecord } from './records.ts';

const errorsOf = (bundle: Bundle): string[] => [
  ...medplumErrors(bundle),
  ...lantanaErrors(bundle),
  ...documentErrors(bundle),
  ...codeErrors(bundle),
  ...unitErrors(bundle),
];

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
  ['every alarm there is, and long words', { ...harshRecord().record, samples: () => [] }, {}],
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

  it('with signs of the body that fit the profiles FHIR has for them, whether known or not', () => {
    const profiles = {
      height: 'bodyheight',
      weight: 'bodyweight',
      'temperature-before': 'bodytemp',
      'core-by-hand': 'bodytemp',
    };
    const bundles = [made(shortRecord(plain)), made(emptyRecord())];
    const signs = bundles.flatMap((bundle) =>
      Object.entries(profiles).flatMap(([code, profile]) =>
        observed(bundle, code).map((one) => ({ one, profile })),
      ),
    );
    expect(signs).toHaveLength(7);
    const errors = signs.flatMap(({ one, profile }) => profileErrors(asResource(one), profile));
    expect(errors).toEqual([]);
    const spoilt = { ...asResource(signs[0]?.one), effectiveDateTime: '2026' };
    expect(profileErrors(spoilt, 'bodyheight')).not.toEqual([]);
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

  it('a PDF of 3 MB is no hindrance', () => {
    const large = new Uint8Array(3_000_001).fill(7);
    const bundle = JSON.parse(fhirReport(syntheticSource({}, shortRecord(plain)), large, noMapping));
    expect(medplumErrors(bundle)).toEqual([]);
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
