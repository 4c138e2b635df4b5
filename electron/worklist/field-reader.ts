import { fieldLimits, textProblem } from '../domain/field-limits.ts';
import { unescaped } from './escapes.ts';
import type { Message, Segment } from './hl7.ts';
import { type Note, type Place, shortened } from './notes.ts';

/** One of the repetitions of a field: its components as sent. */
export type Repetition = readonly string[];

export const placeOf = ({ name, occurrence }: Segment, field: number): Place => ({
  segment: name,
  occurrence,
  field,
});

/** `""` as sent: what was known is to be forgotten. */
export const isCleared = (segment: Segment, field: number): boolean => segment.fields[field] === '""';

/** Reads fields of one message and keeps what it could not take. */
export class FieldReader {
  readonly message: Message;
  readonly #notes: Note[] = [];

  constructor(message: Message) {
    this.message = message;
  }

  get notes(): readonly Note[] {
    return this.#notes;
  }

  segments(...names: readonly string[]): readonly Segment[] {
    return this.message.segments.filter(({ name }) => names.includes(name));
  }

  note(kind: Note['kind'], place: Place, read: string): void {
    this.#notes.push({ kind, place, read: shortened(read) });
  }

  /** Empty ones are left out. */
  repetitions(segment: Segment, field: number): readonly Repetition[] {
    const { component, repetition } = this.message.separators;
    return (segment.fields[field] ?? '')
      .split(repetition)
      .filter((one) => one !== '' && one !== '""')
      .map((one) => one.split(component));
  }

  /** A component (from 1) of a field's first repetition, as one line; `null`: empty, or refused with a note. */
  line(segment: Segment, field: number, component = 1, most: number = fieldLimits.line): string | null {
    const [first = []] = this.repetitions(segment, field);
    return this.text(first[component - 1] ?? '', placeOf(segment, field), most);
  }

  /** The first subcomponent, decoded, its line breaks as blanks. */
  text(component: string, place: Place, most: number = fieldLimits.line): string | null {
    const { separators, charset } = this.message;
    const { subcomponent } = separators;
    const [first = ''] = subcomponent === '' ? [component] : component.split(subcomponent);
    const meant = unescaped(first, separators, charset);
    if (meant === null) return this.#refuse('unknown-escape', place, first);
    const text = meant.replaceAll(/[\r\n\t ]+/g, ' ').trim();
    if (text === '' || text === '""') return null;
    if (/\p{Cc}/u.test(text)) return this.#refuse('control-character', place, text);
    const problem = textProblem(text, most);
    if (problem?.kind === 'too-long') return this.#refuse('too-long', place, text);
    // A sender that could not write a text writes question marks.
    const isLost = problem !== null || /^[?\s]+$/.test(text);
    return isLost ? this.#refuse('lost-character', place, text) : text;
  }

  /** All that a field says, as words to look through, whole or not. */
  words(segment: Segment, field: number): readonly string[] {
    const { separators, charset } = this.message;
    return this.repetitions(segment, field)
      .flat()
      .flatMap((one) => (separators.subcomponent === '' ? [one] : one.split(separators.subcomponent)))
      .map((one) => unescaped(one, separators, charset) ?? one)
      .filter((one) => one.trim() !== '');
  }

  #refuse(kind: Note['kind'], place: Place, read: string): null {
    this.note(kind, place, read.replaceAll(/\p{Cc}/gu, '␀'));
    return null;
  }
}
