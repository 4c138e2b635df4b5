import { describe, expect, it } from 'vitest';
import type { ChartSource } from '../../../../electron/chart/chart-source.ts';
import { hl7Report } from '../../../../electron/chart/hl7/hl7-report.ts';
import type { Said } from '../../../../electron/domain/addendum.ts';
import type { KeptEvent } from '../../../../electron/domain/run-event.ts';
import type { RunRecord } from '../../../../electron/record/run-record.ts';
import { syntheticSource } from '../../../support/chart-source.ts';
import { addendaOf, brokenOff, headerWith } from '../../../support/chart-variants.ts';
import { pdfOf } from '../../../support/some-pdf.ts';
import { syntheticHeader } from '../../../support/synthetic-header.ts';
import {
  isPythonReaderThere,
  messageOf,
  type ReadMessage,
  readByNode,
  readByPython,
  utf8,
  valuesOf,
} from './readers.ts';

const whole = syntheticSource();
const readers: [name: string, read: (bytes: Uint8Array) => ReadMessage][] = [
  ['hl7v2', readByNode],
  ...(isPythonReaderThere ? [['python3-hl7', readByPython] as [string, typeof readByNode]] : []),
];
const without = isPythonReaderThere ? '' : ' (python3-hl7 skipped: apt-get install python3-hl7)';
const sourceOf = (...header: Parameters<typeof headerWith>): ChartSource =>
  syntheticSource({}, brokenOff(3, headerWith(...header)));

/** The record with notes a nurse has written, a minute after the start. */
function withNotes(...texts: readonly string[]): ChartSource {
  const record = brokenOff(3);
  const notes = texts.map(
    (text, index): KeptEvent => ({
      seq: 1000 + index,
      sessionMs: 60_000,
      wallMs: syntheticHeader.startedWallMs + 60_000,
      event: {
        type: 'action',
        by: { id: null, name: 'O|Nurse', role: null, how: 'typed' },
        second: null,
        breakGlass: null,
        refused: null,
        action: { type: 'record-note', text },
      },
    }),
  );
  return syntheticSource({}, { ...record, events: [...record.events, ...notes] } satisfies RunRecord);
}
/** Every separator, the Windows path of a colleague, quotes, and a formula. */
const separators = '=1+1 |^~\\&| C:\\E\\note "" \\.br\\ "end" ~~^^&&||';

describe.each(readers)(`report.hl7 as %s reads it${without}`, (_, read) => {
  it('tells who, what and when', () => {
    const message = read(messageOf(whole));
    const told = (path: string) => message.at(path);
    expect(message.names.slice(0, 8)).toEqual(['MSH', 'PID', 'PV1', 'ORC', 'OBR', 'NTE', 'NTE', 'NTE']);
    expect(new Set(message.names.slice(8))).toEqual(new Set(['OBX']));
    expect([told('MSH-9.1'), told('MSH-9.2'), told('MSH-9.3')]).toEqual(['ORU', 'R01', 'ORU_R01']);
    expect([told('MSH-3'), told('MSH-11'), told('MSH-12'), told('MSH-18')]).toEqual([
      'Isotherm',
      'T',
      '2.5.1',
      'UNICODE UTF-8',
    ]);
    expect([told('PID-3.1'), told('PID-3.4'), told('PID-3.5')]).toEqual([
      '20488317',
      'Example hospital',
      'MR',
    ]);
    expect([told('PID-5.1'), told('PID-5.2'), told('PID-8')]).toEqual(['Example', 'Xiaoming (王小明)', 'M']);
    expect([told('PV1-2'), told('PV1-3'), told('PV1-3.3'), told('PV1-19')]).toEqual([
      'U',
      'Gastroenterology 3',
      '12 B',
      'V-2026-1187',
    ]);
    expect([told('ORC-2'), told('OBR-2'), told('OBR-4.4'), told('OBR-25')]).toEqual([
      'O-55120',
      'O-55120',
      '28570-0',
      'P',
    ]);
  });

  it('gives the figures of the record with their units, and marks what nobody measured', () => {
    const values = valuesOf(read(messageOf(whole)));
    const { treatment, probes, volumes, drugs } = whole.summary;
    const told = (key: string) => [values.get(key)?.value, values.get(key)?.unit, values.get(key)?.status];
    expect(told('control-mean')).toEqual([`${treatment.meanCelsius}`, 'Cel', 'P']);
    expect(told('control-sd')).toEqual([`${treatment.sdCelsius}`, 'K', 'P']);
    for (const [index, probe] of probes.entries()) {
      const sub = index + 1;
      expect(told(`probe-mean ${sub}`)).toEqual([`${probe.meanCelsius}`, 'Cel', 'P']);
      expect(told(`probe-sd ${sub}`)).toEqual([`${probe.sdCelsius}`, 'K', 'P']);
      expect(told(`probe-min ${sub}`)).toEqual([`${probe.minCelsius}`, 'Cel', 'P']);
      expect(told(`probe-max ${sub}`)).toEqual([`${probe.maxCelsius}`, 'Cel', 'P']);
    }
    expect([told('probe-cem43 1')[0], told('probe-cem43 3')]).toEqual([
      undefined,
      [`${probes[2]?.cem43Minutes}`, 'min{CEM43}', 'P'],
    ]);
    expect(told('elapsed')).toEqual(['61', 'min', 'P']);
    expect(told('in-band')).toEqual(['60.867', 'min', 'P']);
    expect(told('drug-contact')).toEqual(['65.5', 'min', 'P']);
    expect(told('planned-flow')).toEqual(['1500', 'mL/min', 'P']);
    expect(told('volume-filled')).toEqual([`${volumes.filledMl}`, 'mL', 'P']);
    expect(told('drained')).toEqual(['4870', 'mL', 'P']);
    expect(told('not-recovered')).toEqual([`${volumes.notRecoveredMl}`, 'mL', 'P']);
    expect(told('drained-measured')).toEqual(['', 'mL', 'X']);
    expect(told('dwell')).toEqual(['', 'min', 'X']);
    expect(told('drug-dose 2')).toEqual(['30', 'mg', 'P']);
    expect(told('drug-dose-per-m2 2')).toEqual([`${drugs.given[1]?.dosePerM2Mg}`, 'mg/m2', 'P']);
    expect(told('drug-concentration 1')).toEqual(['20', 'mg/L', 'P']);
    expect(told('drug-lot 1')).toEqual(['P-7731', '', 'P']);
    expect(told('drug-diluent 2')).toEqual(['', '', 'X']);
    expect(told('pressure-by-hand 2')).toEqual(['11', 'mm[Hg]', 'P']);
    expect(told('vital-glucose 1')).toEqual(['6.2', 'mmol/L', 'P']);
    expect([told('alarms-high')[0], told('alarms-medium')[0], told('alarm-code 3')[0]]).toEqual([
      '2',
      '1',
      'cavity-temperature-high',
    ]);
    expect(values.get('drug 2')).toMatchObject({
      value: 'Second fraction as prescribed',
      at: '20260302090822.000+0000',
    });
  });

  it('calls by its code of LOINC only what was measured in the patient, and a probe in the fluid no core', () => {
    const { all } = read(messageOf(whole));
    const second = all('OBX-3.4').flatMap((code, index) =>
      code === '' ? [] : [[all('OBX-3')[index], code]],
    );
    expect(second).toEqual([
      ['probe-mean', '150344'],
      ['probe-mean', '150344'],
      ['probe-mean', '150344'],
      ['probe-mean', '150344'],
      ['flow-mean', '157784'],
      ['volume-filled', '157993'],
      ['core-by-hand', '60836-4'],
    ]);
  });

  it('numbers its values, and has no two under one code and sub-id', () => {
    const { all } = read(messageOf(whole, pdfOf(10)));
    const codes = all('OBX-3');
    expect(all('OBX-1').map(Number)).toEqual(codes.map((_, index) => index + 1));
    expect(new Set(codes.map((code, index) => `${code} ${all('OBX-4')[index]}`)).size).toBe(codes.length);
    expect(all('OBX-2').filter((type) => type === 'ED')).toHaveLength(1);
  });

  it('brings every separator, quote and line break home', () => {
    const source = syntheticSource(
      {},
      brokenOff(
        3,
        headerWith(
          { familyName: separators, givenName: '𠮷 王|小^明', visitNumber: 'V&1|2', bed: 'A^B' },
          { coreSite: separators, prescriber: 'Two\r\nlines', surgeon: '""' },
        ),
      ),
    );
    const message = read(messageOf(source));
    const values = valuesOf(message);
    expect(message.at('PID-5.1')).toBe(separators);
    expect(message.at('PID-5.2')).toBe('𠮷 王|小^明');
    expect([message.at('PV1-19'), message.at('PV1-3.3')]).toEqual(['V&1|2', 'A^B']);
    expect(values.get('core-site')?.value).toBe(separators);
    expect(values.get('prescriber')?.value).toBe('Two\r\nlines');
    expect(values.get('surgeon')?.value).toBe('""');
  });

  it('tells a text of several lines line by line', () => {
    const message = read(
      messageOf(withNotes(`one ${separators}\r\n\ntwo  王小明\rthree`, 'another', ' \n ')),
    );
    const values = valuesOf(message);
    const notes = [...values]
      .filter(([key]) => key.startsWith('note'))
      .map(([key, { value }]) => [key, value]);
    expect(notes).toEqual([
      ['note 1.1', `one ${separators}`],
      ['note 1.2', 'two  王小明'],
      ['note 1.3', 'three'],
      ['note 2.1', 'another'],
      ['note 3', ''],
    ]);
    const index = message.all('OBX-4').indexOf('1.2');
    expect([message.all('OBX-2')[index], message.all('OBX-16.2')[index]]).toEqual(['TX', 'O|Nurse']);
  });

  it('gives a PDF of three megabytes back byte for byte', () => {
    const pdf = pdfOf(3_000_001);
    const { all } = read(messageOf(sourceOf({}), pdf));
    const last = (path: string) => all(path).at(-1) ?? '';
    expect([last('OBX-2'), last('OBX-5.2'), last('OBX-5.3'), last('OBX-5.4')]).toEqual([
      'ED',
      'application',
      'pdf',
      'Base64',
    ]);
    expect(Buffer.from(last('OBX-5.5'), 'base64').equals(pdf)).toBe(true);
  });

  it('says of a bare record that the values are missing, and leaves out a visit nobody knows', () => {
    const bare = sourceOf(
      {
        givenName: '',
        birthDate: '',
        sex: 'unknown',
        visitNumber: '',
        orderNumber: '',
        heightCm: null,
        weightKg: null,
        allergies: { answer: null, text: '' },
      },
      {
        diagnosis: '',
        drugs: [],
        catheters: [],
        otherTreatments: [],
        coreSite: '',
        bodyTemperatureBeforeCelsius: null,
      },
    );
    const message = read(messageOf(bare));
    const values = valuesOf(message);
    expect(message.names).not.toContain('PV1');
    expect([message.at('PID-5.2'), message.at('PID-7'), message.at('PID-8')]).toEqual(['', '', 'U']);
    for (const key of [
      'height',
      'body-surface',
      'allergies',
      'diagnosis',
      'core-site',
      'control-mean',
      'in-band',
      'drained-measured',
      'core-max-by-hand',
      'probe-cem43 3',
      'drug-contact',
    ])
      expect([key, values.get(key)?.value, values.get(key)?.status]).toEqual([key, '', 'X']);
    expect(values.get('outcome')?.value).toBe('interrupted');
    expect([values.get('drugs-given')?.value, values.has('drug 1')]).toEqual(['0', false]);
  });

  it('tells both hours of a night in which summer time ends apart', () => {
    const startedWallMs = Date.UTC(2026, 9, 24, 23, 30, 0);
    const berlin = { startedWallMs, timeZone: { name: 'Europe/Berlin', offsetMinutes: 120 } };
    const message = read(messageOf(syntheticSource({}, brokenOff(104, { ...syntheticHeader, ...berlin }))));
    const values = valuesOf(message);
    expect(values.get('core-by-hand 1')?.at).toBe('20261025022230.000+0200');
    expect(values.get('pressure-by-hand 2')?.at).toBe('20261025023000.000+0200');
    expect(values.get('vital-glucose 8')?.at).toBe('20261025025300.000+0200');
    expect(message.at('OBR-8')).toBe('20261025021354.000+0100');
  });

  it('says how far it may be relied on, and what was said since', () => {
    const said: Said[] = [
      { type: 'signature', meaning: 'performed' },
      { type: 'explanation', deviation: 'event:12', text: 'Plug\nreseated' },
      { type: 'correction', field: 'case.procedure', old: 'A|B', new: 'C', reason: 'typed wrongly' },
      { type: 'late-entry', field: 'carrier.volumeMl', value: '4000', reason: 'forgotten' },
      { type: 'note', text: 'Seen again' },
      { type: 'released-unsigned', reason: 'Patient moves' },
    ];
    const statusOf = (status: ChartSource['status']) => {
      const message = read(messageOf({ ...whole, status, addenda: addendaOf(...said) }));
      return [message.at('OBR-25'), valuesOf(message).get('outcome')?.status, message.at('MSH-7')];
    };
    const at = '20260302091740.000+0000';
    expect(statusOf('preliminary')).toEqual(['P', 'P', at]);
    expect(statusOf('final')).toEqual(['F', 'F', at]);
    expect(statusOf('amended')).toEqual(['C', 'C', at]);
    const corrected = read(messageOf({ ...whole, status: 'corrected', addenda: addendaOf(...said) }));
    expect(corrected.at('OBR-25')).toBe('C');
    const values = valuesOf(corrected);
    expect(values.get('signature 1')).toMatchObject({
      value: 'M. Perfusionist',
      at: '20260302091240.000+0000',
    });
    expect(values.get('signature-meaning 1')?.value).toBe('performed');
    expect(values.get('explanation 2.2')?.value).toBe('reseated');
    expect(values.get('correction 3.1')?.value).toBe('case.procedure: A|B → C (typed wrongly)');
    expect(values.get('late-entry 4.1')?.value).toBe('carrier.volumeMl: 4000 (forgotten)');
    expect(values.get('later-note 5.1')?.value).toBe('Seen again');
    expect(values.get('released-unsigned 6.1')?.value).toBe('Patient moves');
  });
});

describe('report.hl7', () => {
  it.runIf(isPythonReaderThere)('is the same to both readers, value by value', () => {
    const bytes = messageOf(whole, pdfOf(100));
    const [python, node] = [readByPython(bytes), readByNode(bytes)];
    for (const path of [
      'OBX-3',
      'OBX-3.2',
      'OBX-4',
      'OBX-6',
      'OBX-11',
      'OBX-14',
      'OBX-16.2',
      'NTE-3',
      'PID-5.2',
    ])
      expect([path, node.all(path)]).toEqual([path, python.all(path)]);
    const days = python.all('OBX-2').map((type) => type === 'DT');
    const texts = ({ all }: ReadMessage) => all('OBX-5').filter((_, index) => !days[index]);
    expect(texts(node)).toEqual(texts(python));
  });

  it('has lines that end in a carriage return and none inside', () => {
    const text = Buffer.from(messageOf(withNotes('a\r\nb'))).toString();
    expect(text).not.toContain('\n');
    expect(text.endsWith('\r')).toBe(true);
    for (const line of text.slice(0, -1).split('\r')) expect(line).toMatch(/^[A-Z][A-Z0-9]{2}\|/);
  });

  it('is in Chinese throughout where the chart is', () => {
    const values = valuesOf(readByNode(messageOf(syntheticSource({ language: 'zh' }, brokenOff(60)))));
    const { all } = readByNode(messageOf(syntheticSource({ language: 'zh' }, brokenOff(60))));
    expect(all('OBX-3.2').filter((name) => !/\p{Script=Han}|SHA-256|CEM43/u.test(name))).toEqual([]);
    expect(values.get('alarm 1')?.value).toMatch(/\p{Script=Han}/u);
  });

  it('is the same bytes of the same record, with a control id for each document', () => {
    const [short, again] = [1, 2].map(() => syntheticSource({}, brokenOff(104))) as [
      ChartSource,
      ChartSource,
    ];
    expect(Buffer.compare(messageOf(again, pdfOf(99)), messageOf(short, pdfOf(99)))).toBe(0);
    const idOf = (source: ChartSource): string => readByNode(messageOf(source)).at('MSH-10');
    const signed = {
      ...whole,
      status: 'final' as const,
      addenda: addendaOf({ type: 'signature', meaning: 'performed' }),
    };
    const noted = {
      ...signed,
      status: 'amended' as const,
      addenda: addendaOf(...signed.addenda.map(({ said }) => said), { type: 'note', text: 'n' }),
    };
    const other = sourceOf({}, {}, { runId: '0198c1f2-0000-7c11-9d7e-3b5f0a6e2c11' });
    const ids = [whole, signed, noted, other].map(idOf);
    expect(new Set(ids).size).toBe(4);
    expect(idOf(again)).toBe(ids[0]);
    for (const id of ids) expect(id).toMatch(/^[0-9A-F]{20}$/);
    expect(hl7Report(whole, null, utf8).controlId).toBe(ids[0]);
    expect(readByNode(messageOf(signed)).at('ORC-3')).toBe(readByNode(messageOf(whole)).at('ORC-3'));
  });

  it('names whom it goes to as it is told', () => {
    const { bytes } = hl7Report(whole, null, {
      ...utf8,
      sendingApplication: 'A|1',
      sendingFacility: 'B',
      receivingApplication: 'C',
      receivingFacility: 'D',
    });
    const message = readByNode(bytes);
    expect(['MSH-3', 'MSH-4', 'MSH-5', 'MSH-6'].map(message.at)).toEqual(['A|1', 'B', 'C', 'D']);
    const usual = readByNode(messageOf(whole));
    expect(['MSH-4', 'MSH-5', 'MSH-6'].map(usual.at)).toEqual([
      'Department of surgery',
      '',
      'Example hospital',
    ]);
  });
});
