import { type Charset, charsetNamed, decode, eachByte } from './charset.ts';
import { type MessageProblem, type Place, shortened } from './notes.ts';
import type { MessageBytes } from './split-file.ts';

/** As MSH-1 and MSH-2 say; "": the message does without it. */
export interface Separators {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escape: string;
  readonly subcomponent: string;
}

/** A line of a message; its fields are as sent, not split further and not decoded. */
export interface Segment {
  readonly name: string;
  /** Which of this name in the message, from 1. */
  readonly occurrence: number;
  /** `fields[5]` is field 5; `fields[0]` is the name. */
  readonly fields: readonly string[];
}

export interface Message {
  readonly separators: Separators;
  readonly charset: Charset;
  readonly segments: readonly Segment[];
  /** Lines that begin no segment: the end of a field that was broken, which nothing here is read from. */
  readonly brokenLines: readonly { readonly after: Place; readonly read: string }[];
}

export type ParsedMessage =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: false; readonly problem: MessageProblem };

const header: Place = { segment: 'MSH', occurrence: 1, field: 0 };
const refused = (
  kind: Exclude<MessageProblem['kind'], 'charset-wrong'>,
  place: Place,
  read: string,
): ParsedMessage => ({
  ok: false,
  problem: { kind, place, read: shortened(read) },
});

/** Segments of a message; its character set is what MSH-18 says, UTF-8 where it is empty. */
export function parseMessage({ bytes, isCutOff }: MessageBytes): ParsedMessage {
  if (isCutOff) return refused('cut-off', header, '');
  const named = charsetOf(bytes);
  const place = { ...header, field: 18 };
  if (named.charset === null) return refused('charset-unknown', place, named.read);
  const text = decode(bytes, named.charset);
  if (text === null)
    return {
      ok: false,
      problem: {
        kind: 'charset-wrong',
        place,
        read: shortened(named.read),
        charset: named.charset.toUpperCase(),
      },
    };
  const separators = separatorsOf(text);
  if (separators === null) return refused('separators', { ...header, field: 2 }, text.slice(0, 9));
  return segmentsOf(text, separators, named.charset);
}

/**
 * The set that the header names when it is read in that same set: in GB 18030 a byte of a name may look like a
 * separator.
 */
function charsetOf(bytes: Uint8Array): { readonly charset: Charset | null; readonly read: string } {
  const end = bytes.findIndex((byte) => byte === 0x0d || byte === 0x0a);
  const line = end < 0 ? bytes : bytes.subarray(0, end);
  for (const charset of ['utf-8', 'gb18030', 'latin-1', 'ascii'] as const) {
    const text = decode(line, charset);
    const read = text === null ? '' : charsetField(text);
    if (charsetNamed(read) === charset) return { charset, read };
  }
  const read = charsetField(eachByte(line));
  return read.trim() === '' ? { charset: 'utf-8', read } : { charset: charsetNamed(read), read };
}

/** The first of MSH-18 is the set of the message; others would have to be switched to by an escape. */
function charsetField(line: string): string {
  const field = line.split(line[3] ?? '|')[17] ?? '';
  const repetition = line[5] ?? '~';
  const first = field.split(repetition, 1)[0] ?? '';
  return first === '' ? field : first;
}

function separatorsOf(text: string): Separators | null {
  const field = text[3] ?? '';
  const encoding =
    text
      .slice(4)
      .split(/[\r\n]/, 1)[0]
      ?.split(field, 1)[0] ?? '';
  // A fifth, from version 2.7 on, marks what a sender cut; nothing here depends on it.
  const [component = '', repetition = '', escapeSign = '', subcomponent = ''] = encoding;
  const all = [field, ...encoding];
  const isWhole = encoding.length >= 2 && encoding.length <= 5;
  const areSigns = all.every((sign) => /^[!-/:-@[-`{-~]$/.test(sign));
  if (!isWhole || !areSigns || new Set(all).size !== all.length) return null;
  return { field, component, repetition, escape: escapeSign, subcomponent };
}

function segmentsOf(text: string, separators: Separators, charset: Charset): ParsedMessage {
  const segments: Segment[] = [];
  const brokenLines: { after: Place; read: string }[] = [];
  const counts = new Map<string, number>();
  for (const line of text.split(/[\r\n]+/)) {
    if (line.trim() === '') continue;
    const name = nameOf(line, separators.field);
    if (name === null) {
      const last = segments.at(-1);
      const after = last
        ? { segment: last.name, occurrence: last.occurrence, field: last.fields.length - 1 }
        : header;
      brokenLines.push({ after, read: shortened(line) });
      continue;
    }
    const occurrence = (counts.get(name) ?? 0) + 1;
    counts.set(name, occurrence);
    const fields = line.split(separators.field);
    // MSH-1 is the separator itself.
    segments.push({
      name,
      occurrence,
      fields: name === 'MSH' ? ['MSH', ...fields.with(0, separators.field)] : fields,
    });
  }
  return { ok: true, message: { separators, charset, segments, brokenLines } };
}

function nameOf(line: string, field: string): string | null {
  const name = line.slice(0, 3);
  const ends = line.length === 3 || line[3] === field;
  return ends && /^[A-Z][A-Z0-9]{2}$/.test(name) ? name : null;
}
