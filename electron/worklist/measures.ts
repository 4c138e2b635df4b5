import { type FieldReader, placeOf } from './field-reader.ts';
import type { Segment } from './hl7.ts';

export interface Measures {
  readonly heightCm: number | null;
  readonly weightKg: number | null;
}

interface Quantity {
  /** LOINC: height 8302-2; weight 29463-7, measured 3141-9. */
  readonly codes: readonly string[];
  /** UCUM. */
  readonly unit: string;
  /** As the form of a case takes them; outside, the value or its unit is a slip. */
  readonly lowest: number;
  readonly highest: number;
}
const height: Quantity = { codes: ['8302-2'], unit: 'cm', lowest: 30, highest: 250 };
const weight: Quantity = { codes: ['29463-7', '3141-9'], unit: 'kg', lowest: 2, highest: 350 };

/** Results (table 0085) that are none, or are none any more. */
const taken: ReadonlySet<string> = new Set(['', 'C', 'F', 'P', 'R']);

export const readMeasures = (reader: FieldReader): Measures => ({
  heightCm: latest(reader, height),
  weightKg: latest(reader, weight),
});

/** By the time of the observation; of those without one, the last of the message. */
function latest(reader: FieldReader, quantity: Quantity): number | null {
  const found = reader
    .segments('OBX')
    .filter((obx) => isOf(reader, obx, quantity))
    .map((obx) => ({
      at: (obx.fields[14] ?? '').replace(/\D.*$/, ''),
      value: measured(reader, obx, quantity),
    }));
  const values = found.filter(({ value }) => value !== null);
  return values.reduce((best, one) => (one.at >= best.at ? one : best), values[0] ?? { at: '', value: null })
    .value;
}

/** OBX-3 holds a code and its system, and the same once more. */
function isOf(reader: FieldReader, obx: Segment, { codes }: Quantity): boolean {
  const [[code = '', , system, other = '', , otherSystem] = []] = reader.repetitions(obx, 3);
  return (system === 'LN' && codes.includes(code)) || (otherSystem === 'LN' && codes.includes(other));
}

function measured(reader: FieldReader, obx: Segment, { unit, lowest, highest }: Quantity): number | null {
  const [read = '', status = ''] = [obx.fields[5], obx.fields[11]];
  const [[sent = '', , system = ''] = []] = reader.repetitions(obx, 6);
  if (!taken.has(status)) return refuse(reader, obx, 'status-refused', 11);
  if (read === '' || read === '""') return null;
  if (sent !== unit || (system !== '' && system !== 'UCUM')) return refuse(reader, obx, 'unit-refused', 6);
  if (!/^\+?\d{1,6}(?:\.\d{1,6})?$/.test(read)) return refuse(reader, obx, 'number-wrong', 5);
  const value = Number(read);
  return value < lowest || value > highest ? refuse(reader, obx, 'out-of-range', 5) : value;
}

function refuse(
  reader: FieldReader,
  obx: Segment,
  kind: 'status-refused' | 'unit-refused' | 'number-wrong' | 'out-of-range',
  field: number,
): null {
  reader.note(kind, placeOf(obx, field), obx.fields[field] ?? '');
  return null;
}
