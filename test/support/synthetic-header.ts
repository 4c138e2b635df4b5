import { typedActor } from '../../electron/domain/actor.ts';
import { defaultProbeSites, setUpChecks, type TreatmentCase } from '../../electron/domain/case.ts';
import type { Preset } from '../../electron/domain/preset.ts';
import type { RunHeader } from '../../electron/domain/run-event.ts';
import { recordedTheatre } from './site.ts';

/** A made-up case with every field filled and a name that needs a CJK face. */
export const syntheticCase: TreatmentCase = {
  patient: {
    name: 'Example, Xiaoming (王小明)',
    sex: 'male',
    birthDate: '1968-04-12',
    hospitalNumber: '20488317',
    visitNumber: 'V-2026-1187',
    bed: '12 B',
    heightCm: 172,
    weightKg: 68.5,
    allergies: 'none known',
  },
  diagnosis: 'Peritoneal metastases of colorectal origin',
  indication: 'After cytoreduction, CC-0',
  sessionNumber: 2,
  cavity: 'peritoneal',
  technique: 'closed',
  setting: 'intra-operative',
  bodyTemperatureBeforeCelsius: 36.4,
  drugAsEntered: 'As prescribed on sheet 4, two fractions, prepared by the pharmacy',
  prescriber: 'Dr. R. Prescriber',
  surgeon: 'Dr. S. Surgeon',
  anaesthetist: 'Dr. A. Anaesthetist',
  perfusionist: 'M. Perfusionist',
  disposablesLot: 'LOT 2407-113',
  disposablesExpiry: '2027-06-30',
  probeSites: defaultProbeSites,
  coreSite: 'oesophagus',
  checks: {
    setUp: Object.fromEntries(setUpChecks.map((check) => [check, true])) as TreatmentCase['checks']['setUp'],
    contraindication: null,
    feverAcceptedBy: '',
  },
};

const preset: Preset = {
  name: '42.5 °C × 60 min',
  version: 3,
  source: 'Site protocol HP-07, proposal to be signed off',
  cavity: 'peritoneal',
  setting: 'intra-operative',
  targetCelsius: 42.5,
  minutes: 60,
  flowMlPerMin: 1500,
  fillVolumeMl: 3000,
  largestCavityVolumeMl: 4000,
  fillFlowMlPerMin: 1000,
  drainFlowMlPerMin: 1000,
  carrier: 'Sodium chloride 0.9 %',
  mode: 'circulation',
  controlSite: 'cavity',
  rulingClock: 'in-band',
  clockStartsOn: 'in-band',
  fillMlPerM2: null,
  fillMlPerKg: null,
  additions: [
    { atMinutes: 0, label: 'First fraction as prescribed' },
    { atMinutes: 30, label: 'Second fraction as prescribed' },
  ],
  basedOn: {
    name: '42.5 °C × 60 min',
    version: 2,
    by: 'M. Perfusionist',
    changes: [
      { field: 'flowMlPerMin', from: 1200, to: 1500 },
      { field: 'largestCavityVolumeMl', from: 3500, to: 4000 },
    ],
  },
  rinses: { count: 2, volumeMl: 1000 },
};

export const syntheticHeader: RunHeader = {
  console: { id: '6f1c7a52-0c0e-4c8f-9d3a-1f2e3d4c5b6a', hostName: 'theatre-3' },
  timeZone: { name: 'UTC', offsetMinutes: 0 },
  startedBy: typedActor('M. Perfusionist'),
  fluidInCavityMl: 0,
  runId: '0198c1f2-7a40-7c11-9d7e-3b5f0a6e2c11',
  consoleVersion: '0.1.0',
  host: 'stand-in',
  simulation: true,
  startedWallMs: Date.UTC(2026, 2, 2, 8, 12, 40),
  case: syntheticCase,
  preset,
  site: recordedTheatre,
  rig: {
    mapVersion: 1,
    features: {
      core: true,
      inflowLinePressure: true,
      battery: true,
      reservoirLevel: true,
      cavityPressure: false,
      outflowMeter: false,
      simulated: true,
    },
    serialNumber: 'HX-0477',
    firmware: '1.4.2',
    calibrationDates: ['2026-01-15', '2026-01-15', '2026-01-15', null],
    lowestFlowMlPerMin: 100,
    highestFlowMlPerMin: 3000,
    heaterRatingW: 1500,
    timeScale: 60,
  },
};
