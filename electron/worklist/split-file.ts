import { eachByte } from './charset.ts';
import type { MessageProblem } from './notes.ts';

/** The bytes of one message, without frame and batch around it. */
export interface MessageBytes {
  readonly bytes: Uint8Array;
  /** Its frame was opened and not closed. */
  readonly isCutOff: boolean;
}

export type SplitFile =
  | {
      readonly ok: true;
      readonly messages: readonly MessageBytes[];
      /** Of the file, beside its messages. */
      readonly problem: MessageProblem | null;
    }
  | { readonly ok: false; readonly problem: FileProblem };

export type FileProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large'; readonly mostMegabytes: number }
  /** It does not begin as HL7 does. */
  | { readonly kind: 'not-hl7' };

/** A message with a document in it has some; a drop folder holds nothing larger. */
export const mostFileMegabytes = 4;
export const mostMessageFileBytes = mostFileMegabytes * 1_000_000;

const frameStart = 0x0b;
const frameEnd = 0x1c;
/** No multi-byte character of UTF-8 or GB 18030 holds one of these, so lines can be found before the set is known. */
const lineEnds: ReadonlySet<number> = new Set([0x0d, 0x0a, frameStart, frameEnd]);
const envelopes: ReadonlySet<string> = new Set(['FHS', 'BHS', 'BTS', 'FTS']);

/** Messages of a file: one, several in frames (MLLP), or a batch (FHS, BHS). */
export function splitFile(file: Uint8Array): SplitFile {
  if (file.length > mostMessageFileBytes)
    return { ok: false, problem: { kind: 'too-large', mostMegabytes: mostFileMegabytes } };
  const found = new Found(withoutMark(file));
  let isHl7 = true;
  for (const line of linesOf(found.file)) {
    const name = eachByte(found.file.subarray(line.start, Math.min(line.start + 3, line.end)));
    isHl7 = found.take(name, line);
    if (!isHl7) break;
  }
  found.endMessage();
  if (!isHl7) return { ok: false, problem: { kind: 'not-hl7' } };
  if (found.messages.length === 0) return { ok: false, problem: { kind: 'empty' } };
  return { ok: true, messages: found.messages, problem: found.batchProblem() };
}

class Found {
  readonly file: Uint8Array;
  readonly messages: MessageBytes[] = [];
  #start: number | null = null;
  #end = 0;
  #isFramed = false;
  /** Batches opened and not closed. */
  readonly #open: string[] = [];
  /** A line behind a message that belongs to none: what stood there was not read. */
  #outside: string | null = null;

  constructor(file: Uint8Array) {
    this.file = file;
  }

  /** False: what stands before the first message is none of HL7. */
  take(name: string, line: Line): boolean {
    if (line.after === frameStart || name === 'MSH' || envelopes.has(name)) this.endMessage();
    if (line.after === frameStart) this.#isFramed = true;
    if (name === 'FHS' || name === 'BHS') this.#open.push(name);
    if (name === 'BTS' || name === 'FTS') this.#open.pop();
    if (name === 'MSH') this.#start = line.start;
    const isOfMessage = this.#start !== null;
    if (isOfMessage) this.#end = line.end;
    if (line.before === frameEnd) {
      this.#isFramed = false;
      this.endMessage();
    }
    if (isOfMessage || line.isBlank || envelopes.has(name)) return true;
    this.#outside ??= eachByte(this.file.subarray(line.start, Math.min(line.end, line.start + 20)));
    return this.messages.length > 0;
  }

  endMessage(): void {
    if (this.#start !== null)
      this.messages.push({
        bytes: this.file.subarray(this.#start, this.#end),
        isCutOff: this.#isFramed,
      });
    this.#start = null;
    this.#isFramed = false;
  }

  batchProblem(): MessageProblem | null {
    const segment = this.#open.at(0) ?? 'MSH';
    const place = { segment, occurrence: 1, field: 0 };
    if (this.#outside !== null) return { kind: 'broken-line', place, read: this.#outside };
    return this.#open.length > 0 ? { kind: 'cut-off', place, read: '' } : null;
  }
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly isBlank: boolean;
  /** The byte that stands before the line, and the one that ends it; -1 at the ends of the file. */
  readonly after: number;
  readonly before: number;
}

function* linesOf(file: Uint8Array): Generator<Line> {
  let start = 0;
  for (let at = 0; at <= file.length; at += 1) {
    const byte = file[at] ?? -1;
    if (byte !== -1 && !lineEnds.has(byte)) continue;
    const after = file[start - 1] ?? -1;
    const isBlank = file.subarray(start, at).every((one) => one === 0x20 || one === 0x09);
    // An empty line between two marks still carries the mark that ends it.
    yield { start, end: at, isBlank, after, before: byte };
    start = at + 1;
  }
}

const withoutMark = (file: Uint8Array): Uint8Array =>
  file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf ? file.subarray(3) : file;
