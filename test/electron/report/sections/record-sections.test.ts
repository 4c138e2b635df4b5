import { describe, expect, it } from 'vitest';
import type { RecordedCase } from '../../../../electron/domain/case.ts';
import type { RunHeader } from '../../../../electron/domain/run-event.ts';
import { signOffKeys } from '../../../../electron/domain/site-sign-off.ts';
import type { RunRecord } from '../../../../electron/record/run-record.ts';
import { cathetersSection } from '../../../../electron/report/sections/catheters-section.ts';
import { checksSection } from '../../../../electron/report/sections/checks-section.ts';
import { timelineSection } from '../../../../electron/report/sections/closing.ts';
import { deviationsSection } from '../../../../electron/report/sections/deviations-section.ts';
import { drugsSection } from '../../../../electron/report/sections/drugs-section.ts';
import { patientSection } from '../../../../electron/report/sections/patient-section.ts';
import { peopleSection } from '../../../../electron/report/sections/people-section.ts';
import { precisionSection } from '../../../../electron/report/sections/precision-section.ts';
import { protocolSection } from '../../../../electron/report/sections/protocol-section.ts';
import { siteSection } from '../../../../electron/report/sections/site-section.ts';
import { vitalsSection } from '../../../../electron/report/sections/vitals-section.ts';
import { syntheticHeader } from '../../../support/synthetic-header.ts';
import { syntheticRecord } from '../../../support/synthetic-record.ts';
import { recordOf } from '../small-record.ts';
import { inputFor, read, rowWith } from './reading.ts';

const whole = syntheticRecord();
const inEnglish = inputFor(whole);
const inChinese = inputFor(whole, 'zh');
const record = (change: Partial<RunHeader>): RunRecord => ({
  ...recordOf([], []),
  header: { ...syntheticHeader, ...change },
});
const withCase = (change: Partial<RecordedCase>) =>
  inputFor(record({ case: { ...syntheticHeader.case, ...change } }));
const withChecks = (change: Partial<NonNullable<RecordedCase['checks']>>) => {
  const { checks } = syntheticHeader.case;
  if (checks === null) throw new Error('the synthetic case has checks');
  return withCase({ checks: { ...checks, ...change } });
};

describe('the patient', () => {
  it('is told with every number and its issuer, both wards, the session and other treatments', () => {
    const text = read(patientSection(inEnglish));
    expect(rowWith(text, 'Hospital number')).toBe('Hospital number 20488317 (Example hospital)');
    expect(rowWith(text, 'Other numbers')).toBe('Other numbers HI-55-1042 (Example insurance)');
    expect(rowWith(text, 'Order number')).toBe('Order number O-55120');
    expect(rowWith(text, 'Referring ward')).toBe('Referring ward Gastroenterology 3');
    expect(rowWith(text, 'Ward to return to')).toBe('Ward to return to Surgery 2');
    expect(rowWith(text, 'Session')).toBe('Session 2 of 3');
    expect(rowWith(text, 'Allergies')).toBe('Allergies Yes: Latex');
    expect(rowWith(text, 'Other tumour')).toBe(
      'Other tumour treatments Embolisation, 2026-01-20: Of the right liver artery Systemic, 2025-11-04: Six courses, last one',
    );
  });

  it('of whom nobody asked about allergies is not said to have none', () => {
    const { patient } = syntheticHeader.case;
    const told = (answer: 'none-known' | null, text: string) =>
      rowWith(
        read(patientSection(withCase({ patient: { ...patient, allergies: { answer, text } } }))),
        'Allergies',
      );
    expect(told(null, '')).toBe('Allergies ---');
    expect(told(null, 'Latex')).toBe('Allergies Latex');
    expect(told('none-known', '')).toBe('Allergies None known');
  });
});

describe('drugs', () => {
  it('planned and given stand apart, with what is computed from 172 cm, 68.5 kg and 3 000 mL', () => {
    const text = read(drugsSection(inEnglish));
    expect(rowWith(text, 'As prescribed on sheet 4, first')).toBe(
      'As prescribed on sheet 4, first fraction planned addition 1 60 33.2 50 --- P-7731 2026-03-03 Pharmacy',
    );
    expect(rowWith(text, 'Sodium chloride 0.9 % P-7731')).toBe(
      'M1 08:38:51 0:00 First fraction as prescribed planned addition 1 60 33.2 50 20.0 Sodium chloride 0.9 % P-7731 2026-03-03 Pharmacy Checker One Checker Two M. Perfusionist second: Dr. S. Surgeon, clinician',
    );
    expect(rowWith(text, 'P-7732')).toContain(
      '29:30 Second fraction as prescribed planned addition 2 30 16.6 25 10.0',
    );
    expect(text).toContain('computed mg/m²');
    expect(text).toContain('computed mg/L in the cavity');
    expect(text).toContain('mg/m² on 1.81 m² (Du Bois 1916)');
  });

  it('leave out what cannot be computed', () => {
    const { patient } = syntheticHeader.case;
    const text = read(drugsSection(withCase({ patient: { ...patient, weightKg: null } })));
    expect(rowWith(text, 'sheet 4, first')).toContain('60 --- 50');
    expect(text).toContain('as height or weight is not known');
  });

  it('name the carrier that was hung, and never the preset’s as used', () => {
    const text = read(drugsSection(inEnglish));
    expect(rowWith(text, 'Carrier, planned')).toBe('Carrier, planned Sodium chloride 0.9 %');
    expect(rowWith(text, 'Carrier used')).toMatch(
      /^Carrier used Sodium chloride 0\.9 %, 2 bags, 4\s000 mL \(recorded 08:14:52 by M\. Perfusionist\)$/,
    );
    expect(rowWith(read(drugsSection(inputFor(record({})))), 'Carrier used')).toBe(
      'Carrier used not recorded',
    );
    expect(read(protocolSection(inEnglish))).toContain('Carrier, planned');
  });
});

describe('vital signs', () => {
  it('have a row every ten minutes of a long treatment, a time where several came, core by hand beside them', () => {
    const text = read(vitalsSection(inEnglish));
    expect(rowWith(text, 'From Session')).toBe(
      'From Session Patient core, by hand, °C Blood glucose, mmol/L Sodium, mmol/L Lactate, mmol/L Urine since the start, mL',
    );
    expect(rowWith(text, '09:02:40')).toBe('09:02:40 50:00 37.9 8.9 09:04:40 9.4 09:10:10 136 2.1');
    expect(rowWith(text, '08:52:40')).toBe('08:52:40 40:00');
    expect(rowWith(text, 'Cavity pressure')).toContain('11 mmHg');
    expect(read(vitalsSection(inChinese))).toContain('血糖，mmol/L');
  });

  it('that nobody recorded are said to be none', () => {
    expect(read(vitalsSection(inputFor(record({}))))).toContain('None recorded.');
  });
});

describe('checks', () => {
  it('stand by item with who and when; what nobody answered is said so', () => {
    const [first, second] = syntheticHeader.case.checks?.checklist ?? [];
    if (first === undefined || second === undefined) throw new Error('two items are needed');
    const input = withChecks({
      checklist: [first, { ...second, answer: 'not-done', reason: 'Wristband is off' }],
      contraindications: [
        { id: 'adhesions', answer: 'no', reason: '', clinician: '' },
        { id: 'bleeding', answer: 'yes', reason: 'Platelets given', clinician: 'Dr. S. Surgeon' },
      ],
    });
    const text = read(checksSection(input));
    expect(rowWith(text, 'Consent seen')).toBe('Consent seen Done M. Perfusionist 08:05:00');
    expect(rowWith(text, 'wristband and record')).toContain('Not done (Wristband is off)');
    expect(rowWith(text, 'Allergies checked')).toBe('Allergies checked not answered --- ---');
    expect(rowWith(text, 'Severe adhesions')).toBe('Severe adhesions of chest or abdomen No');
    expect(rowWith(text, 'Bleeding tendency')).toBe(
      'Bleeding tendency gone on: Platelets given (decided by Dr. S. Surgeon) Yes',
    );
    expect(rowWith(text, 'Inguinal hernia')).toBe('Inguinal hernia not answered');
    const amiss = read(deviationsSection(input));
    expect(amiss).toContain(
      'Contraindication, Bleeding tendency: Yes. Gone on: Platelets given (decided by Dr. S. Surgeon)',
    );
    expect(amiss).toContain(
      'Not done, Patient identity checked, wristband and record: Wristband is off (said by M. Perfusionist)',
    );
  });

  it('tell time-out, fever and dip check', () => {
    const text = read(checksSection(inEnglish));
    expect(rowWith(text, 'Time-out')).toBe(
      'Time-out Dr. S. Surgeon and M. Perfusionist, 08:16:10 (recorded by O. Nurse, OR staff)',
    );
    expect(rowWith(text, 'Body temperature')).toBe('Body temperature 36.4 °C, not above 38 °C');
    expect(rowWith(text, 'Dip check')).toBe(
      'Dip check T1 37.02 T2 37.08 T3 37.11 T4 36.99 spread 0.12 °C, at most 0.20 °C: agree by M. Perfusionist, 07:58:00',
    );
    const { checks } = syntheticHeader.case;
    const hot = withCase({
      bodyTemperatureBeforeCelsius: 38.4,
      checks: checks && { ...checks, feverAcceptedBy: 'Dr. S. Surgeon', dipCheck: null },
    });
    expect(rowWith(read(checksSection(hot)), 'Body temperature')).toContain(
      '38.4 °C, above 38 °C, gone on by decision of Dr. S. Surgeon',
    );
    expect(rowWith(read(checksSection(hot)), 'Dip check')).toContain('not compared');
  });

  it('of a console that recorded none are not made up', () => {
    const text = read(checksSection(withCase({ checks: null })));
    expect(text).toMatch(/Checks before the run\n *not recorded/);
    expect(text).not.toContain('Consent seen');
  });
});

it('catheters and probes are named by the site’s places, typed ones as typed', () => {
  const text = read(cathetersSection(inEnglish));
  expect(rowWith(text, 'Pelvis, left')).toBe('2 Pelvis, left out 30');
  expect(rowWith(text, 'Through the wound')).toBe('3 Through the wound out ---');
  expect(rowWith(text, 'T3 upper cavity')).toBe('T3 upper cavity Right, under the diaphragm');
  expect(rowWith(text, 'T1')).toBe('T1 inflow not said');
  expect(rowWith(read(cathetersSection(inChinese)), 'T3 体腔上部')).toBe('T3 体腔上部 右膈下');
});

it('the map stands beside its tables; a record without places has none and says so', () => {
  /** What is written into the drawing. */
  const drawn = (input: ReturnType<typeof inputFor>): string[] =>
    [...cathetersSection(input).markup.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, word = '']) => word);
  const words = ['R', 'L', '1', 'in', '28 Fr', '2', 'out', '30 Fr', 'T3', 'T4'];
  expect(drawn(inEnglish).sort()).toEqual(words.sort());
  expect(drawn(inChinese)).toEqual(expect.arrayContaining(['右', '左', '进', '出', '28 Fr', 'T3']));
  const left = withCase({
    cavity: 'pleural',
    side: 'left',
    probePlaces: ['', '', 'apex', ''],
    catheters: [],
  });
  expect(drawn(left).sort()).toEqual(['L', 'T3']);
  const old = withCase({ catheters: [], probePlaces: ['', '', '', ''] });
  expect(drawn(old)).toEqual([]);
  expect(read(cathetersSection(old))).toContain(
    'No place of a catheter or probe is on record: nothing is drawn.',
  );
});

describe('people', () => {
  it('are told by when, with how they are known', () => {
    const text = read(peopleSection(inEnglish));
    expect(rowWith(text, 'Released')).toBe('08:11:30 Released the run Dr. S. Surgeon Clinician signed in');
    expect(rowWith(text, 'handed over')).toBe(
      '09:18:40 66:00 In charge, handed over by M. Perfusionist N. Relief Perfusionist signed in',
    );
    const old = record({ released: null, startedBy: { id: null, name: 'P', role: null, how: 'typed' } });
    const said = read(peopleSection(inputFor(old)));
    expect(rowWith(said, 'Started the run')).toContain('P --- name typed, not signed in');
    expect(said).toContain('Who released the run is not recorded.');
    expect(said).toContain('Who was in charge is not recorded.');
  });

  it('who broke the glass stand among the deviations with why, and signed seconds in the timeline', () => {
    const row = rowWith(read(deviationsSection(inEnglish)), 'Bowel wall bleeds');
    expect(row).toContain('emergency access, reason: Nobody else in the room had an account');
    expect(row).toContain('P. Passer-by (typed)');
    const second = read(timelineSection(inEnglish))
      .split('\n')
      .find((line) => line.includes('29:30') || line.includes('Second fraction as prescribed, 30 mg'));
    expect(second).toContain('M. Perfusionist second: Dr. S. Surgeon, clinician');
    expect(read(timelineSection(inEnglish))).toContain('Blood glucose: 6.2 mmol/L O. Nurse, OR staff');
  });
});

describe('what the site has not signed off', () => {
  const told = (notSignedOff: string[] | null, language: 'en' | 'zh' = 'en') =>
    read(siteSection(inputFor(record({ site: { ...syntheticHeader.site, notSignedOff } }), language)));

  it('is named in words; none and not said are told apart', () => {
    expect(told(['alarmLimits.core-high', 'coreHold'])).toContain(
      'Not signed off by the site: limits of alarms (“Patient core, high alarm from”); core temperature that takes the heat.',
    );
    expect(told([])).toContain('Every value of the site had been signed off.');
    expect(told(null)).toContain('does not say');
  });

  it.each(['en', 'zh'] as const)('has a word for every value, in %s', (language) => {
    const text = told([...signOffKeys], language);
    for (const key of signOffKeys) expect(text).not.toContain(key);
  });
});

describe('the first precision', () => {
  const calibrationDates = ['2026-01-15', '2026-01-15', '2026-01-15', '2026-01-15'];
  const verdicts = (input: ReturnType<typeof inputFor>): string[] =>
    [...read(precisionSection(input)).matchAll(/(not judged|not kept|kept|not held|held) *$/gm)].map(
      ([, verdict]) => verdict ?? '',
    );
  const rig = { ...syntheticHeader.rig, calibrationDates };
  const judged = (change: Partial<RunHeader>): string | undefined =>
    verdicts(inputFor({ ...record({ rig, ...change }) }))[0];

  it('is kept by a dip check alone, not kept where it showed the probes apart, not judged without any comparison', () => {
    const { checks } = syntheticHeader.case;
    const dip = (spreadKelvin: number | null): Partial<RunHeader> => ({
      case: {
        ...syntheticHeader.case,
        checks: checks && {
          ...checks,
          dipCheck: checks.dipCheck && spreadKelvin !== null ? { ...checks.dipCheck, spreadKelvin } : null,
        },
      },
    });
    expect(judged(dip(0.2))).toBe('kept');
    expect(judged(dip(0.21))).toBe('not kept');
    expect(judged(dip(null))).toBe('not judged');
    expect(judged({ ...dip(0.1), rig: syntheticHeader.rig })).toBe('not judged');
  });

  it('of the flow is held, by a meter of which no calibration is known', () => {
    expect(read(precisionSection(inEnglish))).toContain('Calibration of the flow meter: not known');
    expect(read(precisionSection(inChinese))).toContain('流量计校准：情况不明');
    expect(verdicts(inEnglish)).toEqual(['not judged', 'kept', 'held']);
  });

  it('of the flow has the calibration of its meter beside it: by whom, when, and whether it is too old', () => {
    const { serialNumber } = syntheticHeader.rig;
    const told = (on: string, rigSerialNumber = serialNumber): string => {
      const flowMeterCalibration = { on, by: 'Calibration service', rigSerialNumber };
      return read(
        precisionSection(inputFor(record({ site: { ...syntheticHeader.site, flowMeterCalibration } }))),
      );
    };
    expect(told('2026-01-15')).toMatch(/Flow meter calibrated 2026-01-15 by Calibration service *not judged/);
    expect(told('2025-01-15')).toContain(
      'Flow meter calibrated 2025-01-15 by Calibration service (older than 12 months)',
    );
    expect(told('2026-01-15', 'another machine')).toContain('Calibration of the flow meter: not known');
  });
});
