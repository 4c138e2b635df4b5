import { textProblem } from '../../electron/contract/words.ts';
import type { Text } from '../text/text.ts';
import { asDate, isDate } from '../text/typed-date.ts';
import { ambiguous, type NumberRule, typedNumber } from '../text/typed-number.ts';

export type Section = keyof Text['setup']['setup']['sections'];
/** By its name in the draft; of several of a kind with its number or id: "drugs.1.lot", "checklist.consent-seen". */
export type Field = string;

/** What keeps the run from being started, and where it is mended. */
export interface Problem {
  readonly section: Section | 'rig';
  readonly field: Field;
  /** What the field is called. */
  readonly name: string;
  readonly text: string;
  /** Said while it is typed, not only once somebody has left the field. */
  readonly atOnce?: true;
  /** A list of which this is one of many questions that nobody has answered yet. */
  readonly of?: 'contraindications' | 'checklist';
}

/** Collects what is wrong in one section, in the order of its fields. */
export class Finder {
  readonly found: Problem[] = [];
  readonly #section: Problem['section'];
  readonly #words: Text;
  readonly #today: string;

  constructor(section: Problem['section'], words: Text, today: string) {
    this.#section = section;
    this.#words = words;
    this.#today = today;
  }

  get #say(): Text['setup']['fieldProblems'] {
    return this.#words.setup.fieldProblems;
  }

  add(field: Field, name: string, text: string | null, more: Pick<Problem, 'atOnce' | 'of'> = {}): void {
    if (text !== null) this.found.push({ section: this.#section, field, name, text, ...more });
  }

  text(field: Field, name: string, value: string, most: number, needed?: 'needed'): void {
    const wrong = textProblem(value, most);
    if (wrong !== null) this.add(field, name, this.#words.entry.text(wrong), { atOnce: true });
    else if (needed && value.trim() === '') this.add(field, name, this.#say.missing);
  }

  /** `wrongSide`: on which side of today it cannot lie. */
  date(field: Field, name: string, typed: string, wrongSide: 'past' | 'future', needed?: 'needed'): void {
    const date = asDate(typed);
    if (date === '') this.add(field, name, needed ? this.#say.missing : null);
    else if (!isDate(date)) this.add(field, name, this.#say.date);
    else if (wrongSide === 'past' && date < this.#today) this.add(field, name, this.#say.expired);
    else if (wrongSide === 'future' && date > this.#today) this.add(field, name, this.#say.futureDate);
  }

  /** `null` where nothing is wrong with it. */
  numberProblem(typed: string, rule: NumberRule, needed?: 'needed'): string | null {
    const value = typedNumber(typed, rule);
    if (value === null) return needed ? this.#say.missing : null;
    const [low, high] = rule.bounds;
    if (value >= low && value <= high) return null;
    const either = ambiguous(typed, rule);
    return either === null ? this.#say.number(low, high) : this.#words.entry.ambiguous(either);
  }

  /** A count, not a measure. */
  wholeProblem(typed: string, rule: NumberRule, needed?: 'needed'): string | null {
    const value = typedNumber(typed, rule);
    if (value === null && !needed) return null;
    const [low, high] = rule.bounds;
    const isRight = value !== null && Number.isInteger(value) && value >= low && value <= high;
    return isRight ? null : this.#say.whole(low, high);
  }
}
