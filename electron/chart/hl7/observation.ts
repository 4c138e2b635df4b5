import type { ExternalCode, UcumUnit } from '../codes.ts';
import type { ObservationCode } from './words/observation-words.ts';

/** UCUM, or as a site has named it. */
export type Unit = UcumUnit | { readonly named: string };

/** What one OBX says; `null` and "": there is no value. */
export type Value =
  | { readonly type: 'NM'; readonly number: number | null; readonly unit: Unit }
  /** Of one line. */
  | { readonly type: 'ST' | 'TX'; readonly text: string }
  /** One of a list of our own. */
  | { readonly type: 'CE'; readonly code: string; readonly text: string }
  /** YYYY-MM-DD */
  | { readonly type: 'DT'; readonly day: string };

/** One OBX. No two of a message have both `code` and `sub` in common. */
export interface Observation {
  readonly code: ObservationCode | `vital-${string}`;
  /** Instead of the name of its code, or after it. */
  readonly name?: string;
  /** Which of several, "2", or line of it, "2.1"; "": the only one. */
  readonly sub: string;
  readonly value: Value;
  /** Of the moment or the end of the span that the value is of. */
  readonly atWallMs: number;
  /** Who has read, recorded or signed it. */
  readonly by?: string;
  readonly also?: ExternalCode;
}

/** What stands beside a value; the moment is that of the group. */
export type Beside = Partial<Pick<Observation, 'sub' | 'name' | 'by' | 'also' | 'atWallMs'>>;

/** Observations of one moment; "" and `null` are kept, as missing. */
export class Observations {
  readonly all: Observation[] = [];
  readonly #atWallMs: number;

  constructor(atWallMs: number) {
    this.#atWallMs = atWallMs;
  }

  number(code: Observation['code'], number: number | null, unit: Unit, beside: Beside = {}): void {
    this.#add(code, { type: 'NM', number, unit }, beside);
  }

  /** One line; ST takes no more than 199 characters (2.A.75). */
  string(code: Observation['code'], text: string, beside: Beside = {}): void {
    this.#add(code, { type: [...text].length > 199 ? 'TX' : 'ST', text }, beside);
  }

  coded(code: Observation['code'], chosen: string, text: string, beside: Beside = {}): void {
    this.#add(code, { type: 'CE', code: chosen, text }, beside);
  }

  day(code: Observation['code'], day: string, beside: Beside = {}): void {
    this.#add(code, { type: 'DT', day }, beside);
  }

  /** One for each line of a text that people have written; lines with nothing on them are left out. */
  text(code: Observation['code'], text: string, beside: Beside = {}): void {
    const lines = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).filter((line) => line.trim() !== '');
    if (lines.length === 0) this.#add(code, { type: 'TX', text: '' }, beside);
    const of = beside.sub === undefined ? '' : `${beside.sub}.`;
    for (const [index, line] of lines.entries())
      this.#add(code, { type: 'TX', text: line }, { ...beside, sub: `${of}${index + 1}` });
  }

  #add(code: Observation['code'], value: Value, beside: Beside): void {
    this.all.push({ sub: '', atWallMs: this.#atWallMs, ...beside, code, value });
  }
}
