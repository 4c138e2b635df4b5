import { describe, expect, it } from 'vitest';
import { noMapping } from '../../../../electron/chart/code-mapping.ts';
import { fhirReport } from '../../../../electron/chart/fhir/fhir-report.ts';
import { measured, missing } from '../../../../electron/domain/reading.ts';
import type { Sample } from '../../../../electron/domain/sample.ts';
import type { RunRecord } from '../../../../electron/record/run-record.ts';
import { syntheticSource } from '../../../support/chart-source.ts';
import type { Bundle } from '../../../support/fhir/checks.ts';
import { syntheticHeader } from '../../../support/synthetic-header.ts';
import { syntheticRecord } from '../../../support/synthetic-record.ts';
import { ended, phaseEvent, sampleAt, samplesBetween } from '../../report/small-record.ts';
import { shortRecord, type Timed } from './records.ts';

interface Curve {
  readonly code: { readonly coding: readonly { readonly code: string }[] };
  readonly effectivePeriod: { readonly start: string; readonly end: string };
  readonly valueSampledData?: {
    readonly period: number;
    readonly factor: number;
    readonly origin: { readonly value: number };
    readonly data: string;
  };
}

const documentOf = (record: RunRecord): Bundle =>
  JSON.parse(fhirReport(syntheticSource({}, record), null, noMapping));

const curvesOf = (bundle: Bundle, code: string): Curve[] =>
  bundle.entry
    .map(({ resource }) => resource as unknown as Curve)
    .filter((one) => one.valueSampledData !== undefined && one.code.coding[0]?.code === code);

/** As R4 says: value × factor + origin, `E` is no value; each with its time, ms. */
function pointsOf({ effectivePeriod, valueSampledData }: Curve): [wallMs: number, value: number | null][] {
  const { period = 0, factor = 1, origin, data = '' } = valueSampledData ?? {};
  const startMs = Date.parse(effectivePeriod.start);
  return data
    .split(' ')
    .map((token, index) => [
      startMs + index * period,
      token === 'E' ? null : Number(token) * factor + (origin?.value ?? 0),
    ]);
}

const events: readonly Timed[] = [
  [0, phaseEvent('treatment')],
  [2000, ended('completed')],
];
const recordOf = (samples: Iterable<Sample>): RunRecord => shortRecord(events, syntheticHeader, samples);

describe('the curves of a document', () => {
  it('are the samples, each at its time and to a thousandth, and gaps where there are none', () => {
    const kept = [...syntheticRecord().samples()];
    const record = { ...syntheticRecord(), samples: () => kept };
    const bundle = documentOf(record);
    const channels: readonly [string, (sample: Sample) => number | null | undefined][] = [
      ['probe-T1', ({ probesCelsius }) => probesCelsius[0].value],
      ['probe-T3', ({ probesCelsius }) => probesCelsius[2].value],
      ['core-temperature', ({ coreCelsius }) => coreCelsius.value],
      ['control-temperature', ({ controlCelsius }) => controlCelsius.value],
      ['flow', ({ flowMlPerMin }) => flowMlPerMin.value],
      ['heater-power', ({ heaterPowerPercent }) => heaterPowerPercent.value],
      ['cavity-volume', ({ cavityVolumeMl }) => cavityVolumeMl],
      ['flow-setpoint', ({ inForce }) => inForce?.flowSetpointMlPerMin],
    ];
    const read = channels.map(([code]) => new Map(curvesOf(bundle, code).flatMap(pointsOf)));
    const wrong: string[] = [];
    let samples = 0;
    for (const sample of record.samples()) {
      samples += 1;
      for (const [index, [code, of]] of channels.entries()) {
        const value = of(sample) ?? null;
        const found = read[index]?.get(sample.wallMs);
        const same = value === null ? found === null : Math.abs((found ?? Number.NaN) - value) <= 0.000501;
        if (!same) wrong.push(`${code} at ${sample.sessionMs}: ${found} for ${value}`);
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(samples).toBeGreaterThan(60_000);
    // What is more is the lost link of eight seconds.
    for (const one of read) expect(one.size - samples).toBe(79);
  });

  it('hold a gap for each sample that is missing, and none more', () => {
    const lost = (at: number): Partial<Sample> => ({
      flowMlPerMin: at === 300 ? missing('link-lost') : measured(1500),
    });
    const samples = [...samplesBetween(0, 800, lost)].filter(({ sessionMs }) => sessionMs !== 500);
    const [flow] = curvesOf(documentOf(recordOf(samples)), 'flow');
    expect(flow?.valueSampledData).toMatchObject({ factor: 1, data: '1500 1500 E 1500 E 1500 1500 1500' });
  });

  it('take the coarsest factor that loses nothing', () => {
    const factors = [1500, 1500.5, 1500.25, 1500.125, -0.0001].map((flow) => {
      const record = recordOf([sampleAt(100, { flowMlPerMin: measured(flow) })]);
      const { factor, data } = curvesOf(documentOf(record), 'flow')[0]?.valueSampledData ?? {};
      return [factor, data];
    });
    expect(factors).toEqual([
      [1, '1500'],
      [0.1, '15005'],
      [0.01, '150025'],
      [0.001, '1500125'],
      [1, '0'],
    ]);
  });

  it('begin anew after a gap of more than a minute', () => {
    const samples = [...samplesBetween(0, 300), ...samplesBetween(7_200_000, 7_200_300)];
    const flow = curvesOf(documentOf(recordOf(samples)), 'flow');
    expect(flow.map(({ valueSampledData }) => valueSampledData?.data)).toEqual([
      '1500 1500 1500',
      '1500 1500 1500',
    ]);
    expect(flow.map(({ effectivePeriod }) => effectivePeriod.start)).toEqual([
      '2026-03-02T08:12:40.100+00:00',
      '2026-03-02T10:12:40.100+00:00',
    ]);
  });

  it('put no value further from its time than 0.15 s, however unevenly samples come, and lose none', () => {
    for (const stepMs of [97, 103, 130, 60]) {
      const times = Array.from({ length: 1000 }, (_, n) => Math.round((n + 1) * stepMs + 40 * Math.sin(n)));
      const record = recordOf(times.map((at, n) => sampleAt(at, { flowMlPerMin: measured(n + 1) })));
      const points = curvesOf(documentOf(record), 'flow')
        .flatMap(pointsOf)
        .filter(([, value]) => value !== null);
      expect(points.map(([, value]) => value)).toEqual(times.map((_, n) => n + 1));
      const apart = points.map(([wallMs], n) =>
        Math.abs(wallMs - syntheticHeader.startedWallMs - (times[n] ?? 0)),
      );
      expect(Math.max(...apart)).toBeLessThanOrEqual(150);
    }
  });

  it('are cut where a text would be longer than FHIR takes', () => {
    const samples = Array.from({ length: 100_500 }, (_, n) =>
      sampleAt((n + 1) * 100, { flowMlPerMin: measured(1000 + (n % 997) / 1000) }),
    );
    const flow = curvesOf(documentOf(recordOf(samples)), 'flow');
    expect(flow).toHaveLength(2);
    for (const { valueSampledData } of flow)
      expect(valueSampledData?.data.length).toBeLessThanOrEqual(1024 * 1024);
    expect(flow.flatMap(pointsOf).map(([, value]) => value)).toHaveLength(100_500);
  });
});
