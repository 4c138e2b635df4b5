import type { ConsoleView, MachineView, RecoveryView } from '../../../electron/contract/view.ts';
import { hospitalNumberOf, personName } from '../../../electron/domain/patient.ts';
import { measured, missing } from '../../../electron/domain/reading.ts';
import { calmRun, rig, treatmentCase, wallMs } from '../support/sample-run.ts';
import { atRest, base, linkLost, noTrend, type Sample } from './base.ts';

const circulating: MachineView = {
  ...atRest,
  authority: 'waiting',
  inForce: { mode: 'circulate', heaterEnable: false, pumpEnable: true, flowMlPerMin: measured(1494) },
  doing: 'circulating',
  offers: { ...atRest.offers, off: true },
};

export const lostRun: RecoveryView = {
  runId: '2026-03-02-0012',
  patientName: personName(treatmentCase.patient),
  hospitalNumber: hospitalNumberOf(treatmentCase.patient),
  presetName: '42.5 °C × 60 min',
  rigSerialNumber: 'HX-0477',
  phase: 'treatment',
  lostWallMs: wallMs - 192_000,
  lostSecondsAgo: 192,
  clocks: { plannedSeconds: 3600, elapsedSeconds: 1351, inBandSeconds: 1338, drugInCavitySeconds: 1351 },
  probesCelsius: [measured(44.31), measured(42.2), measured(42.51), missing('open')],
  flowMlPerMin: measured(1498),
  inCavityMl: 3010,
  uncertaintyMl: 120,
  takeUpRefusals: [],
  mayDrain: true,
};

const lost = (
  name: string,
  recovery: Partial<RecoveryView>,
  machine: Partial<MachineView> = {},
  view: Partial<ConsoleView> = {},
): Sample => ({
  name,
  view: {
    ...base,
    stage: 'setup',
    run: null,
    machine: { ...circulating, ...machine },
    recovery: { ...lostRun, ...recovery },
    ...view,
  },
  trend: noTrend,
});

/** A run that its console lost, as the next start finds it. */
export const recoverySamples: Sample[] = [
  lost('recovery', {}),
  lost(
    'recovery-drains',
    {},
    {
      authority: 'commanding',
      doing: 'draining',
      inForce: { mode: 'drain', heaterEnable: false, pumpEnable: true, flowMlPerMin: measured(988) },
      rescue: { asked: 'drain', seconds: 31, written: true, drainedMl: 486, drySeconds: 0 },
      offers: { ...atRest.offers, off: true, 'end-drain': true },
    },
  ),
  lost(
    'recovery-not-to-be-taken-up',
    {
      patientName: { familyName: 'Fernández de la Vega Sanz', givenName: 'Maria Alejandra' },
      uncertaintyMl: null,
      lostSecondsAgo: 15_400,
      lostWallMs: wallMs - 15_400_000,
      takeUpRefusals: ['machine-restarted', 'mode-does-not-fit', 'gap-too-long'],
    },
    atRest,
  ),
  lost(
    'recovery-link-lost',
    {
      takeUpRefusals: ['machine-not-heard'],
      mayDrain: false,
      lostSecondsAgo: 41,
      lostWallMs: wallMs - 41_000,
    },
    {
      inForce: null,
      doing: 'unknown',
      offers: atRest.offers,
      alarms: [linkLost],
      alarmSystem: {
        ...calmRun.alarmSystem,
        history: [linkLost],
        sound: { state: 'sounding', priority: 'high', sinceMs: 0, secondsLeft: 0, reminders: 0 },
      },
    },
    { rig: { ...rig, link: 'lost', state: null, interlockBits: null } },
  ),
];
