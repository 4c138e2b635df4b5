import type { ChartSource } from '../chart-source.ts';
import { v2Systems } from '../codes.ts';
import { compactDay } from '../compact-day.ts';
import { type Repetition, segment } from './fields.ts';
import type { Placed } from './lengths.ts';
import { localSystem } from './local-system.ts';
import type { Observation, Unit, Value } from './observation.ts';
import type { Spoken } from './spoken.ts';
import { hl7Time } from './time.ts';
import type { ObservationCode } from './words/observation-words.ts';

type Status = ChartSource['status'];

/** As OBX-11 and OBR-25 have it (HL7 tables 0085, 0123): what was added later corrects the document before. */
export const resultStatus: Readonly<Record<Status, string>> = {
  preliminary: 'P',
  final: 'F',
  amended: 'C',
  corrected: 'C',
};
/** No value can be had. */
const missing = 'X';

const unitField = (unit: Unit): Repetition =>
  typeof unit === 'string' ? [unit, '', 'UCUM'] : ['', unit.named];

/** Thousandths are more than any of the values is known to. */
const decimal = (number: number): string => String(Number(number.toFixed(3)));

/** OBX-5; `null`: there is no value. */
function valueField(value: Value): Repetition | null {
  switch (value.type) {
    case 'NM':
      return value.number === null || !Number.isFinite(value.number) ? null : [decimal(value.number)];
    case 'CE':
      return value.code === '' ? null : [value.code, value.text, localSystem];
    case 'DT':
      return compactDay(value.day) === '' ? null : [compactDay(value.day)];
    default:
      return value.text.trim() === '' ? null : [value.text];
  }
}

/** What an observation is called: what it is of, and what was looked at. */
export function nameOf({ code, name }: Observation, { labels, words }: Spoken): string {
  const label = (labels.observation as Readonly<Partial<Record<string, string>>>)[code];
  return [name, label].filter((part) => part !== undefined).join(words.comma);
}

export function obxSegment(of: Spoken, observation: Observation, setId: number): string {
  const { code, sub, value, atWallMs, by, also } = observation;
  const found = valueField(value);
  const second = also === undefined ? [] : [also.code, also.display, v2Systems[also.system] ?? ''];
  return segment('OBX', {
    1: `${setId}`,
    2: value.type,
    3: [code, nameOf(observation, of), localSystem, ...second],
    4: sub,
    5: found ?? '',
    6: value.type === 'NM' ? unitField(value.unit) : '',
    11: found === null ? missing : resultStatus[of.status],
    14: hl7Time(atWallMs, of.time),
    16: by === undefined || by === '' ? '' : ['', [by]],
  });
}

export const obxTexts = (of: Spoken, observation: Observation): Placed[] => {
  const { code, sub, value, by } = observation;
  return [
    ['OBX-3.1', code],
    ['OBX-3.2', nameOf(observation, of)],
    ['OBX-4', sub],
    ...(value.type === 'NM' && typeof value.unit === 'object'
      ? [['OBX-6.2', value.unit.named] as const]
      : []),
    ...(by === undefined ? [] : [['OBX-16.2.1', by] as const]),
  ];
};

/** The report as it is printed, in one line of Base64 (2.A.24). */
export function pdfSegment(of: Spoken, pdf: Uint8Array, setId: number, atWallMs: number): string {
  const code: ObservationCode = 'report-pdf';
  return segment('OBX', {
    1: `${setId}`,
    2: 'ED',
    3: [code, of.labels.observation[code], localSystem],
    5: ['', 'application', 'pdf', 'Base64', Buffer.from(pdf).toString('base64')],
    11: resultStatus[of.status],
    14: hl7Time(atWallMs, of.time),
  });
}
