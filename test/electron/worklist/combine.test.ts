import { describe, expect, it } from 'vitest';
import { combine, type UsedPatient } from '../../../electron/worklist/combine.ts';
import { lines, msh, resultsOf } from './messages.ts';

const pid = 'PID|1||7^^^H^MR||Example^A||19600203|F';
const at = (minute: number): string => `2026011508${String(minute).padStart(2, '0')}`;
const message = (type: string, minute: number | null, ...segments: string[]): string =>
  lines(msh(type, 'UNICODE UTF-8', minute === null ? '' : at(minute)), ...segments);
const order = (minute: number, number: string, text = 'HIPEC', control = 'NW', patient = pid) =>
  message('ORM^O01', minute, patient, `ORC|${control}|${number}`, `OBR|1|${number}||X^${text}`);

/** Files in the order of their times, a second apart from 08:00 in a zone 8 h ahead. */
function listOf(files: readonly string[], used: readonly UsedPatient[] = []) {
  const found = files.flatMap((file, index) =>
    resultsOf(file).flatMap((one, position) =>
      one.ok
        ? [
            {
              message: one.message,
              file: `${index}.hl7`,
              position: position + 1,
              modifiedMs: startMs + 1000 * index,
            },
          ]
        : [],
    ),
  );
  return combine(found, used, () => 480);
}
const startMs = Date.UTC(2026, 0, 15, 0, 0);
const names = (files: readonly string[], used?: readonly UsedPatient[]) =>
  listOf(files, used).map(({ patient }) => patient.familyName);
const session = (minute: number, orderNumber = ''): UsedPatient => ({
  patient: {
    familyName: 'Example',
    givenName: 'A',
    birthDate: '1960-02-03',
    identifiers: [{ value: '7', issuer: 'H' }],
    orderNumber,
  },
  atMs: startMs + 60_000 * minute,
});

const admitted = message('ADT^A01', 1, pid, 'PV1|1|I|W7^301^2', 'AL1|1||^Penicillin');

describe('messages of one patient', () => {
  it('update what they say, leave what they do not, and empty what they empty', () => {
    const [entry, ...none] = listOf([
      admitted,
      message('ADT^A08', 2, 'PID|1||7^^^H^MR||Example^A||19600203|U', 'PV1|1|I|""', 'DG1|1||^Peritoneal'),
    ]);
    expect(none).toEqual([]);
    expect(entry).toMatchObject({
      isConflict: false,
      lastSaidAt: '20260115080200000',
      patient: { sex: 'unknown', bed: null, allergies: 'Penicillin', diagnosis: 'Peritoneal', notes: [] },
    });
  });
  it('count in the order in which they were sent, not in which they came', () => {
    const [entry] = listOf([message('ADT^A08', 9, 'PID|1||7^^^H^MR||Example^A||19600203|M'), admitted]);
    expect(entry?.patient).toMatchObject({ sex: 'male', allergies: 'Penicillin' });
    expect(names([message('ADT^A03', 5, pid), admitted])).toEqual([]);
  });
  it('without a time count by their file, on the wall clock of the hospital', () => {
    expect(names([admitted, message('ADT^A03', null, pid)])).toEqual(['Example']);
    expect(names([...Array(70).fill(admitted), message('ADT^A03', null, pid)])).toEqual([]);
  });
  it.each(['A03', 'A11'])('%s takes the patient off, a late correction puts nobody back', (event) => {
    const left = [admitted, message(`ADT^${event}`, 2, pid)];
    expect(names(left)).toEqual([]);
    expect(names([...left, message('ADT^A08', 3, pid)])).toEqual([]);
    const [back] = listOf([...left, message('ADT^A01', 4, pid)]);
    expect(back?.patient).toMatchObject({ familyName: 'Example', allergies: null, bed: null });
  });
  it('a correction of somebody new lists him', () => {
    expect(names([message('ADT^A08', 3, pid)])).toEqual(['Example']);
  });
  it('another number or another issuer is another patient', () => {
    expect(
      names([admitted, admitted.replace('7^^^H', '07^^^H'), admitted.replace('7^^^H', '7^^^G')]),
    ).toHaveLength(3);
  });
  it('an order in letters does not take the ideographs', () => {
    const both = admitted.replace('Example^A', '王^小明^^^^^L^I~Wang^Xiaoming^^^^^L^A');
    const [entry] = listOf([both, order(2, '1', 'HIPEC', 'NW', pid.replace('Example^A', 'WANG^XIAOMING'))]);
    expect(entry).toMatchObject({
      isConflict: false,
      patient: { familyName: '王', orderNumber: '1', notes: [] },
    });
  });
  it('a changed name or birth date is noted', () => {
    const [entry] = listOf([admitted, message('ADT^A08', 2, pid.replace('Example', 'Married'))]);
    expect(entry).toMatchObject({
      isConflict: false,
      patient: {
        familyName: 'Married',
        notes: [{ kind: 'changed', place: { field: 5 }, read: 'Example A' }],
      },
    });
  });
});

describe('orders', () => {
  it('are added, and the last that stands waits', () => {
    const [entry] = listOf([admitted, order(2, '1', 'first'), order(3, '2', 'second')]);
    expect(entry?.patient).toMatchObject({ orderNumber: '2', procedure: 'second', allergies: 'Penicillin' });
    const [after] = listOf([
      admitted,
      order(2, '1', 'first'),
      order(3, '2', 'second'),
      order(4, '2', '', 'CA'),
    ]);
    expect(after?.patient).toMatchObject({ orderNumber: '1', procedure: 'first' });
  });
  it('list a patient of whom nothing else was told, until they are taken back', () => {
    expect(names([order(1, '1')])).toEqual(['Example']);
    expect(names([order(1, '1'), order(2, '1', '', 'CA')])).toEqual([]);
    expect(names([order(2, '1', '', 'CA')])).toEqual([]);
    expect(names([admitted, order(2, '1'), order(3, '1', '', 'CA')])).toEqual(['Example']);
  });
  it('into a vessel stand in the list as not for this machine', () => {
    const [entry] = listOf([admitted, order(2, '1', 'HAIC')]);
    expect(entry?.patient).toMatchObject({
      refusal: 'not-this-machine',
      procedure: 'HAIC',
      notes: [{ kind: 'other-route-ordered', place: { segment: 'OBR', field: 4 }, read: 'HAIC' }],
    });
    const [both] = listOf([admitted, order(2, '1', 'HIPEC'), order(3, '2', 'TACE')]);
    expect(both?.patient).toMatchObject({
      refusal: null,
      procedure: 'HIPEC',
      notes: [{ kind: 'other-route-ordered' }],
    });
  });
});

describe('a session', () => {
  it('takes its patient off until the next order, and what is known stays known', () => {
    expect(names([admitted], [session(5)])).toEqual([]);
    expect(names([admitted, message('ADT^A08', 6, pid)], [session(5)])).toEqual([]);
    const [again] = listOf([admitted, order(2, '1'), order(6, '2')], [session(5)]);
    expect(again?.patient).toMatchObject({ orderNumber: '2', allergies: 'Penicillin' });
  });
  it('of one order leaves the others', () => {
    const [entry] = listOf([admitted, order(2, '1'), order(3, '2')], [session(5, '1')]);
    expect(entry?.patient.orderNumber).toBe('2');
  });
  it('before a message changes nothing of it', () => {
    expect(names([message('ADT^A01', 9, pid)], [session(5)])).toEqual(['Example']);
  });
});

describe('one number with two people', () => {
  const other = 'PID|1||7^^^H^MR||Other^B||19701010|M';
  it('is a conflict, and neither takes from the other', () => {
    const list = listOf([admitted, message('ADT^A01', 2, other)]);
    expect(
      list.map(({ isConflict, patient }) => [isConflict, patient.familyName, patient.allergies]),
    ).toEqual([
      [true, 'Other', null],
      [true, 'Example', 'Penicillin'],
    ]);
    expect(new Set(list.map(({ key }) => key)).size).toBe(2);
  });
  it('stays one when one of them leaves; the message goes to whom it fits', () => {
    const list = listOf([admitted, message('ADT^A01', 2, other), message('ADT^A03', 3, other)]);
    expect(list).toMatchObject([{ isConflict: true, patient: { familyName: 'Example' } }]);
  });
  it('a discharge that fits nobody takes nobody off', () => {
    expect(listOf([admitted, message('ADT^A03', 2, other)])).toMatchObject([
      { isConflict: true, patient: { familyName: 'Example' } },
    ]);
  });
  it('a message that fits both is told to neither', () => {
    const list = listOf([admitted, message('ADT^A01', 2, other), message('ADT^A03', 3, 'PID|1||7^^^H^MR')]);
    expect(list).toHaveLength(2);
  });
});
