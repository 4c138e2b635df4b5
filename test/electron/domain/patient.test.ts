import { describe, expect, it } from 'vitest';
import { fullName, hospitalNumberOf } from '../../../electron/domain/patient.ts';

describe('a name as it is written', () => {
  it.each([
    ['王', '小明', '王小明', '王小明'],
    ['欧阳', '娜娜', '欧阳娜娜', '欧阳娜娜'],
    ['阿卜杜', '热合曼·买买提', '阿卜杜热合曼·买买提', '阿卜杜热合曼·买买提'],
    ['Example', 'Xiaoming', 'Example, Xiaoming', 'Example Xiaoming'],
    ['王', 'Xiaoming', '王, Xiaoming', '王 Xiaoming'],
    ['Example', 'Xiaoming (王小明)', 'Example, Xiaoming (王小明)', 'Example Xiaoming (王小明)'],
    ['DEMO PATIENT', '', 'DEMO PATIENT', 'DEMO PATIENT'],
    ['', '小明', '小明', '小明'],
    ['', '', '', ''],
  ])('%j, %j: %j in English, %j in Chinese', (familyName, givenName, en, zh) => {
    expect(fullName({ familyName, givenName }, 'en')).toBe(en);
    expect(fullName({ familyName, givenName }, 'zh')).toBe(zh);
  });
});

it('the first number somebody is known by is the hospital’s own', () => {
  expect(
    hospitalNumberOf({
      identifiers: [
        { value: '20488317', issuer: 'Demonstration hospital' },
        { value: 'X-1', issuer: 'An authority' },
      ],
    }),
  ).toBe('20488317');
});
