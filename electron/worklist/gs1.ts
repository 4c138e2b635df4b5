/** Elements of a GS1 code: application identifier and value. */
export type Gs1 =
  | { readonly ok: true; readonly elements: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly why: 'gs1-element' | 'check-digit' };

/** Ends an element of changing length: FNC1 as scanners send it. */
export const groupSeparator = '\u001d';

/** Identifiers that a wristband carries, with their fixed lengths; others end at a separator. */
const fixed: Readonly<Record<string, number>> = {
  '00': 18,
  '01': 14,
  '02': 14,
  '11': 6,
  '13': 6,
  '15': 6,
  '16': 6,
  '17': 6,
  '20': 2,
  '8017': 18,
  '8018': 18,
};
/** Of changing length: batch, serial number, number of a service (SRIN), and the like. */
const changing = ['10', '21', '240', '241', '250', '400', '8019'];
const withCheckDigit = ['00', '01', '02', '8017', '8018'];

/** As a scanner sends it, or as printed for people, its identifiers in brackets. */
export function readGs1(text: string): Gs1 {
  const elements = new Map<string, string>();
  const printed = text.startsWith('(');
  let rest = text;
  while (rest !== '') {
    const found = printed ? printedElement(rest) : sentElement(rest);
    if (found === null || elements.has(found.identifier)) return { ok: false, why: 'gs1-element' };
    if (withCheckDigit.includes(found.identifier) && !hasRightCheckDigit(found.value))
      return { ok: false, why: 'check-digit' };
    elements.set(found.identifier, found.value);
    rest = found.rest;
  }
  return elements.size === 0 ? { ok: false, why: 'gs1-element' } : { ok: true, elements };
}

interface Element {
  readonly identifier: string;
  readonly value: string;
  readonly rest: string;
}

function sentElement(text: string): Element | null {
  const identifier = [...Object.keys(fixed), ...changing].find((one) => text.startsWith(one));
  if (identifier === undefined) return null;
  const after = text.slice(identifier.length);
  const length = fixed[identifier];
  const separator = after.indexOf(groupSeparator);
  const end = length ?? (separator < 0 ? after.length : separator);
  const value = after.slice(0, end);
  const rest = after.slice(end);
  return checked(identifier, value, rest.startsWith(groupSeparator) ? rest.slice(1) : rest);
}

function printedElement(text: string): Element | null {
  const [all = '', identifier = '', value = ''] = /^\((\d{2,4})\)([^()]+)/.exec(text) ?? [];
  return all === '' ? null : checked(identifier, value.trim(), text.slice(all.length));
}

function checked(identifier: string, value: string, rest: string): Element | null {
  const length = fixed[identifier];
  const isWhole = length === undefined ? value !== '' : value.length === length && /^\d+$/.test(value);
  return isWhole ? { identifier, value, rest } : null;
}

/** GS1 General Specifications, 7.9.1: weights 3 and 1 from the right, the whole a multiple of ten. */
function hasRightCheckDigit(digits: string): boolean {
  const sum = [...digits]
    .reverse()
    .reduce((all, digit, at) => all + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}
