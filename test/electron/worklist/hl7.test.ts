import { describe, expect, it } from 'vitest';
import { mostMessageFileBytes, splitFile } from '../../../electron/worklist/split-file.ts';
import { admission, lines, msh, refusal, resultsOf, taken, wholeMessage, wholePatient } from './messages.ts';

const name = (file: Uint8Array | string) => {
  const { familyName, givenName } = taken(file).patient;
  return [familyName, givenName];
};
const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );
/** GB 18030 of 王小明, by the code table: 王 CDF5, 小 D0A1, 明 C3F7. */
const wang = [0xcd, 0xf5];
const xiaoming = [0xd0, 0xa1, 0xc3, 0xf7];

describe('a file', () => {
  it.each([
    ['CR', '\r'],
    ['LF', '\n'],
    ['CR and LF', '\r\n'],
  ])('ends its segments with %s', (_, end) => {
    expect(taken(wholeMessage.replaceAll('\r', end)).patient).toEqual(wholePatient);
  });

  it('may be one or more frames of MLLP, and a byte order mark stands for nothing', () => {
    const frames = `\v${wholeMessage}\u001c\r`.repeat(2);
    expect(resultsOf(frames).map(({ ok }) => ok)).toEqual([true, true]);
    expect(taken(`\uFEFF${wholeMessage}`).patient).toEqual(wholePatient);
  });

  it('that ends within a frame or a batch is told to be cut off', () => {
    expect(refusal(`\v${wholeMessage}`)).toBe('cut-off MSH-0');
    const batch = splitFile(Buffer.from(lines('FHS|^~\\&', 'BHS|^~\\&') + wholeMessage));
    expect(batch).toMatchObject({ ok: true, problem: { kind: 'cut-off', place: { segment: 'FHS' } } });
  });

  it('may be a batch', () => {
    const file = `${lines('FHS|^~\\&', 'BHS|^~\\&')}${wholeMessage}${admission('PID|1||2||B^C')}${lines('BTS|2', 'FTS|1')}`;
    expect(splitFile(Buffer.from(file))).toMatchObject({ ok: true, problem: null });
    expect(resultsOf(file).map((one) => one.ok && one.message.patient.familyName)).toEqual(['Example', 'B']);
  });

  it('with a line behind the end of its message is told', () => {
    const file = wholeMessage.replace('AL1|1', '\u001c\rAL1|1');
    expect(splitFile(Buffer.from(file))).toMatchObject({ ok: true, problem: { kind: 'broken-line' } });
  });

  it.each([
    ['', 'empty'],
    ['\r\n \r', 'empty'],
    ['PID|1||5', 'not-hl7'],
    ['{"a": 1}', 'not-hl7'],
    [' MSH|^~\\&', 'not-hl7'],
  ])('%j is refused as %s', (text, kind) => {
    expect(splitFile(Buffer.from(text))).toMatchObject({ ok: false, problem: { kind } });
  });

  it('is refused when it is too large, and only then', () => {
    const whole = Buffer.alloc(mostMessageFileBytes, ' ');
    whole.write(wholeMessage);
    expect(splitFile(whole).ok).toBe(true);
    expect(splitFile(Buffer.concat([whole, Buffer.from(' ')]))).toMatchObject({
      ok: false,
      problem: { kind: 'too-large', mostMegabytes: 4 },
    });
  });
});

describe('a character set', () => {
  it('of GB 18030 is read by its bytes, with every name that it has', () => {
    for (const set of ['GB 18030-2000', 'GB18030', 'GBK', 'gb2312'])
      expect(name(bytes(lines(msh('ADT^A01', set)), 'PID|1||7||', wang, '^', xiaoming, '\r'))).toEqual([
        '王',
        '小明',
      ]);
  });

  it('whose letters hold bytes of separators splits no field: 亅 is 81 7C, 乛 81 5E, 乗 81 5C', () => {
    const header = msh('ADT^A01', 'GB 18030-2000');
    expect(
      name(bytes(lines(header), 'PID|1||7||', [0x81, 0x7c, 0x81, 0x5e], '^', [0x81, 0x5c], '\r')),
    ).toEqual(['亅乛', '乗']);
    const [before = '', after = ''] = header.split('SENDER');
    const file = bytes(before, [0x81, 0x7c], lines(after), 'PID|1||7||', wang, '^', xiaoming, '\r');
    expect(name(file)).toEqual(['王', '小明']);
  });

  it('of ISO 8859-1 is that and not Windows-1252', () => {
    const latin = (...family: number[]) =>
      bytes(lines(msh('ADT^A01', '8859/1')), 'PID|1||7||', family, '^J\xfcrgen\r');
    expect(name(latin(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72))).toEqual(['Müller', 'Jürgen']);
    expect(taken(latin(0x4d, 0x80)).notes).toMatchObject([{ kind: 'control-character' }]);
  });

  it('that is not named is UTF-8, or the message is refused', () => {
    expect(name(admission('PID|1||7||王^小明').replace('UNICODE UTF-8', ''))).toEqual(['王', '小明']);
    const unnamed = lines(msh('ADT^A01', ''));
    expect(refusal(bytes(unnamed, 'PID|1||7||', wang, '^', xiaoming, '\r'))).toBe('charset-wrong MSH-18');
  });

  it('that the bytes are not of, or that is not known, refuses the message', () => {
    expect(refusal(bytes(lines(msh()), 'PID|1||7||', wang, '\r'))).toBe('charset-wrong MSH-18');
    expect(refusal(bytes(lines(msh('ADT^A01', 'ASCII')), 'PID|1||7||M\xfcller\r'))).toBe(
      'charset-wrong MSH-18',
    );
    expect(refusal(lines(msh('ADT^A01', 'ISO IR87'), 'PID|1||7||A'))).toBe('charset-unknown MSH-18');
    expect(refusal(lines(msh('ADT^A01', '~ISO IR87'), 'PID|1||7||A'))).toBe('charset-unknown MSH-18');
  });
});

describe('separators and escapes', () => {
  it('are those of the message', () => {
    const odd =
      'MSH#*@!%#S#H#C#T#20260115080000##ADT*A01#1#P#2.5.1\rPID#1##7***H*MR@8***N##A|!F!b*C!S!!T!!R!!E!^~\\&\r';
    expect(taken(odd).patient).toMatchObject({
      identifiers: [
        { value: '7', issuer: 'H' },
        { value: '8', issuer: 'N' },
      ],
      familyName: 'A|#b',
      givenName: 'C*%@!^~\\&',
    });
  });

  it.each([
    ['MSH|^^\\&|S', 'twice the same'],
    ['MSH|^|S', 'too few'],
    ['MSHA^~\\&AS', 'a letter'],
    ['MSH|^~\\&#$|S', 'too many'],
    ['MSH', 'none'],
  ])('%s is refused: %s', (header) => expect(refusal(`${header}\rPID|1||7\r`)).toBe('separators MSH-2'));

  const diagnosis = (text: string) => taken(admission('PID|1||7||A', `DG1|1||^${text}`));

  it.each([
    ['\\F\\', '|'],
    ['\\S\\', '^'],
    ['\\T\\', '&'],
    ['\\R\\', '~'],
    ['\\E\\', '\\'],
    ['\\E\\F\\E\\', '\\F\\'],
    ['\\H\\bold\\N\\', 'bold'],
    ['one\\.br\\two', 'one two'],
    ['\\X48\\\\X69\\', 'Hi'],
    ['\\XE78E8B\\', '王'],
    ['C:\\E\\temp', 'C:\\temp'],
  ])('%s means %s', (escaped, meant) => {
    expect(diagnosis(escaped)).toMatchObject({ patient: { diagnosis: meant }, notes: [] });
  });

  it.each(['\\Z1\\', '\\F', 'C:\\temp', '\\XF\\', '\\XFF\\', '\\C2842\\', '\\f\\'])(
    '%s is not known, so nothing is read there',
    (escaped) => {
      const { patient, notes } = diagnosis(escaped);
      expect(patient.diagnosis).toBeNull();
      expect(notes).toMatchObject([
        { kind: 'unknown-escape', place: { segment: 'DG1', field: 3 }, read: escaped },
      ]);
    },
  );

  it('hexadecimal is in the character set of the message', () => {
    const file = bytes(lines(msh('ADT^A01', 'GB 18030-2000')), 'PID|1||7||\\XCDF5\\^A\r');
    expect(name(file)).toEqual(['王', 'A']);
  });
});

describe('a line that begins no segment', () => {
  it('refuses the message where it is broken off something that is read', () => {
    expect(refusal(wholeMessage.replace('Penicillin', 'Penicillin\rand more'))).toBe('broken-line AL1-3');
    expect(refusal(wholeMessage.replace('DG1|1|', 'DG1 1|'))).toBe('broken-line AL1-4');
  });
  it('and is noted elsewhere', () => {
    const { patient, notes } = taken(wholeMessage.replace('OBX|1|', 'NTE|1||one\rtwo\rOBX|1|'));
    expect(patient).toEqual(wholePatient);
    expect(notes).toEqual([
      { kind: 'broken-line', place: { segment: 'NTE', occurrence: 1, field: 3 }, read: 'two' },
    ]);
  });
});

it.each([
  [lines(msh('ADT^A40'), 'PID|1||7'), 'message-type MSH-9'],
  [lines(msh('ORU^R01'), 'PID|1||7'), 'message-type MSH-9'],
  [lines(msh('constructor'), 'PID|1||7'), 'message-type MSH-9'],
  [lines(msh()), 'no-patient PID-0'],
  [lines(msh(), 'PID|1||7||A', 'PID|2||8||B'), 'several-patients PID-0'],
  [lines(msh(), 'PID|1||||A'), 'no-number PID-3'],
])('%j is refused: %s', (file, why) => expect(refusal(file)).toBe(why));
