import { describe, expect, it } from 'vitest';
import { missing } from '../../../../electron/domain/reading.ts';
import { timelineSection } from '../../../../electron/report/sections/closing.ts';
import { courseSection } from '../../../../electron/report/sections/course-section.ts';
import { curvesSection } from '../../../../electron/report/sections/curves-section.ts';
import { opening } from '../../../../electron/report/sections/opening.ts';
import { shortSection } from '../../../../electron/report/sections/short-section.ts';
import {
  addendaSection,
  signatureSection,
  statusLines,
} from '../../../../electron/report/sections/standing-section.ts';
import { syntheticHeader } from '../../../support/synthetic-header.ts';
import { syntheticRecord } from '../../../support/synthetic-record.ts';
import { phaseEvent, recordOf, samplesBetween } from '../small-record.ts';
import { inputFor, read as readAsPrinted, rowWith } from './reading.ts';

/** With plain blanks between thousands. */
const read = (...markup: Parameters<typeof readAsPrinted>): string =>
  readAsPrinted(...markup).replaceAll('\u202f', ' ');

const whole = inputFor(syntheticRecord());
const bare = inputFor({
  ...recordOf(
    samplesBetween(0, 1000, () => ({
      coreCelsius: missing('not-fitted'),
      inflowLinePressureMmHg: missing('not-fitted'),
    })),
    [[0, phaseEvent('treatment')]],
  ),
  header: { ...syntheticHeader, case: { ...syntheticHeader.case, catheters: [] } },
});

describe('the first page', () => {
  it('tells drugs with dose and time, contact and fractions, pressures, volumes and catheters', () => {
    const text = read(shortSection(whole));
    expect(text).toContain('M1 08:38:51 First fraction as prescribed, 60 mg (33.2 mg/m²)');
    expect(text).toContain('M2 09:08:22 Second fraction as prescribed, 30 mg (16.6 mg/m²)');
    expect(rowWith(text, 'Deviations')).toMatch(/^Deviations D2 Control probe .*4 more in the table/);
    expect(rowWith(text, 'Drug contact')).toBe('Drug contact 65:30, 2 of 2 planned additions recorded');
    expect(rowWith(text, 'Pressures')).toBe('Pressures, highest line 58 mmHg cavity by hand 11 mmHg');
    expect(rowWith(text, 'Volumes')).toContain('in 5 000 mL out 4 870 mL by count not recovered, by count');
    expect(rowWith(text, 'Catheters')).toBe('Catheters 1 in, 2 out');
    expect(rowWith(text, 'Patient core, highest')).toContain('38.32 °C by the rig, 37.90 °C by hand');
  });

  it('says what is not on record instead of leaving it out', () => {
    const text = read(shortSection(bare));
    expect(rowWith(text, 'Drugs given')).toBe('Drugs given none recorded');
    expect(rowWith(text, 'Drug contact')).toBe('Drug contact ---, 0 of 2 planned additions recorded');
    expect(rowWith(text, 'Pressures')).toBe('Pressures, highest not measured');
    expect(rowWith(text, 'Patient core, highest')).toBe('Patient core, highest not measured');
    expect(rowWith(text, 'Catheters')).toContain('No catheter was entered.');
    expect(read(opening(bare))).toMatch(/Highest core\s+---\s+not measured/);
  });

  it('says how far it may be relied on and by which sum its record is told', () => {
    expect(read(statusLines(whole))).toContain('Status: DRAFT (preliminary, not signed)');
    const sealed = statusLines({ ...whole, status: 'final', recordSha256: 'ef'.repeat(32) });
    expect(read(sealed)).toMatch(/Status: FINAL .*\(signed\).*SHA-256\): (ef){32}/);
    expect(read(signatureSection(whole))).toContain('This record has not been signed as it has to be.');
    expect(read(signatureSection({ ...whole, status: 'final' }))).not.toContain('has not been signed');
    expect(addendaSection(whole).markup).toBe('');
  });
});

describe('values in the course of the run', () => {
  it('stand at every tenth minute of a long treatment, by hand under them, with the drugs given since', () => {
    const text = read(courseSection(whole));
    expect(rowWith(text, '09:02:40')).toMatch(
      /^09:02:40 50:00 Treatment M2 44\.\d\d 42\.\d\d 42\.\d\d 42\.\d\d 37\.81 hand 37\.9 1 \d{3} 58 --- 44\.3 10 3 004 1 200$/,
    );
    expect(rowWith(text, '09:12:40')).toContain('--- hand 11');
    expect(rowWith(text, '09:42:40')).toContain(' off 0 ');
    expect(text).not.toContain('08:17:40');
  });

  it('have no column for a pressure that neither rig nor people have measured', () => {
    const record = recordOf(samplesBetween(0, 301_000), [[0, phaseEvent('treatment')]]);
    const text = read(courseSection(inputFor(record)));
    expect(text).toContain('Line mmHg');
    expect(text).not.toContain('Cavity mmHg');
    expect(rowWith(text, '08:17:40')).toContain('08:17:40 5:00 Treatment 44.00 42.20 42.50 42.50 37.00');
  });
});

describe('the curves', () => {
  const { markup } = curvesSection(whole);
  it('call drugs and alarms as their tables do, and have the time of day below the minutes', () => {
    const texts = [...markup.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    for (const mark of ['M1', 'M2', 'A1', 'A2', 'A3', 'A4', '08:12', '09:52']) expect(texts).toContain(mark);
    // Every phase, however short.
    for (const number of ['1', '2', '12', '13']) expect(texts).toContain(number);
  });

  it('leave out a chart of pressures that were never measured', () => {
    expect(markup).toContain('Pressure, mmHg');
    expect(curvesSection(bare).markup).not.toContain('Pressure, mmHg');
  });
});

describe('the timeline', () => {
  it('tells a step that a person went on to once, with that person', () => {
    const text = read(timelineSection(whole));
    expect(text).not.toContain('Go on from');
    expect(rowWith(text, ' 0:42 Prime')).toBe('08:13:22 0:42 Prime M. Perfusionist');
    expect(rowWith(text, ' 3:42 Preheat')).toBe('08:16:22 3:42 Preheat Console');
  });
});
