import { describe, expect, it } from 'vitest';
import { readAck } from '../../../../electron/chart/hl7/acknowledgement.ts';
import { controlIdOf } from '../../../../electron/chart/hl7/control-id.ts';
import { syntheticSource } from '../../../support/chart-source.ts';
import { brokenOff } from '../../../support/chart-variants.ts';
import { acknowledgedBy, isPythonReaderThere, messageOf } from './readers.ts';

const source = syntheticSource({}, brokenOff(2));
const controlId = controlIdOf(source);
const ack = (...lines: readonly string[]): Uint8Array =>
  Buffer.from(
    ['MSH|^~\\&|E|F|Isotherm|H|20260302||ACK^R01^ACK|1|P|2.5.1', ...lines]
      .map((line) => `${line}\r`)
      .join(''),
  );

describe('an acknowledgement', () => {
  it.runIf(isPythonReaderThere)('that python3-hl7 makes of a message is of that message', () => {
    const message = messageOf(source);
    const codes = ['AA', 'CA', 'AE', 'CE', 'AR', 'CR'];
    const kinds = codes.map((code) => readAck(acknowledgedBy(message, code), controlId).kind);
    expect(kinds).toEqual(['accepted', 'accepted', 'retry', 'retry', 'refused', 'refused']);
    expect(readAck(acknowledgedBy(message, 'AA'), 'ANOTHER').kind).toBe('not-ours');
  });

  it('tells why in the words of the receiver, wherever they stand', () => {
    expect(readAck(ack(`MSA|AR|${controlId}|Patient \\T\\ visit unknown`), controlId)).toEqual({
      kind: 'refused',
      text: 'Patient & visit unknown',
    });
    const error = `ERR|||204^Unknown key identifier|E||||Patient is not here`;
    expect(readAck(ack(`MSA|AE|${controlId}`, error), controlId)).toEqual({
      kind: 'retry',
      text: 'Patient is not here',
    });
    expect(readAck(ack(`MSA|AA|${controlId}`), controlId)).toEqual({ kind: 'accepted', text: '' });
  });

  it('is read in any character set, with any separators and line ends, and in the frame of a connection', () => {
    const western = Buffer.from(`MSH|^~\\&|Köln\rMSA|AR|${controlId}|Für niemanden\r`, 'latin1');
    expect(readAck(western, controlId)).toEqual({ kind: 'refused', text: 'Für niemanden' });
    const chinese = Buffer.concat([
      Buffer.from(`MSH|^~\\&|E|F|||1||ACK|1|P|2.5.1||||||GB 18030-2000\rMSA|AR|${controlId}|`),
      Buffer.from([0xbb, 0xbc, 0xd5, 0xdf]),
    ]);
    expect(readAck(chinese, controlId)).toEqual({ kind: 'refused', text: '患者' });
    expect(readAck(Buffer.from(`\x0bMSH#^~\\&#E\nMSA#CA#${controlId}\r\n\x1c\r`), controlId).kind).toBe(
      'accepted',
    );
  });

  it('of another message, or of none, is none of ours', () => {
    expect(readAck(ack('MSA|AA|7E2F'), controlId)).toEqual({ kind: 'not-ours', text: 'is of message 7E2F' });
    expect(readAck(ack('MSA|AA'), controlId)).toEqual({ kind: 'not-ours', text: 'is of message ""' });
    expect(readAck(ack(`MSA|AA|${controlId}0`), controlId).kind).toBe('not-ours');
  });

  it('that cannot be read accepts nothing, and says what is wrong', () => {
    const texts = [
      Buffer.alloc(0),
      Buffer.from('OK'),
      Buffer.from([0xff, 0xfe, 0, 1]),
      ack(),
      ack(`MSA||${controlId}`),
      ack(`MSA|YES|${controlId}`),
      ack(`MSA|constructor|${controlId}`),
    ].map((bytes) => readAck(bytes, controlId));
    expect(texts.map(({ kind }) => kind)).toEqual(texts.map(() => 'unreadable'));
    expect(texts.at(0)?.text).toBe('no MSH segment at its beginning');
    expect(texts.at(3)?.text).toBe('no MSA segment with a code');
    expect(texts.at(5)?.text).toBe('MSA-1 is "YES", none of AA, AE, AR, CA, CE, CR');
  });
});
