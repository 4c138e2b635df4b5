import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { chartAssets } from '../../../../build/docs/chart-assets.ts';
import { inRoot } from '../../../../build/root.ts';
import { sessionJson } from '../../../../electron/chart/session/session-json.ts';
import { syntheticSource } from '../../../support/chart-source.ts';
import { addenda, chartHeader, chartRecord, hardText } from '../chart-record.ts';

type Json = Record<string, unknown>;
interface Read {
  readonly header: Json;
  readonly events: { readonly seq: number; readonly event: Json }[];
  readonly addenda: unknown[];
  readonly summary: Json;
  readonly samples: {
    count: number;
    channels: Record<string, unknown[]>;
    missing: { channel: string; reason: string; from: number; samples: number }[];
  };
}

const text = (source = syntheticSource({ addenda }, chartRecord())): string =>
  [...sessionJson(source)].join('');
const read = (of = text()): Read => JSON.parse(of) as Read;

const schema = JSON.parse(readFileSync(inRoot('assets/chart/session.schema.json'), 'utf8')) as Json;
// Formats of date and time are said by a pattern as well.
const fits = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);

describe('session.json', () => {
  it('fits its published schema by a validator that is not ours, whole or broken off, signed or not', () => {
    expect(fits(read()), JSON.stringify(fits.errors)).toBe(true);
    const broken = syntheticSource({ recordSha256: null, language: 'zh' }, chartRecord('breaks off'));
    expect(fits(read(text(broken))), JSON.stringify(fits.errors)).toBe(true);
    const header = { ...chartHeader, timeZone: null, released: null, fluidInCavityMl: null };
    const nothing = { header, events: [], samples: () => [], close() {} };
    expect(fits(read(text(syntheticSource({}, nothing)))), JSON.stringify(fits.errors)).toBe(true);
  });

  it('does not fit where something is left out, added or of another kind', () => {
    const changes: ((read: Json & Read) => void)[] = [
      (of) => delete of.status,
      (of) => Object.assign(of, { version: 2 }),
      (of) => Object.assign(of, { recordSha256: 'AB' }),
      (of) => delete of.header.case,
      (of) => Object.assign(of.header, { more: 1 }),
      (of) => Object.assign(of.events[1] ?? {}, { seq: 0 }),
      (of) => Object.assign(of.events[1]?.event ?? {}, { to: 'sleep' }),
      (of) => Object.assign(of.addenda[0] ?? {}, { said: { type: 'said' } }),
      (of) => delete of.summary.alarmLog,
      (of) => of.samples.channels.t1Celsius?.push('44'),
      (of) => of.samples.channels.sessionMs?.push(null),
      (of) => delete of.samples.channels.inBand,
      (of) => Object.assign(of.samples.missing[0] ?? {}, { reason: 'lost' }),
    ];
    for (const change of changes) {
      const changed = read() as Json & Read;
      change(changed);
      expect(fits(changed), change.toString()).toBe(false);
    }
  });

  it('has the schema that the code writes by; if not, run: node build/docs/main.ts', () => {
    expect(readFileSync(inRoot('assets/chart/session.schema.json'), 'utf8')).toBe(
      chartAssets()['session.schema.json'],
    );
  });

  it('gives header, events and addenda back as they are on record', () => {
    const { header, events, addenda: said } = read();
    expect(header).toEqual(chartHeader);
    expect(events).toEqual(chartRecord().events);
    expect(events[2]?.event).toMatchObject({ action: { type: 'record-note', text: hardText } });
    expect(said).toEqual(addenda);
  });

  it('gives every sample back, as precise as it was recorded, with nulls where there was no value', () => {
    const samples = [...chartRecord().samples()];
    const { count, channels } = read().samples;
    expect(count).toBe(550);
    for (const [name, values] of Object.entries(channels)) expect(values, name).toHaveLength(550);
    expect(channels.sessionMs).toEqual(samples.map(({ sessionMs }) => sessionMs));
    expect(channels.t1Celsius?.slice(49, 52)).toEqual([44, 44.125, 44.125]);
    expect(channels.t3Celsius).toEqual(samples.map(({ probesCelsius }) => probesCelsius[2].value));
    expect(channels.inForceMode?.slice(78, 81)).toEqual(['circulate', null, 'circulate']);
    expect(channels.requestedHeaterEnable?.slice(78, 81)).toEqual([true, null, true]);
    expect(channels.interlockBits?.slice(78, 81)).toEqual([0, null, 0]);
    expect(channels.cavityVolumeMl?.[0]).toBe(3000.25);
  });

  it('says of every null why, once for as long as it lasted', () => {
    const { missing, channels } = read().samples;
    expect(missing).toEqual([
      { channel: 'outflowMlPerMin', reason: 'not-fitted', from: 0, samples: 550 },
      { channel: 'cavityPressureMmHg', reason: 'not-fitted', from: 0, samples: 550 },
      { channel: 't3Celsius', reason: 'open', from: 50, samples: 20 },
    ]);
    for (const { channel, from, samples } of missing)
      expect(new Set(channels[channel]?.slice(from, from + samples))).toEqual(new Set([null]));
  });

  it('is the same, byte for byte, when it is made again', () => {
    expect(text()).toBe(text());
  });
});
