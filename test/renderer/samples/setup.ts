import type { TreatmentCase } from '../../../electron/domain/case.ts';
import { noDrug } from '../../../electron/domain/drug.ts';
import type { PresetTemplate } from '../../../electron/domain/preset.ts';
import { openMessage } from '../../../native-bridge/transport/serial-messages.ts';
import { preset, rig, treatmentCase } from '../support/sample-run.ts';
import { atRest, base, noTrend, type Sample, unheard } from './base.ts';

/** Session 3 of 5 on a ward, with everything a form can ask. */
export const wardCase: TreatmentCase = {
  ...treatmentCase,
  patient: {
    ...treatmentCase.patient,
    familyName: 'Example',
    givenName: 'Xiaoming (王小明)',
    identifiers: [
      { value: '20488317', issuer: 'Demonstration hospital' },
      { value: 'N-110-204', issuer: 'Demonstration authority' },
    ],
    orderNumber: 'ORD-5541',
    allergies: { answer: 'some', text: 'latex, iodinated contrast medium' },
  },
  procedure: 'Drains placed under ultrasound',
  sessionNumber: 3,
  sessionsPlanned: 5,
  otherTreatments: [
    { kind: 'systemic', text: 'as told by the oncologist, intravenous', on: '2026-01-12' },
    { kind: 'intra-arterial', text: 'as told by the radiologist, hepatic artery', on: '' },
  ],
  bodyTemperatureBeforeCelsius: 38.4,
  drugs: [
    {
      ...noDrug,
      name: 'as prepared by the pharmacy, label 7731',
      doseMg: 60,
      volumeMl: 50,
      diluent: 'as on the label',
      lot: '44A-901',
      expiry: '2026-03-03',
      preparedBy: 'Demonstration pharmacy',
      addition: 0,
    },
    { ...noDrug, name: 'as prepared by the pharmacy, label 7732', addition: 1 },
  ],
  checks: {
    ...treatmentCase.checks,
    checklist: treatmentCase.checks.checklist.map((one) =>
      one.id === 'cooling-ready' ? { ...one, answer: 'not-done', reason: 'being brought' } : one,
    ),
    contraindications: treatmentCase.checks.contraindications.map((one) =>
      one.id === 'bleeding'
        ? { ...one, answer: 'yes', reason: 'platelets given this morning', clinician: 'Dr. B. Clinician' }
        : one,
    ),
    feverAcceptedBy: 'Dr. B. Clinician',
  },
};

const additions = [
  { atMinutes: 0, label: 'first part' },
  { atMinutes: 30, label: 'second part' },
];

const stands = { ...base, stage: 'setup', run: null, machine: atRest } as const;
const wardPreset = { ...preset, name: 'With additions', additions };
const ward = (name: string, section: string): Sample => ({
  name: `setup-ward-${name}`,
  view: {
    ...stands,
    rig: { ...rig, state: 'standby' },
    setup: {
      ...base.setup,
      presets: [...base.setup.presets, wardPreset],
      draftCase: wardCase,
      draftPresetName: wardPreset.name,
      site: {
        ...base.setup.site,
        lists: { ...base.setup.site.lists, drugNames: ['name on the list of the site', 'another name'] },
      },
    },
  },
  trend: noTrend,
  press: [`.section-tab[data-section="${section}"]`],
});

/** What is asked anew before every session, not answered yet: as a form is that was taken over from the one before. */
const again: TreatmentCase = {
  ...wardCase,
  patient: {
    ...wardCase.patient,
    visitNumber: '',
    orderNumber: '',
    bed: '',
    weightKg: null,
    allergies: { answer: null, text: 'latex' },
  },
  bodyTemperatureBeforeCelsius: null,
  disposablesLot: '',
  disposablesExpiry: '',
  drugs: [{ ...noDrug, name: 'as prepared by the pharmacy', doseMg: 60, volumeMl: 50, addition: null }],
  checks: { checklist: [], contraindications: [], feverAcceptedBy: '', dipCheck: null },
};

export const setupSamples: Sample[] = [
  ward('patient', 'patient'),
  ward('treatment', 'treatment'),
  ward('protocol', 'protocol'),
  ward('drugs', 'drugs'),
  ward('placement', 'placement'),
  ward('checks', 'checks'),
  {
    name: 'setup-again',
    view: {
      ...stands,
      rig: { ...rig, state: 'standby' },
      setup: { ...base.setup, draftCase: again, draftPresetName: preset.name },
    },
    trend: noTrend,
  },
  {
    name: 'setup-empty',
    view: {
      ...base,
      stage: 'setup',
      run: null,
      machine: unheard,
      rig: {
        ...rig,
        link: 'connecting',
        identity: null,
        state: null,
        port: '/dev/ttyUSB0',
        problem: openMessage('no-permission', '/dev/ttyUSB0', '', null),
      },
      setup: {
        ...base.setup,
        presetProblems: [
          'preset presets/hot.json: targetCelsius: target must lie between 40 and 43.5 °C, but is 60 °C: enter a value in that range. Mend the file and start again.',
        ],
      },
    },
    trend: noTrend,
  },
  {
    name: 'setup-filled',
    view: {
      ...base,
      stage: 'setup',
      run: null,
      machine: atRest,
      rig: { ...rig, state: 'standby' },
      setup: { ...base.setup, draftCase: treatmentCase, draftPresetName: preset.name },
    },
    trend: noTrend,
  },
  {
    name: 'setup-site-wrong',
    view: {
      ...base,
      stage: 'setup',
      run: null,
      machine: atRest,
      rig: { ...rig, state: 'standby' },
      setup: {
        ...base.setup,
        draftCase: treatmentCase,
        draftPresetName: preset.name,
        site: {
          ...base.setup.site,
          name: 'Theatre 4, first floor',
          problem:
            'site /etc/isotherm/site.json: alarmLimits.cavity-highest.highest: must be at most 44; leastWeightKg: must be 2 to 200. Mend the file and start again. The last good rules stay in force: Theatre 4, first floor.',
        },
      },
    },
    trend: noTrend,
  },
  {
    name: 'setup-disk-full',
    view: {
      ...base,
      stage: 'setup',
      run: null,
      machine: atRest,
      rig: { ...rig, state: 'standby' },
      storage: { freeMegabytes: 143.6, neededMegabytes: 200 },
      setup: { ...base.setup, draftCase: treatmentCase, draftPresetName: preset.name },
    },
    trend: noTrend,
  },
  {
    name: 'setup-templates',
    view: {
      ...base,
      stage: 'setup',
      run: null,
      machine: atRest,
      rig: { ...rig, state: 'standby' },
      setup: {
        ...base.setup,
        presets: [preset],
        templates: [blank('Pleural', 'pleural'), blank('Bladder', 'bladder')],
        draftCase: { ...treatmentCase, cavity: 'pleural' },
        draftPresetName: preset.name,
      },
    },
    trend: noTrend,
  },
];

function blank(name: string, cavity: PresetTemplate['cavity']): PresetTemplate {
  return {
    ...preset,
    name,
    cavity,
    version: 1,
    flowMlPerMin: null,
    fillVolumeMl: null,
    largestCavityVolumeMl: null,
    fillFlowMlPerMin: null,
    drainFlowMlPerMin: null,
  };
}
