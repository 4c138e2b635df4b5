import type { AlarmSystemView, ConsoleView, MachineView } from '../../../electron/contract/view.ts';
import type { Alarm } from '../../../electron/domain/alarm.ts';
import { interlockBit } from '../../../electron/domain/circuit.ts';
import { measured } from '../../../electron/domain/reading.ts';
import { alarm, calmRun, preset, rig, treatmentCase, wallMs } from '../support/sample-run.ts';
import { atRest, base, linkLost, noTrend, type Sample } from './base.ts';
import { reviewSamples } from './late.ts';

const none: MachineView['offers'] = atRest.offers;
const pumping: MachineView = {
  ...atRest,
  inForce: { mode: 'circulate', heaterEnable: true, pumpEnable: true, flowMlPerMin: measured(1494) },
  doing: 'circulating',
  offers: { ...none, off: true, 'circulate-unheated': true, drain: true },
};

const sounding = (alarms: readonly Alarm[]): AlarmSystemView => ({
  ...calmRun.alarmSystem,
  history: alarms,
  sound: { state: 'sounding', priority: 'high', sinceMs: 0, secondsLeft: 0, reminders: 0 },
});
const unfinished = alarm({ code: 'drain-unfinished', priority: 'medium', kind: 'physiological' });
const stillPumps = alarm({ code: 'machine-still-pumps', priority: 'high', kind: 'technical' });
const otherConsole = alarm({ code: 'another-console', priority: 'high', kind: 'technical' });

const setup = (name: string, machine: MachineView, view: Partial<ConsoleView> = {}): Sample => ({
  name,
  view: {
    ...base,
    stage: 'setup',
    run: null,
    rig: { ...rig, state: machine.doing === 'stood-down' ? 'standby' : 'running' },
    machine,
    setup: { ...base.setup, draftCase: treatmentCase, draftPresetName: preset.name },
    ...view,
  },
  trend: noTrend,
});

const completed = reviewSamples[0] as Sample;

/** The machine outside a run: pumping, standing down, drained, out of reach. */
export const machineSamples: Sample[] = [
  setup('machine-pumps', pumping),
  setup('machine-latched', {
    ...atRest,
    interlockBits: interlockBit('watchdog-expired') | interlockBit('inflow-sensor-fault'),
    offers: { ...none, 'clear-interlocks': true },
  }),
  setup('machine-latched-all', {
    ...pumping,
    interlockBits: 0xfff,
    offers: { ...pumping.offers, 'clear-interlocks': true },
  }),
  setup('machine-another-console', {
    ...pumping,
    anotherConsole: true,
    offers: none,
    alarms: [otherConsole],
    alarmSystem: sounding([otherConsole]),
  }),
  setup('machine-drains', {
    ...pumping,
    authority: 'commanding',
    inForce: { mode: 'drain', heaterEnable: false, pumpEnable: true, flowMlPerMin: measured(988) },
    doing: 'draining',
    rescue: { asked: 'drain', seconds: 74, written: true, drainedMl: 1184, drySeconds: 0 },
    offers: { ...none, off: true, 'end-drain': true },
  }),
  setup('machine-drain-dry', {
    ...pumping,
    authority: 'commanding',
    inForce: { mode: 'drain', heaterEnable: false, pumpEnable: true, flowMlPerMin: measured(4) },
    doing: 'draining',
    rescue: { asked: 'drain', seconds: 231, written: true, drainedMl: 3012, drySeconds: 22 },
    offers: { ...none, off: true, 'end-drain': true },
  }),
  setup('machine-drain-unfinished', {
    ...atRest,
    offers: { ...none, drain: true },
    drainUnfinished: true,
    alarms: [unfinished],
    alarmSystem: sounding([unfinished]),
  }),
  setup(
    'machine-link-lost',
    {
      ...pumping,
      authority: 'waiting',
      inForce: null,
      doing: 'unknown',
      rescue: { asked: 'off', seconds: 9, written: false, drainedMl: 0, drySeconds: 0 },
      offers: none,
      alarms: [linkLost],
      alarmSystem: sounding([linkLost]),
    },
    { rig: { ...rig, link: 'lost', state: null, interlockBits: null } },
  ),
  setup(
    'fluid-remembered',
    { ...atRest, offers: { ...none, drain: true } },
    {
      fluid: {
        runId: '2026-03-01-0011',
        patientName: { familyName: 'LAST PATIENT', givenName: '' },
        endedWallMs: wallMs - 21 * 3600_000,
        volumeMl: 1200,
        fillMl: 3000,
      },
    },
  ),
  setup(
    'fluid-after-rescue',
    { ...atRest, offers: { ...none, drain: true }, drainUnfinished: true },
    {
      fluid: {
        runId: '2026-03-01-0011-rescue',
        patientName: null,
        endedWallMs: wallMs - 21 * 3600_000,
        volumeMl: null,
        fillMl: 3000,
      },
    },
  ),
  setup(
    'fluid-and-link-lost',
    {
      ...atRest,
      authority: 'waiting',
      inForce: null,
      doing: 'unknown',
      alarms: [linkLost, otherConsole],
      alarmSystem: sounding([linkLost, otherConsole]),
    },
    {
      rig: { ...rig, link: 'lost', state: null, interlockBits: null },
      fluid: {
        runId: '2026-03-01-0011',
        patientName: { familyName: 'LAST PATIENT', givenName: '' },
        endedWallMs: wallMs - 21 * 3600_000,
        volumeMl: 1200,
        fillMl: 3000,
      },
    },
  ),
  setup('fluid-unknown', pumping, {
    fluid: {
      runId: '2026-03-01-0011',
      patientName: { familyName: 'Fernández de la Vega Sanz', givenName: 'Maria Alejandra' },
      endedWallMs: wallMs - 21 * 3600_000,
      volumeMl: null,
      fillMl: 3000,
    },
  }),
  {
    ...completed,
    name: 'review-standing-down',
    view: {
      ...completed.view,
      machine: {
        ...pumping,
        authority: 'standing-down',
        standingDownSeconds: 14,
        alarmSystem: null,
        inForce: { mode: 'circulate', heaterEnable: false, pumpEnable: true, flowMlPerMin: measured(1494) },
      },
      run: {
        ...(completed.view.run ?? calmRun),
        outcome: 'stopped',
        alarms: [stillPumps],
        alarmSystem: sounding([stillPumps]),
      },
    },
  },
];
