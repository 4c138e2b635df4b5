import { fieldLimits, hasLostCharacter } from '../domain/field-limits.ts';
import type { Identifier, Patient } from '../domain/patient.ts';
import type { MismatchHint, ScannedNumber, Unreadable, WristbandMatch } from '../domain/wristband.ts';
import { groupSeparator, readGs1 } from './gs1.ts';

/** A wristband against a patient: equal to the letter, or not. Nothing is corrected. */
export function matchWristband(scan: string, { identifiers }: Pick<Patient, 'identifiers'>): WristbandMatch {
  const scanned = readScan(scan);
  if (typeof scanned === 'string') return { result: 'unreadable', read: scan, why: scanned };
  const identifier = identifiers.find((one) => isEqual(scanned, one, identifiers[0]));
  if (identifier) return { result: 'match', read: scanned, identifier };
  return { result: 'mismatch', read: scanned, hint: hintOf(scanned, identifiers) };
}

/** A bare number is the hospital's own: that of another issuer may be somebody else's here. */
function isEqual({ value, issuer, form }: ScannedNumber, one: Identifier, own: Identifier): boolean {
  if (value !== one.value.trim()) return false;
  return form === 'gsrn' || (issuer ?? own.issuer.trim()) === one.issuer.trim();
}

function hintOf(scanned: ScannedNumber, identifiers: Patient['identifiers']): MismatchHint | null {
  if (identifiers.some(({ value }) => value.trim() === scanned.value)) return 'differsByIssuer';
  const bare = { ...scanned, value: withoutZeros(scanned.value) };
  const own = identifiers[0];
  const isNear = identifiers.some((one) =>
    isEqual(bare, { ...one, value: withoutZeros(one.value.trim()) }, own),
  );
  return isNear ? 'differsByZeros' : null;
}

const withoutZeros = (value: string): string => value.replace(/^0+(?=.)/, '');

/** ISO/IEC 15424: `]`, the kind of code, and how it was read. These carry GS1. */
const aim = /^\][A-Za-z][0-9A-Za-z]/;
const gs1Marks = [']C1', ']e0', ']d2', ']Q3', ']J1'];

function readScan(scan: string): ScannedNumber | Unreadable {
  const trimmed = scan.replaceAll(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
  const mark = aim.exec(trimmed)?.[0] ?? '';
  const text = trimmed.slice(mark.length).trim();
  if (text === '') return 'empty';
  if (text.length > fieldLimits.line) return 'too-long';
  if (hasLostCharacter(text) || /\p{Cc}/u.test(text.replaceAll(groupSeparator, '')))
    return 'control-character';
  if (gs1Marks.includes(mark) || text.startsWith(groupSeparator) || /^\(\d{2,4}\)/.test(text))
    return readGs1Scan(text);
  if (text.includes(groupSeparator)) return 'control-character';
  return readNumber(text);
}

function readGs1Scan(text: string): ScannedNumber | Unreadable {
  const read = readGs1(text.startsWith(groupSeparator) ? text.slice(1) : text);
  if (!read.ok) return read.why;
  const value = read.elements.get('8018');
  return value === undefined ? 'no-patient' : { value, issuer: null, form: 'gsrn' };
}

/** `number^issuer`, or as HL7 writes it: `number^^^issuer^MR`. */
function readNumber(text: string): ScannedNumber | Unreadable {
  const parts = text.split('^').map((part) => part.trim());
  const [value = ''] = parts;
  if (value === '') return 'empty';
  if (parts.length === 1) return { value, issuer: null, form: 'number' };
  return { value, issuer: parts[parts.length > 2 ? 3 : 1] ?? '', form: 'number-and-issuer' };
}
