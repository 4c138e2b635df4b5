/** What a receiver says of a message: `retry` may be sent again as it is, `refused` needs a person. `text` is the receiver's, "" where it gives none. */
export interface Acknowledgement {
  readonly kind: 'accepted' | 'retry' | 'refused' | 'not-ours' | 'unreadable';
  readonly text: string;
}

/** MSA-1 (HL7 table 0008), of the original mode and of the enhanced one. */
const kinds: ReadonlyMap<string, 'accepted' | 'retry' | 'refused'> = new Map([
  ['AA', 'accepted'],
  ['CA', 'accepted'],
  ['AE', 'retry'],
  ['CE', 'retry'],
  ['AR', 'refused'],
  ['CR', 'refused'],
]);

/**
 * Reads an acknowledgement of HL7 v2, as a file or in the frame of a connection (MLLP). It counts only where MSA-2 is
 * the control id of the message that was sent: receivers answer the wrong one.
 */
export function readAck(bytes: Uint8Array, controlId: string): Acknowledgement {
  const segments = textOf(bytes)
    .replace(/^[\uFEFF\s\v]+/, '')
    .split(/[\r\n]+/);
  const [header = ''] = segments;
  if (!/^MSH[^\w\s]/.test(header)) return unreadable('no MSH segment at its beginning');
  const separators = separatorsOf(header);
  const fieldsOf = (name: string): string[] =>
    segments.find((one) => one.startsWith(`${name}${separators.field}`))?.split(separators.field) ?? [];
  const [, code = '', answered = '', message = ''] = fieldsOf('MSA').map((one) =>
    meant(one.trim(), separators),
  );
  if (code === '') return unreadable('no MSA segment with a code');
  if (answered !== controlId) return { kind: 'not-ours', text: `is of message ${answered || '""'}` };
  const kind = kinds.get(code);
  if (kind === undefined) return unreadable(`MSA-1 is "${code}", none of AA, AE, AR, CA, CE, CR`);
  const error = fieldsOf('ERR').map((one) => meant(one, separators));
  return { kind, text: message || (error[8] ?? '') || (error[7] ?? '') };
}

const unreadable = (text: string): Acknowledgement => ({ kind: 'unreadable', text });

/**
 * UTF-8, or what MSH-18 says. Codes and control id are ASCII in each; but in GB 18030 the second byte of a character may
 * look like a separator.
 */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const byBytes = Buffer.from(bytes).toString('latin1');
    return /^[^\r\n]*GB ?18030/m.test(byBytes) ? new TextDecoder('gb18030').decode(bytes) : byBytes;
  }
}

interface Separators {
  readonly field: string;
  readonly escapeSign: string;
  readonly meanings: ReadonlyMap<string, string>;
}

/** As MSH-1 and MSH-2 say. */
function separatorsOf(header: string): Separators {
  const field = header[3] ?? '|';
  const [component = '^', repetition = '~', escapeSign = '\\', subcomponent = '&'] =
    header.split(field)[1] ?? '';
  return {
    field,
    escapeSign,
    meanings: new Map([
      ['F', field],
      ['S', component],
      ['R', repetition],
      ['E', escapeSign],
      ['T', subcomponent],
      ['.br', ' '],
    ]),
  };
}

/** A text with its escapes taken out; one that is not known stands as it is. */
function meant(text: string, { escapeSign, meanings }: Separators): string {
  const parts = text.split(escapeSign);
  if (parts.length % 2 === 0) return text;
  return parts
    .map((part, at) => (at % 2 === 0 ? part : (meanings.get(part) ?? `${escapeSign}${part}${escapeSign}`)))
    .join('');
}
