import { type ChartSource, chartSourceOf, type KnownOfRecord } from '../../electron/chart/chart-source.ts';
import type { RunRecord } from '../../electron/record/run-record.ts';
import { syntheticRecord } from './synthetic-record.ts';

/** A record that nobody has signed, in English, with a made-up sum. */
export const syntheticSource = (
  known: Partial<KnownOfRecord> = {},
  record: RunRecord = syntheticRecord(),
): ChartSource =>
  chartSourceOf(record, {
    language: 'en',
    status: 'preliminary',
    addenda: [],
    recordSha256: 'ab'.repeat(32),
    ...known,
  });
