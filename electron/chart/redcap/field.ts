import type { ChartSource } from '../chart-source.ts';
import type { SessionPressure } from './session-pressure.ts';

/** What a value is taken from. */
export interface RowSource extends ChartSource {
  readonly cavityPressure: SessionPressure;
}

/** `null`: not known, the cell stays blank. */
export type Value = string | number | boolean | null;

/** How REDCap checks what is entered or imported. */
export type Validation = 'number' | 'integer' | 'date_ymd';

/** A variable of the form: a line of the dictionary, and a column of the row. */
export interface Field {
  /** Lower-case letters, digits and `_`, at most 26. */
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'notes' | 'dropdown' | 'yesno';
  readonly validation?: Validation;
  /** No value can be less. */
  readonly min?: 0;
  /** Of a drop-down: code and what it stands for. */
  readonly choices?: Readonly<Record<string, string>>;
  readonly note?: string;
  /** It tells, or helps to tell, who the patient is (as 45 CFR 164.514(b)(2) lists: numbers, dates, devices; free text). */
  readonly identifier?: true;
  readonly of: (source: RowSource) => Value;
}

export interface Section {
  readonly title: string;
  readonly fields: readonly Field[];
}

type Of<T extends Value> = (source: RowSource) => T | null;

export const number = (name: string, label: string, of: Of<number>, note?: string): Field => ({
  name,
  label,
  type: 'text',
  validation: 'number',
  ...(note === undefined ? {} : { note }),
  of,
});
/** A duration, dose or volume that cannot be less than nothing. */
export const amount = (name: string, label: string, of: Of<number>, note?: string): Field => ({
  ...number(name, label, of, note),
  min: 0,
});
export const count = (name: string, label: string, of: Of<number>): Field => ({
  name,
  label,
  type: 'text',
  validation: 'integer',
  min: 0,
  of,
});
export const line = (name: string, label: string, of: Of<string>): Field => ({
  name,
  label,
  type: 'text',
  of,
});
/** As people typed it: whatever stands in it, a name too. */
export const freeText = (name: string, label: string, of: Of<string>): Field => ({
  name,
  label,
  type: 'notes',
  identifier: true,
  of,
});
export const yesNo = (name: string, label: string, of: Of<boolean>): Field => ({
  name,
  label,
  type: 'yesno',
  of,
});

/** One of a list of the domain, by its own word with `_` for `-`. */
export const oneOf = <T extends string>(
  name: string,
  label: string,
  choices: Readonly<Record<T, string>>,
  of: Of<T>,
): Field => ({
  name,
  label,
  type: 'dropdown',
  choices: Object.fromEntries(
    Object.entries<string>(choices).map(([code, meaning]) => [codeOf(code), meaning]),
  ),
  of: (source) => {
    const value = of(source);
    return value === null ? null : codeOf(value);
  },
});
const codeOf = (word: string): string => word.replaceAll('-', '_');
export const identifying = (field: Field): Field => ({ ...field, identifier: true });
