import type { KnownOfRecord } from '../../../../electron/chart/chart-source.ts';
import { noMapping } from '../../../../electron/chart/code-mapping.ts';
import { fhirReport } from '../../../../electron/chart/fhir/fhir-report.ts';
import type { RunRecord } from '../../../../electron/record/run-record.ts';
import { syntheticSource } from '../../../support/chart-source.ts';
import type { Bundle, Json } from '../../../support/fhir/checks.ts';
import { syntheticHeader } from '../../../support/synthetic-header.ts';
import { ended, phaseEvent } from '../../report/small-record.ts';
import { given, shortRecord, taken } from './records.ts';

export const pdf = new TextEncoder().encode('%PDF-1.7\n% not more than this\n');

export const made = (record: RunRecord, known: Partial<KnownOfRecord> = {}): Bundle =>
  JSON.parse(fhirReport(syntheticSource(known, record), pdf, noMapping));

export const resources = (bundle: Bundle, type: string) =>
  bundle.entry.flatMap(({ resource }) => (resource.resourceType === type ? [resource] : []));

/** What stands at a path, as "code.coding.0.code"; `null`: nothing. */
export const at = (value: Json, path: string): Json =>
  path
    .split('.')
    .reduce<Json>((one, key) => (one as { readonly [key: string]: Json } | null)?.[key] ?? null, value);

/** The observations of a code of ours, as a reader takes them. */
export const observed = (bundle: Bundle, code: string): Json[] =>
  resources(bundle, 'Observation').filter((one) => at(one, 'code.coding.0.code') === code);
export const asResource = (one: Json | undefined) => one as Bundle['entry'][number]['resource'];
export const first = (list: readonly Json[]): Json => list[0] ?? null;

export const nightHeader = (startedAt: string, name: string, offsetMinutes: number) => ({
  ...syntheticHeader,
  startedWallMs: Date.parse(startedAt),
  timeZone: { name, offsetMinutes },
});

export const manyDrugs = shortRecord([
  [0, phaseEvent('treatment')],
  [100, given({ name: 'First', doseMg: 60, volumeMl: 50, lot: 'A', expiry: '2026-12-31' }, 0)],
  [200, given({ name: 'Second', doseMg: null, volumeMl: 20 })],
  [300, given({ name: '', doseMg: 12.5 })],
  [400, given({ name: 'Fourth' })],
  [500, taken({ type: 'addition-not-given', addition: 1, reason: 'Core too hot' })],
  [2000, ended('completed')],
]);
