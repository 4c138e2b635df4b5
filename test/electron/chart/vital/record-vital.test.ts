import { describe, expect, it } from 'vitest';
import type { ChartSource } from '../../../../electron/chart/chart-source.ts';
import { recordVital } from '../../../../electron/chart/vital/record-vital.ts';
import { measured } from '../../../../electron/domain/reading.ts';
import { syntheticSource } from '../../../support/chart-source.ts';
import { sampleAt } from '../../report/small-record.ts';
import { beforeSummerTime, chartHeader, chartRecord, hardText } from '../chart-record.ts';
import { readByPython } from '../read-by-python.ts';

interface ReadTrack {
  readonly name: string;
  readonly unit: string;
  readonly kind: number;
  readonly rate: number;
  readonly device: number;
  readonly records: readonly { readonly at: number; readonly value: string | (number | null)[] }[];
}
interface ReadFile {
  readonly gzip: readonly number[];
  readonly header: Readonly<Record<string, number>>;
  readonly devices: Readonly<Record<string, { type: string; name: string; port: string }>>;
  readonly tracks: Readonly<Record<string, ReadTrack>>;
}

/** What a reader finds that was written from the published format alone. */
const read = (source: ChartSource) => readByPython<ReadFile>('vital/read_vital.py', recordVital(source));

const trackOf = ({ tracks }: ReadFile, name: string): ReadTrack => {
  const found = Object.values(tracks).filter((track) => track.name === name);
  expect(found, name).toHaveLength(1);
  return found[0] as ReadTrack;
};
const startSeconds = beforeSummerTime / 1000;
/** Every value of a track with its session time, ms. */
const valuesOf = (track: ReadTrack): [sessionMs: number, value: number | null][] =>
  track.records.flatMap(({ at, value }) =>
    (value as (number | null)[]).map((one, index): [number, number | null] => [
      Math.round((at - startSeconds) * 1000 + (1000 / track.rate) * index),
      one,
    ]),
  );
const textsOf = (file: ReadFile) =>
  trackOf(file, 'EVENT').records.map(({ at, value }) => [at - startSeconds, value]);

const source = syntheticSource({}, chartRecord());
const file = read(source);

describe('record.vital, read by the published format', () => {
  it('says its version, zone, start and end, and of which machine it is', () => {
    expect(file.header).toEqual({
      version: 3,
      tzbias: -60,
      instance: 0,
      program: 0,
      start: startSeconds,
      end: startSeconds + 60,
    });
    expect(file.devices).toEqual({ 1: { type: 'Isotherm', name: 'Isotherm', port: 'HX-0477' } });
  });

  it('has a track of its own for every signal, in its unit, all ten a second', () => {
    const tracks = Object.values(file.tracks);
    expect(tracks.map(({ name, unit }) => `${name} ${unit}`.trim())).toEqual([
      ...['T1 C', 'T2 C', 'T3 C', 'T4 C', 'CORE C', 'CONTROL C', 'INFLOW_SET C'],
      ...['FLOW mL/min', 'OUTFLOW mL/min', 'FLOW_SET mL/min', 'LINE_PRESSURE mmHg', 'CAVITY_PRESSURE mmHg'],
      ...['HEATER_POWER %', 'PUMP_SPEED 1/min', 'RESERVOIR mL', 'CAVITY_VOLUME mL', 'EVENT'],
    ]);
    expect(new Set(tracks.slice(0, -1).map(({ kind, rate, device }) => `${kind} ${rate} ${device}`))).toEqual(
      new Set(['1 10 1']),
    );
  });

  it('has every sample at its session time, no value as NaN, and a gap as a gap', () => {
    const samples = [...chartRecord().samples()];
    const expected = {
      T1: samples.map(({ probesCelsius }) => probesCelsius[0].value),
      T3: samples.map(({ probesCelsius }) => probesCelsius[2].value),
      CORE: samples.map(() => 37),
      INFLOW_SET: samples.map(({ requested }) => (requested === null ? null : 44)),
      FLOW: samples.map(() => 1500),
      FLOW_SET: samples.map(({ sessionMs }) => (sessionMs === 8000 ? null : 1500)),
      OUTFLOW: samples.map(() => null),
      LINE_PRESSURE: samples.map(() => 58),
      HEATER_POWER: samples.map(() => Math.fround(9.6)),
      CAVITY_VOLUME: samples.map(() => 3000.25),
    };
    for (const [name, values] of Object.entries(expected))
      expect(valuesOf(trackOf(file, name)), name).toEqual(
        samples.map(({ sessionMs }, index) => [sessionMs, values[index]]),
      );
    expect(trackOf(file, 'T1').records.map(({ value }) => value.length)).toEqual([200, 350]);
  });

  it('has every event at its time as a text, after a line that says where each probe lies', () => {
    const texts = textsOf(file);
    expect(texts[0]).toEqual([0, 'T1 inflow; T2 outflow; T3 upper cavity; T4 lower cavity']);
    expect(texts.slice(1).map(([at]) => at)).toEqual(
      chartRecord().events.map(({ sessionMs }) => sessionMs / 1000),
    );
    expect(texts).toContainEqual([1, `Note: ${hardText}`]);
    const chinese = textsOf(read(syntheticSource({ language: 'zh' }, chartRecord('breaks off'))));
    expect(chinese[0]).toEqual([0, 'T1 进水；T2 出水；T3 体腔上部；T4 体腔下部']);
    expect(chinese).toContainEqual([1, expect.stringContaining('王小明 𠮷')]);
  });

  it('keeps each sample within half a tick of its time where ticks are late, early or left out', () => {
    const times = [90, 203, 295, 460, 700, 1000, 1149, 1150, 1249, 1351, 5000];
    const samples = times.map((sessionMs, index) => sampleAt(sessionMs, { coreCelsius: measured(index) }));
    const late = { header: chartHeader, events: [], samples: () => samples, close() {} };
    const values = valuesOf(trackOf(read(syntheticSource({}, late)), 'CORE'));
    expect(values.map(([, value]) => value)).toEqual(times.map((_, index) => index));
    for (const [index, [at]] of values.entries())
      expect(Math.abs(at - (times[index] ?? 0))).toBeLessThanOrEqual(50);
  });

  it('goes by session time where the clock of the computer was set', () => {
    const samples = [100, 200, 300].map((sessionMs) =>
      sampleAt(sessionMs, { wallMs: sessionMs > 150 ? 0 : 1e12 }),
    );
    const set = { header: chartHeader, events: [], samples: () => samples, close() {} };
    expect(valuesOf(trackOf(read(syntheticSource({}, set)), 'T1')).map(([at]) => at)).toEqual([
      100, 200, 300,
    ]);
  });

  it('stands without samples and without a zone', () => {
    const header = { ...chartHeader, timeZone: null };
    const nothing = read(syntheticSource({}, { header, events: [], samples: () => [], close() {} }));
    expect(nothing.header).toMatchObject({ tzbias: 0, start: startSeconds, end: startSeconds });
    expect(Object.values(nothing.tracks).map(({ records }) => records.length)).toEqual([
      ...Array(16).fill(0),
      1,
    ]);
  });

  it('is the same, byte for byte, when it is made again, and says neither when nor on which system', () => {
    expect(Buffer.compare(recordVital(source), recordVital(source))).toBe(0);
    // RFC 1952: magic, deflate, no flags, no time; any level; system unknown.
    expect(file.gzip).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, expect.any(Number), 255]);
  });
});
