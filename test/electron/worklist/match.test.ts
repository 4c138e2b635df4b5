import { describe, expect, it } from 'vitest';
import { matchWristband } from '../../../electron/worklist/match.ts';

const patient = {
  identifiers: [
    { value: '0012345', issuer: 'HOSP' },
    { value: '998', issuer: 'NATIONAL' },
    // A number of a recipient of care with the check digit of GS1's own example.
    { value: '952123457000000006', issuer: 'GS1' },
  ],
} as const;
const of = (scan: string) => matchWristband(scan, patient);

/** Weights 3 and 1 from the right, as GS1 publishes it, computed on its own. */
function withCheckDigit(digits: string): string {
  let sum = 0;
  for (let i = digits.length - 1, weight = 3; i >= 0; i -= 1, weight = 4 - weight)
    sum += weight * Number(digits[i]);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
const gsrn = withCheckDigit('95212345700000000');
const banded = { identifiers: [{ value: gsrn, issuer: '' }] } as const;

it.each([
  '0012345',
  ' 0012345\r',
  '0012345\r\n',
  '\t0012345 ',
  ']C00012345',
  ']A00012345\r',
  '0012345^HOSP',
  '0012345^^^HOSP^MR',
  ' 0012345 ^ HOSP ',
])('%j is the patient', (scan) =>
  expect(of(scan)).toMatchObject({ result: 'match', identifier: { value: '0012345', issuer: 'HOSP' } }),
);
it('another identifier is the patient where its issuer is said', () => {
  expect(of('998^NATIONAL')).toMatchObject({ result: 'match', identifier: { issuer: 'NATIONAL' } });
});

it.each([
  ['12345', 'differsByZeros'],
  ['000012345', 'differsByZeros'],
  ['12345^HOSP', 'differsByZeros'],
  ['0998^NATIONAL', 'differsByZeros'],
  ['0012345^OTHER', 'differsByIssuer'],
  ['0012345^', 'differsByIssuer'],
  // A bare number is the hospital's own: 998 may be somebody else's here.
  ['998', 'differsByIssuer'],
  ['0012346', null],
  ['001234', null],
  ['00123450', null],
  ['0O12345', null],
  ['００12345', null],
  ['12345^OTHER', null],
])('%s is another: %s', (scan, hint) => expect(of(scan)).toMatchObject({ result: 'mismatch', hint }));

describe('a GS1 code', () => {
  it.each([
    `]C18018${gsrn}`,
    `]d28018${gsrn}\r`,
    `]Q38018${gsrn}`,
    `\u001d8018${gsrn}`,
    `(8018)${gsrn}`,
    `]C18018${gsrn}8019123`,
    `]d2109A\u001d8018${gsrn}`,
    `(8018) ${gsrn}(8019)1`,
  ])('%j is a recipient of care', (scan) =>
    expect(matchWristband(scan, banded)).toMatchObject({
      result: 'match',
      read: { value: gsrn, form: 'gsrn' },
    }),
  );
  it('of another recipient is another', () => {
    expect(matchWristband(`]C18018${withCheckDigit('95212345700000001')}`, banded).result).toBe('mismatch');
  });
  it('with a wrong check digit is not read', () => {
    const wrong = `${gsrn.slice(0, -1)}${(Number(gsrn.at(-1)) + 1) % 10}`;
    expect(matchWristband(`]C18018${wrong}`, banded)).toMatchObject({
      result: 'unreadable',
      why: 'check-digit',
    });
  });
  it.each([
    [`]C101${withCheckDigit('0952123456789')}`, 'no-patient'],
    [`(01)${withCheckDigit('0952123456789')}(10)A1`, 'no-patient'],
    [`]C18018${gsrn.slice(0, 10)}`, 'gs1-element'],
    [`]C18018${gsrn}8018${gsrn}`, 'gs1-element'],
    [']C19912345', 'gs1-element'],
    ['(8018)', 'gs1-element'],
  ])('%j is not read: %s', (scan, why) =>
    expect(matchWristband(scan, banded)).toMatchObject({ result: 'unreadable', why }),
  );
});

it.each([
  ['', 'empty'],
  [' \r', 'empty'],
  [']C0', 'empty'],
  ['^HOSP', 'empty'],
  ['9'.repeat(201), 'too-long'],
  ['12\u000034', 'control-character'],
  ['12\u001d34', 'control-character'],
  ['12\uFFFD', 'control-character'],
])('%j is unreadable: %s', (scan, why) =>
  expect(of(scan)).toEqual({ result: 'unreadable', read: scan, why }),
);
