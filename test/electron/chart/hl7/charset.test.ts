import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { encode } from '../../../../electron/chart/hl7/charset.ts';
import { hl7Report } from '../../../../electron/chart/hl7/hl7-report.ts';
import { syntheticSource } from '../../../support/chart-source.ts';
import { brokenOff, headerWith } from '../../../support/chart-variants.ts';
import { isPythonReaderThere, readByNode, readByPython } from './readers.ts';

const python = '/usr/bin/python3';
const isPythonThere = spawnSync(python, ['--version']).error === undefined;
const decodedByPython = (bytes: Uint8Array, encoding: string): string => {
  const script = 'import sys; sys.stdout.buffer.write(sys.stdin.buffer.read().decode(sys.argv[1]).encode())';
  const { stdout, stderr, status } = spawnSync(python, ['-c', script, encoding], { input: bytes });
  if (status !== 0) throw new Error(stderr.toString());
  return stdout.toString();
};

const everyCharacter = (from: number, to: number, step = 1): string => {
  const codes = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + step * index);
  return codes
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .join('');
};

/** Chinese, a character beyond the basic plane, one of private use, German, a mark of joining. */
const name = '王小明𠮷\uE000Müller e\u0301';
const source = syntheticSource({}, brokenOff(3, headerWith({ familyName: name, givenName: '|^~\\&' })));

describe('the character set of a message', () => {
  it.runIf(isPythonThere)(
    'writes in GB 18030 what readers of its first and of its last edition read alike',
    () => {
      const chars = [...everyCharacter(0x20, 0xffff), ...everyCharacter(0x10000, 0x10ffff, 31)];
      const bytes = encode(chars.join('\n'), 'GB 18030-2000');
      const first = decodedByPython(bytes, 'gb18030').split('\n');
      const last = new TextDecoder('gb18030').decode(bytes).split('\n');
      const otherwise = chars.flatMap((char, index) => (first[index] === char ? [] : [first[index]]));
      expect(last).toEqual(first);
      expect(first).toHaveLength(chars.length);
      // Named by their codes: of private use, but for the one that changed places with such a one.
      expect(otherwise.filter((text) => !/^U\+E[5-8]/.test(text ?? ''))).toEqual(['U+1E3F']);
      expect(otherwise).toHaveLength(21);
    },
  );

  it('is told in MSH-18 and kept to throughout, so that names are read back', () => {
    const bytesIn = (charset: Parameters<typeof encode>[1]) => hl7Report(source, null, { charset }).bytes;
    const both = [
      readByNode(bytesIn('UNICODE UTF-8')),
      ...(isPythonReaderThere ? [readByPython(bytesIn('GB 18030-2000'), 'gb18030')] : []),
    ];
    for (const read of both) expect([read.at('PID-5.1'), read.at('PID-5.2')]).toEqual([name, '|^~\\&']);
    // hl7v2 takes every name of a character set but a few for UTF-8.
    for (const read of isPythonReaderThere ? [readByPython(bytesIn('8859/1'), 'latin-1')] : []) {
      expect(read.at('MSH-18')).toBe('8859/1');
      expect([read.at('PID-5.1'), read.at('PID-5.2')]).toEqual([
        'U+738BU+5C0FU+660EU+20BB7U+E000Müller eU+0301',
        '|^~\\&',
      ]);
    }
  });

  it('sets figures with plain signs where there are no others', () => {
    const { bytes } = hl7Report(syntheticSource({}, brokenOff(104)), null, { charset: '8859/1' });
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).toContain('known by count alone, 4\u00a0870 mL');
    expect(text.match(/U\+2[0-9A-F]{3}/g)).toBeNull();
  });

  it('names by its code what no character set has, and never writes a question mark for it', () => {
    expect(Buffer.from(encode('half \ud842', 'UNICODE UTF-8')).toString()).toBe('half U+D842');
    expect(Buffer.from(encode('half \udfb7', 'GB 18030-2000')).toString()).toBe('half U+DFB7');
    expect(Buffer.from(encode('42 °C ↑', '8859/1')).toString('latin1')).toBe('42 °C U+2191');
    for (const charset of ['GB 18030-2000', '8859/1', 'UNICODE UTF-8'] as const)
      expect(Buffer.from(hl7Report(source, null, { charset }).bytes).includes(0x3f)).toBe(false);
  });
});
