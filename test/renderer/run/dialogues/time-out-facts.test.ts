import { describe, expect, it } from 'vitest';
import { timeOutFacts } from '../../../../renderer/run/dialogues/time-out-facts.ts';
import { placeName, placeRows } from '../../../../renderer/run/places.ts';
import { en } from '../../../../renderer/text/en.ts';
import { zh } from '../../../../renderer/text/zh.ts';
import { sample } from '../../sample-views.ts';
import { calmRun } from '../../support/sample-run.ts';

const much = sample('time-out-much').view.run ?? calmRun;
const told = (run = much, words = en) =>
  Object.fromEntries(timeOutFacts(run, words).map(({ key, lines }) => [key, lines]));

describe('what is read aloud', () => {
  it('names patient, site and side, plan, drugs, allergies and people', () => {
    expect(told()).toEqual({
      patient: ['DEMO, PATIENT', 'born 1968-04-12 · No. 20488317'],
      allergies: ['Penicillin (rash), latex'],
      site: ['Pleural, left', 'Pleurectomy and decortication, left, with perfusion', 'Session 2 of 3'],
      plan: ['42.5 °C for 60 min', '42.5 °C × 60 min, v3'],
      flow: ['3\u202f000 mL in the cavity, 1\u202f500 mL/min', '2 × 1\u202f000 mL rinse'],
      drugs: [
        '0 min: Demonstration drug A, 75 mg, 50 mL, as on the label',
        'Demonstration drug C, label 7731, 12.5 mg, 20 mL',
        '30 min: second part, as prepared',
      ],
      others: ['Systemic, as reported by the ward, 2026-02-10', 'Implanted port or pump, right subclavian'],
      places: [
        'Catheter 1, in, 28 Fr: Apex',
        'Catheter 2, out, 32 Fr: Base, above the diaphragm',
        'Catheter 3, out: Posterior',
        'T3 upper cavity: Apex',
        'T4 lower cavity: Base, above the diaphragm',
        'Core: oesophagus',
      ],
      people: [
        'Surgeon: Dr. B. Clinician',
        'Anaesthetist: Dr. C. Anaesthetist',
        'Perfusionist: A. Perfusionist',
        'Prescriber: Dr. D. Prescriber',
      ],
    });
  });

  it('says so where nobody entered anything, and never that there is no allergy', () => {
    const { case: of } = much;
    const empty = {
      ...much,
      preset: { ...much.preset, additions: [] },
      case: {
        ...of,
        procedure: ' ',
        drugs: [],
        otherTreatments: [],
        patient: { ...of.patient, allergies: { answer: null, text: '' } },
      },
    };
    expect(told(empty)).toMatchObject({
      allergies: ['not said'],
      site: ['Pleural, left', 'not said', 'Session 2 of 3'],
      drugs: ['none entered'],
      others: ['none entered'],
    });
  });

  it('in Chinese is Chinese', () => {
    expect(told(much, zh)).toMatchObject({ site: ['胸腔，左侧', expect.any(String), '第 2 次，共 3 次'] });
  });
});

describe('places', () => {
  it('are named by the list of the site; what is not in it is shown as typed', () => {
    const items = calmRun.lists.catheterPlaces.peritoneal;
    expect(placeName(items, 'pelvis', 'en')).toBe('Pelvic floor');
    expect(placeName(items, 'pelvis', 'zh')).toBe('盆底');
    expect(placeName(items, 'behind the spleen', 'en')).toBe('behind the spleen');
  });

  it('leave out lines of the machine and probes that are not used', () => {
    const run = {
      ...calmRun,
      case: {
        ...calmRun.case,
        coreSite: '',
        catheters: [],
        probeSites: ['inflow', 'outflow', 'cavity-upper', 'not-used'] as const,
        probePlaces: ['', '', '', ''] as const,
      },
    };
    expect(placeRows(run, en)).toEqual([{ what: 'T3 upper cavity', where: 'place not said' }]);
  });
});
