import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseOfText } from '../../../electron/program/case-file.ts';
import { syntheticCase } from '../../support/synthetic-header.ts';

type Json = Record<string, unknown>;

/** A case file with every field filled. */
const whole = (): Json =>
  JSON.parse(
    JSON.stringify({
      version: 2,
      ...syntheticCase,
      checks: {
        ...syntheticCase.checks,
        dipCheck: { by: 'A', atWallMs: 1, meansCelsius: [37, 37, null, 37], spreadKelvin: 0 },
      },
    }),
  ) as Json;

const problemOf = (json: unknown): string => {
  const read = caseOfText(JSON.stringify(json));
  return read.ok ? '' : read.problem;
};

/** The whole case with another value in one place; `undefined`: taken out. */
function problemWith(path: string, value: unknown): string {
  const json = whole();
  const keys = path.split('.');
  const last = keys.pop() as string;
  const within = keys.reduce((at, key) => at[key] as Json, json);
  if (value === undefined) delete within[last];
  else within[last] = value;
  return problemOf(json);
}
const long = (most: number): string => 'x'.repeat(most + 1);

/** Everything that a case has, and two things that it may not be; a text has how long it may be. */
const fields: readonly (readonly [path: string, ...wrong: unknown[]])[] = [
  ['version', 1, 3, '2'],
  ['patient', null, 'nobody'],
  ['patient.familyName', 7, long(200)],
  ['patient.givenName', null, long(200)],
  ['patient.sex', 'f', null],
  ['patient.birthDate', '12.4.1968', '1968-02-30'],
  ['patient.identifiers', [], '20488317'],
  ['patient.identifiers.0.value', ' ', long(200)],
  ['patient.identifiers.0.issuer', null, long(200)],
  ['patient.visitNumber', 7, long(200)],
  ['patient.orderNumber', 7, long(200)],
  ['patient.bed', null, long(200)],
  ['patient.referringWard', 7, long(200)],
  ['patient.returnWard', 7, long(200)],
  ['patient.heightCm', '172', 251, 29],
  ['patient.weightKg', '68', 351, 1],
  ['patient.allergies', 'none known', null],
  ['patient.allergies.answer', 'none', 'no'],
  ['patient.allergies.text', '', long(200)],
  ['diagnosis', null, long(200)],
  ['indication', 7, long(200)],
  ['procedure', 7, long(200)],
  ['side', 'middle', ''],
  ['sessionNumber', 0, 1.5, '2'],
  ['sessionsPlanned', 0, '3', 100],
  ['otherTreatments', null, 'none'],
  ['otherTreatments.0.kind', 'radiation', null],
  ['otherTreatments.0.text', '', long(200)],
  ['otherTreatments.0.on', 'January', '2026-13-01'],
  ['cavity', 'thorax', null],
  ['technique', 'laparoscopic', null],
  ['setting', 'ward', null],
  ['bodyTemperatureBeforeCelsius', '36.4', 29.9, 43.1],
  ['drugs', 'as prescribed', null],
  ['drugs.0.name', ' ', long(2000)],
  ['drugs.0.doseMg', '60 mg', -1, 100_001],
  ['drugs.0.volumeMl', '50', -1, 5001],
  ['drugs.0.diluent', 7, long(200)],
  ['drugs.0.lot', null, long(200)],
  ['drugs.0.expiry', '03/2026', '2026-02-30'],
  ['drugs.0.preparedBy', 7, long(200)],
  ['drugs.0.addition', -1, 0.5],
  ['prescriber', null, long(200)],
  ['surgeon', 7, long(200)],
  ['anaesthetist', 7, long(200)],
  ['perfusionist', '', long(200)],
  ['disposablesLot', 7, long(200)],
  ['disposablesExpiry', '06/2027', '2027-06-31'],
  ['probeSites', ['inflow'], ['outflow', 'inflow', 'not-used', 'not-used']],
  ['probePlaces', ['', '', ''], [null, '', '', '']],
  ['coreSite', 7, long(200)],
  ['catheters', 'four', null],
  ['catheters.0.number', 0, 1.5, 2],
  ['catheters.0.place', '', long(200)],
  ['catheters.0.direction', 'both', null],
  ['catheters.0.frenchSize', '28 F', 2, 41],
  ['checks', null, []],
  ['checks.checklist', null, {}],
  ['checks.checklist.0.id', '', long(200)],
  ['checks.checklist.0.answer', true, 'yes'],
  ['checks.checklist.0.by', 7, long(200)],
  ['checks.checklist.0.atWallMs', '8:05', false],
  ['checks.checklist.0.reason', 7, long(200)],
  ['checks.contraindications', null, {}],
  ['checks.contraindications.0.id', '', long(200)],
  ['checks.contraindications.0.answer', false, 'none'],
  ['checks.contraindications.0.reason', 7, long(200)],
  ['checks.contraindications.0.clinician', 7, long(200)],
  ['checks.feverAcceptedBy', 7, long(200)],
  ['checks.dipCheck', true, {}],
  ['checks.dipCheck.by', 7, long(200)],
  ['checks.dipCheck.atWallMs', null, '1'],
  ['checks.dipCheck.meansCelsius', [37, 37, 37], [37, 37, 37, '37']],
  ['checks.dipCheck.spreadKelvin', -0.1, null],
];

/** What a file may leave out; nothing was entered then. */
const optional: readonly string[] = [
  'drugs.0.doseMg',
  'drugs.0.volumeMl',
  'drugs.0.diluent',
  'drugs.0.lot',
  'drugs.0.expiry',
  'drugs.0.preparedBy',
  'drugs.0.addition',
  'checks.checklist.0.by',
  'checks.checklist.0.atWallMs',
  'checks.checklist.0.reason',
  'checks.contraindications.0.reason',
  'checks.contraindications.0.clinician',
  'checks.feverAcceptedBy',
  'checks.dipCheck',
];

/** Where it is said, of a place within a list of fixed shape or of what a list is made of. */
const placeOf = (path: string, value: unknown): string => {
  if (path === 'catheters.0.number' && value === 2) return 'catheters: two catheters have the same number';
  return path;
};

describe('a case file of version 2', () => {
  it('with every field filled is read, each as it stands there', () => {
    const { version: _, ...one } = whole();
    expect(caseOfText(JSON.stringify(whole()))).toEqual({ ok: true, case: one });
  });

  it.each(fields.map(([path, ...wrong]) => ({ path, wrong })))(
    '$path that is wrong is refused by its path',
    ({ path, wrong }) => {
      for (const value of wrong) {
        const problem = problemWith(path, value);
        expect(problem, JSON.stringify(value)?.slice(0, 40)).toContain(placeOf(path, value));
        expect(problem).toMatch(/Mend the file and start again\.$/);
      }
    },
  );

  it.each(fields.map(([path]) => path))(
    '%s that is missing is refused by its path, or was not entered',
    (path) => {
      const problem = problemWith(path, undefined);
      if (optional.includes(path)) expect(problem).toBe('');
      else expect(problem).toContain(`${path}: `);
    },
  );

  it.each(['hepatic artery', 'intra-arterial', 'portal', 'portal vein', 'venous', 'isolated vascular limb'])(
    'whose route is %s is refused: this machine perfuses a cavity, never a vessel',
    (route) => {
      expect(problemWith('cavity', route)).toContain(
        `cavity: "${route}" is no route of this machine: it perfuses a cavity (peritoneal, pleural, bladder), never a vessel. A vessel needs another machine`,
      );
    },
  );

  it('names the routes there are where another word stands', () => {
    expect(problemWith('cavity', 'thorax')).toContain('cavity: must be one of peritoneal, pleural, bladder');
  });

  it('has no name: one of both does', () => {
    const named = (familyName: string, givenName: string) =>
      problemWith('patient', { ...syntheticCase.patient, familyName, givenName });
    expect(named('王', '')).toBe('');
    expect(named('', '小明')).toBe('');
    expect(named(' ', '')).toContain('patient.familyName: the name is missing');
  });

  it('holds at most so many of each', () => {
    const some = <T>(count: number, one: (index: number) => T): T[] =>
      Array.from({ length: count }, (_, index) => one(index));
    const identifier = (index: number) => ({ value: `N-${index}`, issuer: '' });
    expect(problemWith('patient.identifiers', some(5, identifier))).toBe('');
    expect(problemWith('patient.identifiers', some(6, identifier))).toContain('at most 5 identifiers');
    const drug = () => ({ name: 'as typed' });
    expect(problemWith('drugs', some(20, drug))).toBe('');
    expect(problemWith('drugs', some(21, drug))).toContain('drugs: at most 20 drugs');
    const catheter = (index: number) => ({
      number: index + 1,
      place: 'p',
      direction: 'in',
      frenchSize: null,
    });
    expect(problemWith('catheters', some(12, catheter))).toBe('');
    expect(problemWith('catheters', some(13, catheter))).toContain('catheters: at most 12 catheters');
    const treatment = () => ({ kind: 'other', text: 'x', on: '' });
    expect(problemWith('otherTreatments', some(20, treatment))).toBe('');
    expect(problemWith('otherTreatments', some(21, treatment))).toContain('otherTreatments: at most 20');
  });

  it('counts no further session than are planned', () => {
    expect(problemOf({ ...whole(), sessionNumber: 3, sessionsPlanned: 3 })).toBe('');
    expect(problemOf({ ...whole(), sessionNumber: 4, sessionsPlanned: null })).toBe('');
    expect(problemOf({ ...whole(), sessionNumber: 4, sessionsPlanned: 3 })).toContain(
      'sessionNumber: session 4 of 3: there are not so many',
    );
  });

  it('in which the version alone was forgotten is not judged as an old one', () => {
    expect(problemWith('version', undefined)).toMatch(/^version: this console reads version 2\./);
  });
});

describe('a contraindication', () => {
  const answered = (answer: string, reason: string, clinician: string) =>
    problemWith('checks.contraindications', [{ id: 'adhesions', answer, reason, clinician }]);

  it.each(['yes', 'unknown'])('that is answered %s needs a reason to go on and who decided it', (answer) => {
    expect(answered(answer, 'Small, at the edge', 'Dr. S')).toBe('');
    expect(answered(answer, ' ', 'Dr. S')).toContain(
      'checks.contraindications.0.reason: the reason is missing',
    );
    expect(answered(answer, 'Small, at the edge', '')).toContain(
      'checks.contraindications.0.clinician: the clinician is missing',
    );
  });

  it('that is not there needs neither', () => {
    expect(answered('no', '', '')).toBe('');
  });

  it('is answered once', () => {
    const twice = ['no', 'no'].map((answer) => ({ id: 'adhesions', answer }));
    expect(problemWith('checks.contraindications', twice)).toContain('an item is answered twice');
  });
});

describe('an item of the checklist', () => {
  const item = (answer: string, reason = '') =>
    problemWith('checks.checklist', [{ id: 'spill-kit', answer, reason }]);

  it('that is not done says why', () => {
    expect(item('not-done', 'None on this floor')).toBe('');
    expect(item('not-done')).toContain('checks.checklist.0.reason: why it is not done is missing');
    expect(item('not-applicable')).toBe('');
    expect(item('done')).toBe('');
  });
});

describe('a case file of version 1', () => {
  const old = (): Json =>
    JSON.parse(readFileSync(join(import.meta.dirname, '../program/cases/case-2.json'), 'utf8')) as Json;
  const problem = (change: (json: Json) => void): string => {
    const json = old();
    change(json);
    return problemOf(json);
  };

  it.each<[string, (json: Json) => void]>([
    ['patient.name: the name is missing', (json) => Object.assign(json.patient as Json, { name: ' ' })],
    [
      'patient.hospitalNumber: the hospital number is missing',
      (json) => Object.assign(json.patient as Json, { hospitalNumber: '' }),
    ],
    ['patient.heightCm: ', (json) => Object.assign(json.patient as Json, { heightCm: 400 })],
    ['patient.birthDate: ', (json) => Object.assign(json.patient as Json, { birthDate: '1968' })],
    ['drugAsEntered: ', (json) => Object.assign(json, { drugAsEntered: 7 })],
    [
      'probeSites: ',
      (json) => Object.assign(json, { probeSites: ['inflow', 'outflow', 'outflow', 'not-used'] }),
    ],
    [
      'checks.checklist.0.reason: why it is not done is missing',
      (json) => Object.assign((json.checks as { setUp: Json }).setUp, { 'consent-seen': false }),
    ],
    [
      'checks.contraindication.clinician: the clinician is missing',
      (json) => Object.assign(json.checks as Json, { contraindication: { reason: 'r', clinician: '' } }),
    ],
  ])('that is wrong is refused in its own words: %s', (said, change) => {
    expect(problem(change)).toContain(said);
  });

  it('keeps a contraindication that was decided, its reason and its clinician', () => {
    const json = old();
    Object.assign(json.checks as Json, { contraindication: { reason: 'Small', clinician: 'Dr. S' } });
    expect(caseOfText(JSON.stringify(json))).toMatchObject({
      ok: true,
      case: {
        checks: {
          contraindications: [{ id: 'any', answer: 'yes', reason: 'Small', clinician: 'Dr. S' }],
        },
      },
    });
  });

  it('without a drug plans none', () => {
    const json = { ...old(), drugAsEntered: ' ' };
    expect(caseOfText(JSON.stringify(json))).toMatchObject({ ok: true, case: { drugs: [] } });
  });
});
