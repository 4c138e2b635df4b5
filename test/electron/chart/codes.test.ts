import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  codeSystems,
  coreMetricCodes,
  coreSiteOf,
  coreTemperatureCodes,
  externalCodes,
  ucumOf,
  ucumUnits,
} from '../../../electron/chart/codes.ts';
import { isLocalCode, localNames } from '../../../electron/chart/local-codes.ts';
import { isUcum } from '../../support/fhir/units.ts';

const all = [externalCodes, coreTemperatureCodes, coreMetricCodes].flatMap((list) => Object.values(list));

describe('the list of codes', () => {
  it('says of each where it was read', () => {
    for (const { code, display, source, system } of all) {
      expect(source.length, code).toBeGreaterThan(8);
      expect(display.trim(), code).toBe(display);
      expect(Object.values<string>(codeSystems), code).toContain(system);
    }
  });

  it('has codes of LOINC whose check digit is right', () => {
    const loinc = all.filter(({ system }) => system === codeSystems.loinc);
    expect(loinc.length).toBeGreaterThan(9);
    expect(loinc.filter(({ code }) => !hasCheckDigit(code))).toEqual([]);
  });

  it('has units that others take for UCUM', () => {
    expect(Object.keys(ucumUnits).filter((unit) => !isUcum(unit))).toEqual([]);
    expect(['degC', '°C', 'mmHg'].filter(isUcum)).toEqual([]);
  });

  it.each([
    ['°C', 'Cel'],
    ['mmHg', 'mm[Hg]'],
    ['mmol/L', 'mmol/L'],
    ['', '1'],
    ['drops', null],
  ])('a unit written %j is %j', (written, unit) => expect(ucumOf(written)).toBe(unit));

  it.each([
    ['oesophagus', 'oesophagus'],
    ['Nasopharynx, left nostril', 'nasopharynx'],
    [' 食管 ', 'oesophagus'],
    ['膀胱，导尿管', 'bladder'],
    ['bladder or rectum', 'core'],
    ['toString', 'core'],
    ['', 'core'],
  ] as const)('a core probe at %j is of the %s', (text, site) => expect(coreSiteOf(text)).toBe(site));

  it('stands in the docs, ours and those of others', () => {
    const page = readFileSync('docs/chart-fhir.md', 'utf8');
    const missing = Object.keys(localNames).filter((code) => !page.includes(`\`${code}\``));
    const others = all.filter(
      ({ code, display, source }) => !page.includes(`| ${code} | ${display} | ${source} |`),
    );
    expect([...missing, ...others]).toEqual([]);
  });

  it('ours have a name in both languages and fit into HL7 v2', () => {
    for (const [code, { en, zh }] of Object.entries(localNames)) {
      expect(code).toMatch(/^[a-zA-Z0-9-]+$/);
      expect(en, code).not.toBe('');
      expect(zh, code).toMatch(/\p{Script=Han}/u);
      expect(isLocalCode(code)).toBe(true);
    }
    expect(['toString', 'alarm-none', 'vital-', 'Flow'].filter(isLocalCode)).toEqual([]);
  });
});

/** Luhn's, as LOINC has it: every second digit from the right doubled. */
function hasCheckDigit(code: string): boolean {
  const [number = '', check = ''] = code.split('-');
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10) === check;
}
