import { beforeAll, describe, expect, it } from 'vitest';
import { noMapping } from '../../../../electron/chart/code-mapping.ts';
import { fhirReport } from '../../../../electron/chart/fhir/fhir-report.ts';
import { syntheticSource } from '../../../support/chart-source.ts';
import { type Bundle, codeErrors, documentErrors } from '../../../support/fhir/checks.ts';
import { lantanaErrors, medplumErrors } from '../../../support/fhir/readers.ts';
import { unitErrors } from '../../../support/fhir/units.ts';
import { syntheticHeader } from '../../../support/synthetic-header.ts';
import { samplesBetween } from '../../report/small-record.ts';
import { plain, shortRecord } from './records.ts';

/** A document that can be spoilt anywhere. */
type Open = { [key: string]: Open } & Open[] & string & number;

const text = fhirReport(
  syntheticSource({}, shortRecord(plain, syntheticHeader, samplesBetween(0, 500))),
  new TextEncoder().encode('%PDF-1.7'),
  noMapping,
);

/** A resource of a type, or the observation with a value of that kind. */
const of = (bundle: Open, type: string, holds = 'resourceType'): Open =>
  bundle.entry?.find(
    ({ resource }) => String(resource?.resourceType) === type && resource && holds in resource,
  )?.resource as Open;
const reference = (bundle: Open, type: string): Open =>
  ({
    reference: bundle.entry?.find(({ resource }) => String(resource?.resourceType) === type)?.fullUrl,
  }) as Open;
const set = (item: Open | undefined, key: string, value: unknown): void => {
  if (item === undefined) throw new Error(`no place for ${key}`);
  (item as { [key: string]: unknown })[key] = value;
};
const without = (item: Open | undefined, key: string): void => {
  if (item === undefined || !(key in item)) throw new Error(`no ${key} to take out`);
  delete (item as { [key: string]: unknown })[key];
};

type Mutant = readonly [what: string, spoil: (bundle: Open) => void];
const observation = (b: Open, holds = 'valueQuantity') => of(b, 'Observation', holds);

const mutants: readonly Mutant[] = [
  ['an observation without a status', (b) => without(observation(b), 'status')],
  ['a metric without a category', (b) => without(of(b, 'DeviceMetric'), 'category')],
  ['a first page without a title', (b) => without(of(b, 'Composition'), 'title')],
  ['an observation without a code', (b) => without(observation(b), 'code')],
  ['a provenance without an agent', (b) => without(of(b, 'Provenance'), 'agent')],
  [
    'samples without an origin',
    (b) => without(observation(b, 'valueSampledData').valueSampledData, 'origin'),
  ],
  [
    'samples without dimensions',
    (b) => without(observation(b, 'valueSampledData').valueSampledData, 'dimensions'),
  ],
  ['a report of a status that is none', (b) => set(of(b, 'DiagnosticReport'), 'status', 'done')],
  ['a metric of a category that is none', (b) => set(of(b, 'DeviceMetric'), 'category', 'measured')],
  ['a gender that is none', (b) => set(of(b, 'Patient'), 'gender', 'm')],
  ['a bundle of a type that is none', (b) => set(b, 'type', 'documents')],
  ['a drug of a status that is none', (b) => set(of(b, 'MedicationAdministration'), 'status', 'given')],
  ['a procedure of a status that is none', (b) => set(of(b, 'Procedure'), 'status', 'finished')],
  ['an observation of a status that is none', (b) => set(observation(b), 'status', 'draft')],
  ['an attester of a mode that is none', (b) => set(of(b, 'Composition'), 'attester', [{ mode: 'doctor' }])],
  ['a reference by type and id', (b) => set(observation(b), 'subject', { reference: 'Procedure/1' })],
  ['a subject that is a procedure', (b) => set(observation(b), 'subject', reference(b, 'Procedure'))],
  ['a device that is a patient', (b) => set(observation(b), 'device', reference(b, 'Patient'))],
  ['a performer that is a device', (b) => set(observation(b), 'performer', [reference(b, 'Device')])],
  [
    'a reference that leads nowhere',
    (b) => set(observation(b), 'subject', { reference: 'urn:uuid:00000000-0000-5000-8000-000000000000' }),
  ],
  [
    'a reference that is text',
    (b) => set(observation(b), 'subject', String(reference(b, 'Patient').reference)),
  ],
  [
    'an entry that nothing leads to',
    (b) =>
      b.entry?.push({
        fullUrl: 'urn:uuid:00000000-0000-5000-8000-000000000001',
        resource: { resourceType: 'Patient', gender: 'male' },
      } as unknown as Open),
  ],
  ['two values', (b) => set(observation(b), 'valueString', 'high')],
  ['two times', (b) => set(observation(b, 'effectiveDateTime'), 'effectivePeriod', { start: '2026-03-02' })],
  ['samples with commas', (b) => set(observation(b, 'valueSampledData').valueSampledData, 'data', '1,2,3')],
  [
    'samples with a word in between',
    (b) => set(observation(b, 'valueSampledData').valueSampledData, 'data', '1 null 3'),
  ],
  ['a unit that is none', (b) => set(observation(b).valueQuantity, 'code', 'degC')],
  ['a unit as people write it', (b) => set(observation(b).valueQuantity, 'code', 'mmHg')],
  [
    'text with a script',
    (b) =>
      set(
        of(b, 'Composition').text,
        'div',
        '<div xmlns="http://www.w3.org/1999/xhtml"><script>a()</script></div>',
      ),
  ],
  ['text without a namespace', (b) => set(of(b, 'Composition').text, 'div', '<div>a</div>')],
  ['an empty object', (b) => set(observation(b), 'method', {})],
  ['an empty text', (b) => set(of(b, 'Device'), 'lotNumber', '')],
  [
    'a time without a zone',
    (b) => set(observation(b, 'effectiveDateTime'), 'effectiveDateTime', '2026-03-02T08:12:40'),
  ],
  [
    'a time that is none',
    (b) => set(observation(b, 'effectiveDateTime'), 'effectiveDateTime', '2.3.2026 08:12'),
  ],
  ['base64 that is none', (b) => set(of(b, 'DiagnosticReport').presentedForm?.[0], 'data', '%PDF-1.7')],
  ['two entries of one fullUrl', (b) => set(b.entry?.[2], 'fullUrl', b.entry?.[1]?.fullUrl)],
  ['a document without an identifier', (b) => without(b, 'identifier')],
  ['a document without a time', (b) => without(b, 'timestamp')],
  ['a document that does not begin with its first page', (b) => b.entry?.reverse()],
  [
    'a value and a reason why there is none',
    (b) => set(observation(b), 'dataAbsentReason', { text: 'unknown' }),
  ],
  ['a section with nothing in it', (b) => set(of(b, 'Composition'), 'section', [{ title: 'Nothing' }])],
  ['a property that is none', (b) => set(observation(b), 'valeu', 1)],
  ['a number as text', (b) => set(observation(b).valueQuantity, 'value', '42.5')],
  ['an object where a list belongs', (b) => set(of(b, 'Patient'), 'name', { text: 'X' })],
  ['a list where an object belongs', (b) => set(observation(b), 'code', [{ text: 'X' }])],
  [
    'a drug with a dosage and no dose',
    (b) => set(of(b, 'MedicationAdministration'), 'dosage', { text: 'some' }),
  ],
];

const codeMutants: readonly Mutant[] = [
  [
    'a code of LOINC that nobody has given out',
    (b) => set(observation(b).code?.coding?.[0], 'system', 'http://loinc.org'),
  ],
  ['a code of ours that is none', (b) => set(observation(b).code?.coding?.[0], 'code', 'no-such-code')],
  [
    'a code under another name than its own',
    (b) => set(of(b, 'Composition').type?.coding?.[0], 'display', 'Bill'),
  ],
  [
    'a code of SNOMED for the procedure',
    (b) =>
      set(of(b, 'Procedure').code, 'coding', [
        { system: 'http://snomed.info/sct', code: '698453003', display: 'HIPEC' },
      ]),
  ],
];

const spoilt = ([, spoil]: Mutant): Bundle => {
  const bundle = JSON.parse(text) as Open;
  spoil(bundle);
  return bundle as unknown as Bundle;
};

describe('the readers together find', () => {
  beforeAll(() => {
    const whole: Bundle = JSON.parse(text);
    const errors = [medplumErrors, lantanaErrors, documentErrors, unitErrors, codeErrors].flatMap((read) =>
      read(whole),
    );
    expect(errors).toEqual([]);
  });

  it.each(mutants)('%s', (...mutant) => {
    const bundle = spoilt(mutant);
    // Each of them alone misses about half.
    const found = [documentErrors, unitErrors, lantanaErrors, medplumErrors].some(
      (read) => read(bundle).length > 0,
    );
    expect(found).toBe(true);
  });

  it.each(codeMutants)('but only the list finds %s', (...mutant) => {
    const bundle = spoilt(mutant);
    expect(
      [medplumErrors, lantanaErrors, documentErrors, unitErrors].flatMap((read) => read(bundle)),
    ).toEqual([]);
    expect(codeErrors(bundle)).toHaveLength(1);
  });
});
