import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCase } from '../../../electron/program/case-file.ts';
import { demoCaseOf6 } from '../record/golden/before-7.ts';

const demo = join(import.meta.dirname, '../../../assets/demo-case.json');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-case-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

type Json = Record<string, unknown>;

/** What is said of the demonstration case with something changed in it. */
function problemWith(change: (json: Json) => void): string {
  const json = JSON.parse(readFileSync(demo, 'utf8')) as Json;
  change(json);
  const path = join(folder, 'case.json');
  writeFileSync(path, JSON.stringify(json));
  const result = readCase(path);
  return result.ok ? '' : result.problem;
}

describe('a case file', () => {
  it('the shipped one is read', () => {
    expect(readCase(demo)).toMatchObject({ ok: true, case: { cavity: 'peritoneal', technique: 'closed' } });
  });

  // One of each shape there was; whatever is added later, these stay readable as they are.
  it.each(['case-1.json', 'case-2.json'])('of an older console is read: %s', (name) => {
    const read = readCase(join(import.meta.dirname, 'cases', name));
    expect(read).toEqual({
      ok: true,
      case: {
        ...demoCaseOf6,
        checks: {
          ...demoCaseOf6.checks,
          // The first of them did not ask for it: it is not answered.
          checklist: demoCaseOf6.checks?.checklist.filter(
            ({ id }) => id !== 'alarms-tried' || name === 'case-2.json',
          ),
        },
      },
    });
  });

  it('that is not there or no JSON says so, with its path', () => {
    const path = join(folder, 'none.json');
    const missing = readCase(path);
    expect(missing.ok ? '' : missing.problem).toMatch(/none\.json: cannot be read .*ENOENT/);
    writeFileSync(path, 'name: Ada');
    const text = readCase(path);
    expect(text.ok ? '' : text.problem).toContain(
      'none.json: not valid JSON (line 1, column 1: expected a value, found n)',
    );
  });

  it('above 38 °C needs who decided to go on, and keeps the name', () => {
    const fever = (json: Json) => Object.assign(json, { bodyTemperatureBeforeCelsius: 38.4 });
    expect(problemWith(fever)).toContain(
      'checks.feverAcceptedBy: body temperature 38.4 °C is above 38 °C: name who decided to go on',
    );
    const accepted = (json: Json) => {
      fever(json);
      Object.assign(json.checks as Json, { feverAcceptedBy: 'Dr. A' });
    };
    expect(problemWith(accepted)).toBe('');
  });

  // Whether they do for what the preset controls is judged at the start, with the preset.
  it.each([
    [['inflow', 'outflow', 'not-used', 'not-used']],
    [['inflow', 'not-used', 'not-used', 'not-used']],
  ])('is read with the probes a ward has, none of them in the cavity: %j', (probeSites) => {
    expect(problemWith((json) => Object.assign(json, { probeSites }))).toBe('');
    expect(readCase(join(folder, 'case.json'))).toMatchObject({ case: { probeSites } });
  });

  it.each<[string, (json: Json) => void, string]>([
    [
      'no name',
      (json) => Object.assign(json.patient as Json, { familyName: '', givenName: ' ' }),
      'patient.familyName: the name is missing',
    ],
    [
      'no hospital number',
      (json) => Object.assign(json.patient as Json, { identifiers: [{ value: ' ', issuer: '' }] }),
      'patient.identifiers.0.value: the hospital number is missing',
    ],
    [
      'a date nobody has',
      (json) => Object.assign(json.patient as Json, { birthDate: '12.4.1968' }),
      'patient.birthDate',
    ],
    ['an unknown technique', (json) => Object.assign(json, { technique: 'laparoscopic' }), 'technique'],
    [
      'two probes at one site',
      (json) => Object.assign(json, { probeSites: ['inflow', 'outflow', 'outflow', 'cavity-upper'] }),
      'probeSites',
    ],
    [
      'a site of probes nobody knows',
      (json) => Object.assign(json, { probeSites: ['inflow', 'outflow', 'bladder', 'not-used'] }),
      'probeSites',
    ],
    [
      'probe 1 elsewhere',
      (json) => Object.assign(json, { probeSites: ['outflow', 'inflow', 'cavity-upper', 'cavity-lower'] }),
      'probeSites',
    ],
    ['a field nobody knows', (json) => Object.assign(json, { surgoen: 'typo' }), 'surgoen'],
  ])('with %s is refused by field, and says what to do', (_, change, field) => {
    const problem = problemWith(change);
    expect(problem).toContain(field);
    expect(problem).toMatch(/Mend the file and start again\.$/);
  });
});
