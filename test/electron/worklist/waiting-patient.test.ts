import { describe, expect, it } from 'vitest';
import { admission, notes, refusal, taken, wholeMessage, wholePatient } from './messages.ts';

const ofPid = (pid: string, ...more: string[]) => taken(admission(pid, ...more));
const named = (field: string) => ofPid(`PID|1||7||${field}`);
const born = (field: string) => ofPid(`PID|1||7||A||${field}`);
const sex = (field: string) => ofPid(`PID|1||7||A|||${field}`);

describe('a patient', () => {
  it('is read whole', () => {
    const message = taken(wholeMessage);
    expect(message.patient).toEqual(wholePatient);
    expect(message.notes).toEqual([]);
    expect(message.kind).toBe('arrives');
    expect(message.sentAt).toBe('20260115080000000');
  });

  it('of whom only the number is sent is not filled up', () => {
    const { identifiers, ...others } = taken(admission('PID|||7')).patient;
    expect(identifiers).toEqual([{ value: '7', issuer: '' }]);
    expect(new Set(Object.values(others))).toEqual(new Set([null]));
  });
});

describe('a name', () => {
  const ideographic = '王^小明^^^^^L^I';
  const alphabetic = 'Wang^Xiaoming^^^^^L^A';
  it.each([`${ideographic}~${alphabetic}`, `${alphabetic}~${ideographic}`, '王^小明~Wang^Xiaoming'])(
    'in ideographs comes before letters, which are kept: %s',
    (field) => {
      expect(named(field)).toMatchObject({
        patient: {
          familyName: '王',
          givenName: '小明',
          alphabeticName: { familyName: 'Wang', givenName: 'Xiaoming' },
        },
        notes: [],
      });
    },
  );
  it('in letters has no other beside it', () => {
    expect(named(alphabetic).patient).toMatchObject({ familyName: 'Wang', alphabeticName: null });
  });
  it('is the legal one', () => {
    expect(named('Nick^N^^^^^N~Birth^B^^^^^B~Legal^L^^^^^L').patient.familyName).toBe('Legal');
    expect(notes(named('Nick^N^^^^^N'))).toEqual(['name-type PID-5']);
    expect(notes(named('A^B^^^^^L~C^D^^^^^L'))).toEqual(['differs PID-5']);
  });
  it('of one part stays one part', () => {
    expect(named('王小明').patient).toMatchObject({ familyName: '王小明', givenName: null });
    expect(named('^Madonna').patient).toMatchObject({ familyName: null, givenName: 'Madonna' });
  });
  it('keeps further given names, and tells of a suffix', () => {
    expect(named('Example^Ann^Mary')).toMatchObject({ patient: { givenName: 'Ann Mary' }, notes: [] });
    expect(named('欧阳^小^明').patient.givenName).toBe('小明');
    expect(notes(named('Example^Ann^^JR'))).toEqual(['not-kept PID-5']);
  });
  it('has its surname in the first part of the family name', () => {
    expect(named('van Example&van&Example^A').patient.familyName).toBe('van Example');
  });
  it.each([
    ['W?ng^A', 'lost-character'],
    ['??^?', 'lost-character'],
    ['W\uFFFDng^A', 'lost-character'],
    ['A\u0001B^C', 'control-character'],
    [`${'A'.repeat(201)}^B`, 'too-long'],
    [`A^${'B'.repeat(201)}`, 'too-long'],
  ])('%j is refused whole: %s', (field, kind) => {
    const message = named(field);
    expect(message.patient).toMatchObject({ familyName: null, givenName: null });
    expect(new Set(notes(message))).toEqual(new Set([`${kind} PID-5`]));
  });
  it('of the longest length is whole', () => {
    expect(named(`${'A'.repeat(200)}^B`).patient.familyName).toHaveLength(200);
  });
});

describe('numbers', () => {
  const numbers = (field: string) => ofPid(`PID|1||${field}||A`);
  it('begin with the hospital’s own', () => {
    expect(numbers('5^^^NAT^NI~007^^^HOSP&1.2.3&ISO^MR').patient.identifiers).toEqual([
      { value: '007', issuer: 'HOSP' },
      { value: '5', issuer: 'NAT' },
    ]);
    expect(numbers('5^^^&1.2.3&ISO').patient.identifiers).toEqual([{ value: '5', issuer: '1.2.3' }]);
  });
  it('stand once, and what is more than five is told', () => {
    expect(numbers('5^^^A~5^^^A~5^^^B').patient.identifiers).toHaveLength(2);
    const many = numbers('1~2~3~4~5~6');
    expect(many.patient.identifiers.map(({ value }) => value)).toEqual(['1', '2', '3', '4', '5']);
    expect(many.notes).toMatchObject([{ kind: 'not-kept', read: '6' }]);
  });
  it.each(['\\Z\\^^^H^MR~8', '9'.repeat(201), '7^^^H\uFFFD', '???', '""', '^^^H'])(
    '%s: one that cannot be read does not make another the first',
    (field) => expect(refusal(admission(`PID|1||${field}||A`))).toBe('no-number PID-3'),
  );
});

describe('a birth date', () => {
  it.each(['19600229', '19600229000000', '196002290815', '19600229081500.1234+0800'])(
    '%s is a day',
    (field) => expect(born(field)).toMatchObject({ patient: { birthDate: '1960-02-29' }, notes: [] }),
  );
  it.each([
    ['1960', 'date-partial'],
    ['196002', 'date-partial'],
    ['19600200', 'date-partial'],
    ['19600000', 'date-partial'],
    ['19610229', 'date-wrong'],
    ['19601301', 'date-wrong'],
    ['1960-02-03', 'date-wrong'],
    ['00010101', 'date-wrong'],
    ['3.2.1960', 'date-wrong'],
    ['196002031', 'date-wrong'],
  ])('%s is none: %s', (field, kind) => {
    expect(born(field).patient.birthDate).toBeNull();
    expect(notes(born(field))).toEqual([`${kind} PID-7`]);
  });
});

it.each([
  ['F', 'female'],
  ['M', 'male'],
  ['O', 'other'],
  ['A', 'other'],
  ['N', 'other'],
  ['U', 'unknown'],
  ['女', 'female'],
  ['男', 'male'],
])('sex %s is %s', (field, is) => expect(sex(field)).toMatchObject({ patient: { sex: is }, notes: [] }));
it.each(['1', 'f', 'X', 'constructor'])('sex %s is not answered, and told', (field) => {
  expect(sex(field).patient.sex).toBeNull();
  expect(notes(sex(field))).toEqual(['code-unknown PID-8']);
});

describe('height and weight', () => {
  const observed = (...obx: string[]) => ofPid('PID|1||7||A', ...obx);
  const weight = (value: string, unit = 'kg^^UCUM', status = 'F') =>
    observed(`OBX|1|NM|3141-9^Weight^LN||${value}|${unit}|||||${status}`);
  it('are coded by LOINC, also as the second code', () => {
    expect(weight('70').patient.weightKg).toBe(70);
    expect(observed('OBX|1|NM|W^Weight^99H^29463-7^^LN||70|kg').patient.weightKg).toBe(70);
    expect(observed('OBX|1|NM|29463-7^Weight^99H||70|kg').patient.weightKg).toBeNull();
  });
  it.each([
    [weight('70', 'g'), 'unit-refused OBX-6'],
    [weight('70', ''), 'unit-refused OBX-6'],
    [weight('70', '[lb_av]^^UCUM'), 'unit-refused OBX-6'],
    [weight('70', 'kg^^99LOCAL'), 'unit-refused OBX-6'],
    [weight('forty'), 'number-wrong OBX-5'],
    [weight('7e1'), 'number-wrong OBX-5'],
    [weight('700'), 'out-of-range OBX-5'],
    [weight('70', 'kg', 'X'), 'status-refused OBX-11'],
  ])('are refused otherwise', (message, note) => {
    expect(message.patient.weightKg).toBeNull();
    expect(notes(message)).toEqual([note]);
  });
  it('are the latest by their time', () => {
    const at = (value: number, time: string) => `OBX|1|NM|8302-2^H^LN||${value}|cm|||||F|||${time}`;
    expect(observed(at(171, '20260115'), at(170, '20250101')).patient.heightCm).toBe(171);
    expect(observed(at(170, ''), at(171, '')).patient.heightCm).toBe(171);
  });
});

describe('allergies and diagnosis', () => {
  it('an allergy that cannot be read leaves none: a list with a hole is no list', () => {
    const message = ofPid('PID|1||7||A', 'AL1|1||^Penicillin', 'AL1|2||^\\Z\\', 'AL1|3||');
    expect(message.patient.allergies).toBeNull();
    expect(notes(message)).toEqual([
      'unknown-escape AL1[2]-3',
      'code-unknown AL1[2]-3',
      'code-unknown AL1[3]-3',
    ]);
  });
  it('are refused as a whole when they are too long together', () => {
    const message = ofPid('PID|1||7||A', `AL1|1||^${'a'.repeat(150)}`, `AL1|2||^${'b'.repeat(150)}`);
    expect(message.patient.allergies).toBeNull();
    expect(notes(message)).toEqual(['too-long AL1-3']);
  });
  it('the first diagnosis by priority is taken, others are told', () => {
    const message = ofPid('PID|1||7||A', 'DG1|1||C1^Second||||||||||||2', 'DG1|2||C2^First||||||||||||1');
    expect(message.patient.diagnosis).toBe('First');
    expect(notes(message)).toEqual(['not-kept DG1-3']);
  });
});

describe('ward and bed', () => {
  it('are of PV1-3; the ward else of PV1-6', () => {
    expect(ofPid('PID|1||7', 'PV1|1|I|W^^12').patient).toMatchObject({ referringWard: 'W', bed: '12' });
    expect(ofPid('PID|1||7', 'PV1|1|I|||||').patient).toMatchObject({ referringWard: null, bed: null });
    expect(ofPid('PID|1||7', 'PV1|1|I|^301^2|||OLD^1^1').patient).toMatchObject({
      referringWard: 'OLD',
      bed: '301-2',
    });
  });
});
