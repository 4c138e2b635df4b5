import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../electron/report/figures.ts';
import { type Summary, summaryOf, summarySchema } from '../../../electron/report/summary.ts';
import { syntheticRecord } from '../../support/synthetic-record.ts';
import { header, recordOf, samplesBetween } from './small-record.ts';

describe('summary.json', () => {
  const record = syntheticRecord();
  const summary = summaryOf(record.header, computeFigures(record));

  it('holds exactly what version 1 promises', () => {
    expect(Object.keys(summary)).toEqual([
      'version',
      'host',
      'simulation',
      'outcome',
      'rig',
      'preset',
      'phases',
      'treatment',
      'probes',
      'alarms',
      'samples',
      'link',
    ]);
    expect(summary.probes.map(({ site }) => site)).toEqual([
      'inflow',
      'outflow',
      'cavity-upper',
      'cavity-lower',
    ]);
    expect(summary.link).toEqual({
      exchanges: 61_320,
      timeouts: 14,
      crcErrors: 3,
      blockCrcErrors: 0,
      staleEchoes: 1,
      reconnects: 1,
    });
  });

  it('comes back from JSON as it was', () => {
    expect(summarySchema.parse(JSON.parse(JSON.stringify(summary)))).toEqual(summary);
  });

  it('is honest about a run without treatment and a record that breaks off', () => {
    const figures = computeFigures(
      recordOf(
        samplesBetween(0, 500, () => ({ phase: 'prime' })),
        [],
      ),
    );
    const broken = summaryOf(header, figures);
    expect(new Set(Object.values(broken.treatment))).toEqual(new Set([null]));
    expect([broken.outcome, broken.link]).toEqual(['aborted', null]);
  });

  it.each<[string, (good: Summary) => unknown]>([
    ['another version', (good) => ({ ...good, version: 2 })],
    ['an unknown field', (good) => ({ ...good, dose: 30 })],
    ['an unknown outcome', (good) => ({ ...good, outcome: 'fine' })],
    ['a missing link', ({ link: _, ...rest }) => rest],
    ['a share above 1', (good) => ({ ...good, treatment: { ...good.treatment, flowInBandShare: 1.1 } })],
    [
      'a temperature that is not a number',
      (good) => ({ ...good, treatment: { ...good.treatment, meanCelsius: Number.NaN } }),
    ],
    ['an alarm nobody knows', (good) => ({ ...good, alarms: [{ ...good.alarms[0], code: 'bored' }] })],
  ])('refuses %s', (_, spoil) => {
    expect(summarySchema.safeParse(spoil(summary)).success).toBe(false);
  });

  it('is described field by field in docs/summary.md', () => {
    const docs = readFileSync('docs/summary.md', 'utf8');
    const names = (value: unknown): string[] =>
      Array.isArray(value)
        ? names(value[0])
        : typeof value === 'object' && value !== null
          ? Object.entries(value).flatMap(([name, inner]) => [name, ...names(inner)])
          : [];
    for (const name of names(summary)) expect(docs, name).toContain(`\`${name}\``);
  });
});
