import { describe, expect, it } from 'vitest';
import { noMapping } from '../../../../electron/chart/code-mapping.ts';
import { fhirReport } from '../../../../electron/chart/fhir/fhir-report.ts';
import { syntheticSource } from '../../../support/chart-source.ts';
import { type Bundle, codeErrors, documentErrors, type Json } from '../../../support/fhir/checks.ts';
import { lantanaErrors, medplumErrors } from '../../../support/fhir/readers.ts';
import { unitErrors } from '../../../support/fhir/units.ts';
import { changed } from '../../../support/mutated-json.ts';
import { syntheticHeader } from '../../../support/synthetic-header.ts';
import { samplesBetween } from '../../report/small-record.ts';
import { plain, shortRecord } from './records.ts';

const text = fhirReport(
  syntheticSource({}, shortRecord(plain, syntheticHeader, samplesBetween(0, 500))),
  new TextEncoder().encode('%PDF-1.7'),
  noMapping,
);

/** What is put in its place; `undefined`: nothing. */
type To = Json | undefined | ((bundle: Bundle) => Json);
/** `where`: a type of resource, after a blank what it has to hold, and the path in it; "": the bundle itself. */
type Mutant = readonly [what: string, where: string, path: string, to: To];

const referenceTo =
  (type: string) =>
  (bundle: Bundle): Json => ({
    reference: bundle.entry.find(({ resource }) => resource.resourceType === type)?.fullUrl ?? null,
  });
const gone = undefined;
const measured = 'Observation valueQuantity';
const curve = 'Observation valueSampledData';
const timed = 'Observation effectiveDateTime';
const drug = 'MedicationAdministration';

const mutants: readonly Mutant[] = [
  ['an observation without a status', measured, 'status', gone],
  ['a metric without a category', 'DeviceMetric', 'category', gone],
  ['a first page without a title', 'Composition', 'title', gone],
  ['an observation without a code', measured, 'code', gone],
  ['a provenance without an agent', 'Provenance', 'agent', gone],
  ['samples without an origin', curve, 'valueSampledData.origin', gone],
  ['samples without dimensions', curve, 'valueSampledData.dimensions', gone],
  ['a report of a status that is none', 'DiagnosticReport', 'status', 'done'],
  ['a metric of a category that is none', 'DeviceMetric', 'category', 'measured'],
  ['a gender that is none', 'Patient', 'gender', 'm'],
  ['a bundle of a type that is none', '', 'type', 'documents'],
  ['a drug of a status that is none', drug, 'status', 'given'],
  ['a procedure of a status that is none', 'Procedure', 'status', 'finished'],
  ['an observation of a status that is none', measured, 'status', 'draft'],
  ['an attester of a mode that is none', 'Composition', 'attester', [{ mode: 'doctor' }]],
  ['a reference by type and id', measured, 'subject', { reference: 'Procedure/1' }],
  ['a subject that is a procedure', measured, 'subject', referenceTo('Procedure')],
  ['a device that is a patient', measured, 'device', referenceTo('Patient')],
  ['a performer that is a device', measured, 'performer', (bundle) => [referenceTo('Device')(bundle)]],
  [
    'a reference that leads nowhere',
    measured,
    'subject.reference',
    `urn:uuid:${'0'.repeat(8)}-0000-5000-8000-${'0'.repeat(12)}`,
  ],
  ['a reference that is text', measured, 'subject', 'Patient'],
  ['an entry that nothing leads to', 'Procedure', 'usedReference', gone],
  ['two values', measured, 'valueString', 'high'],
  ['two times', timed, 'effectivePeriod', { start: '2026-03-02' }],
  ['samples with commas', curve, 'valueSampledData.data', '1,2,3'],
  ['samples with a word in between', curve, 'valueSampledData.data', '1 null 3'],
  ['a unit that is none', measured, 'valueQuantity.code', 'degC'],
  ['a unit as people write it', measured, 'valueQuantity.code', 'mmHg'],
  [
    'text with a script',
    'Composition',
    'text.div',
    '<div xmlns="http://www.w3.org/1999/xhtml"><script>a()</script></div>',
  ],
  ['text without a namespace', 'Composition', 'text.div', '<div>a</div>'],
  ['an empty object', measured, 'method', {}],
  ['an empty text', 'Device', 'lotNumber', ''],
  ['a time without a zone', timed, 'effectiveDateTime', '2026-03-02T08:12:40'],
  ['a time that is none', timed, 'effectiveDateTime', '2.3.2026 08:12'],
  ['base64 that is none', 'DiagnosticReport', 'presentedForm.0.data', '%PDF-1.7'],
  ['two entries of one fullUrl', '', 'entry.2.fullUrl', ({ entry }) => entry[1]?.fullUrl ?? null],
  ['a document without an identifier', '', 'identifier', gone],
  ['a document without a time', '', 'timestamp', gone],
  [
    'a document that does not begin with its first page',
    '',
    'entry',
    ({ entry }) => [...entry].reverse() as Json,
  ],
  ['a value and a reason why there is none', measured, 'dataAbsentReason', { text: 'unknown' }],
  ['a section with nothing in it', 'Composition', 'section', [{ title: 'Nothing' }]],
  ['a property that is none', measured, 'valeu', 1],
  ['a number as text', measured, 'valueQuantity.value', '42.5'],
  ['an object where a list belongs', 'Patient', 'name', { text: 'X' }],
  ['a list where an object belongs', measured, 'code', [{ text: 'X' }]],
  ['a drug with a dosage and no dose', drug, 'dosage', { text: 'some' }],
];

const snomed = { system: 'http://snomed.info/sct', code: '698453003', display: 'HIPEC' };
const codeMutants: readonly Mutant[] = [
  ['a code of LOINC that nobody has given out', measured, 'code.coding.0.system', 'http://loinc.org'],
  ['a code of ours that is none', measured, 'code.coding.0.code', 'no-such-code'],
  ['a code under another name than its own', 'Composition', 'type.coding.0.display', 'Bill'],
  ['a code of SNOMED for the procedure', 'Procedure', 'code.coding', [snomed]],
];

const whole: Bundle = JSON.parse(text);

function spoilt([, where, path, to]: Mutant): Bundle {
  const [type, holds = 'resourceType'] = where.split(' ');
  const index = whole.entry.findIndex(({ resource }) => resource.resourceType === type && holds in resource);
  if (where !== '' && index === -1) throw new Error(`there is no ${where}`);
  const place = where === '' ? [] : ['entry', String(index), 'resource'];
  const by = typeof to === 'function' ? to(whole) : to;
  return changed(whole, [...place, ...path.split('.')], by) as Bundle;
}

/** Those that take the least time first: what one has found, no other needs to. */
const readers = [documentErrors, unitErrors, lantanaErrors, medplumErrors];

describe('the readers together find', () => {
  it('nothing in a document as it was made', () => {
    expect([...readers, codeErrors].flatMap((read) => read(whole))).toEqual([]);
  });

  it.each(mutants)('%s', (...mutant) => {
    const bundle = spoilt(mutant);
    expect(readers.some((read) => read(bundle).length > 0)).toBe(true);
  });

  it.each(codeMutants)('but only the list finds %s', (...mutant) => {
    const bundle = spoilt(mutant);
    expect(readers.flatMap((read) => read(bundle))).toEqual([]);
    expect(codeErrors(bundle)).toHaveLength(1);
  });
});
