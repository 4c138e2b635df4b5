import { dictionaries } from 'hl7v2-dictionary';
import { describe, expect, it } from 'vitest';
import { hl7Report } from '../../../../electron/chart/hl7/hl7-report.ts';
import { type LimitedPlace, mostCharacters } from '../../../../electron/chart/hl7/lengths.ts';
import { observationCodes } from '../../../../electron/chart/hl7/words/observation-words.ts';
import { syntheticSource } from '../../../support/chart-source.ts';
import { brokenOff, headerWith } from '../../../support/chart-variants.ts';
import { pdfOf } from '../../../support/some-pdf.ts';
import { readByNode, utf8 } from './readers.ts';

const dictionary = dictionaries['2.5.1'];
/** What the dictionary says of a place; of OBX-5 by the type that stands there. */
function lengthIn(place: LimitedPlace): number | undefined {
  const [, name = '', field = '', component, sub] = /^(\w+)-(\d+)(?:\.(\d+))?(?:\.(\d+))?$/.exec(place) ?? [];
  const of = dictionary?.segments[name]?.fields[field];
  if (of === undefined || component === undefined) return of?.len;
  const inner = dictionary?.types[place.startsWith('OBX-5') ? 'ED' : of.type]?.fields?.[component];
  return sub === undefined ? inner?.len : dictionary?.types[inner?.type ?? '']?.fields?.[sub]?.len;
}

describe('lengths', () => {
  it('are those of HL7 2.5.1', () => {
    for (const [place, most] of Object.entries(mostCharacters))
      expect([place, most]).toEqual([place, lengthIn(place as LimitedPlace)]);
  });

  it('leave room for every code of ours', () => {
    expect(observationCodes.filter((code) => code.length > mostCharacters['OBX-3.1'])).toEqual([]);
    expect(new Set(observationCodes).size).toBe(observationCodes.length);
  });

  it('are told where a text passes them, and cut nothing', () => {
    const number = '1234567890123456';
    const patient = { identifiers: [{ value: number, issuer: 'H' }] as const, givenName: '𠮷'.repeat(31) };
    const source = syntheticSource({}, brokenOff(2, headerWith(patient)));
    const { tooLong, bytes } = hl7Report(source, pdfOf(60_000), { ...utf8, sendingFacility: 'H' });
    expect(tooLong).toEqual([
      { place: 'PID-3.1', characters: 16, most: 15, begins: number },
      { place: 'PID-5.2', characters: 31, most: 30, begins: '𠮷'.repeat(31) },
      expect.objectContaining({ place: 'OBX-5.5', characters: 80_000, most: 65_536 }),
    ]);
    const read = readByNode(bytes);
    expect([read.at('PID-3.1'), read.at('PID-5.2')]).toEqual([number, patient.givenName]);
    const short = syntheticSource({}, brokenOff(2));
    expect(hl7Report(short, pdfOf(600), { ...utf8, sendingFacility: 'H' }).tooLong).toEqual([]);
  });
});
