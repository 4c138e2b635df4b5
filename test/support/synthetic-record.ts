import { alone, signedInActor, typedActor } from '../../electron/domain/actor.ts';
import type { Alarm } from '../../electron/domain/alarm.ts';
import type { CircuitMode } from '../../electron/domain/circuit.ts';
import type { DrugEntry } from '../../electron/domain/drug.ts';
import { newLinkCounters } from '../../electron/domain/link.ts';
import type { Phase } from '../../electron/domain/phase.ts';
import { type MissingReason, measured, missing, type Reading } from '../../electron/domain/reading.ts';
import type { KeptEvent, RunEvent, RunHeader } from '../../electron/domain/run-event.ts';
import type { Sample } from '../../electron/domain/sample.ts';
import type { RunRecord } from '../../electron/record/run-record.ts';
import { alarmOf } from './alarm.ts';
import { drugNamed } from './drug.ts';
import { clinicianNamed, perfusionistNamed } from './people.ts';
import { syntheticHeader } from './synthetic-header.ts';

/**
 * A made-up treatment of a little over 100 minutes at ten samples a second: curves of simple exponentials, a probe
 * that comes off for 90 s, a lost link of 8 s without samples, alarms, a refusal, a hold. Made for documents, not a
 * model of a patient.
 */
export function syntheticRecord(header: RunHeader = syntheticHeader): RunRecord {
  return { header, events: syntheticEvents(header), samples: () => syntheticSamples(header), close() {} };
}

const plan: readonly (readonly [Phase, minutes: number])[] = [
  ['self-test', 0.7],
  ['prime', 3],
  ['preheat', 6.5],
  ['fill', 3],
  ['heat-up', 13],
  ['treatment', 61],
  ['drain', 4.5],
  ['rinse', 2.5],
  ['rinse-drain', 3],
  ['rinse', 2.5],
  ['rinse-drain', 3],
  ['disconnect', 1],
  ['complete', 0.2],
];
const starts = plan.map((_, index) => plan.slice(0, index).reduce((sum, [, minutes]) => sum + minutes, 0));
const startOf = (phase: Phase): number => starts[plan.findIndex(([name]) => name === phase)] ?? 0;
const totalMinutes = plan.reduce((sum, [, minutes]) => sum + minutes, 0);
const phaseAt = (minutes: number): Phase =>
  plan[starts.findLastIndex((start) => start <= minutes)]?.[0] ?? 'complete';

/** In minutes: T3 comes off, the link is lost, T3 runs hot. */
const probeOff = { from: 43, until: 44.5 };
const linkLost = { from: 60, until: 60 + 8 / 60 };

const settle = (from: number, to: number, minutes: number, tau: number): number =>
  minutes <= 0 ? from : to + (from - to) * Math.exp(-minutes / tau);
/** Repeatable noise of about ±1. */
const noise = (tick: number, seed: number): number =>
  Math.sin(tick * 12.9898 + seed * 78.233) * Math.sin(tick * 0.37 + seed);

function* syntheticSamples(header: RunHeader): Generator<Sample> {
  for (let tick = 1; tick <= totalMinutes * 600; tick += 1) {
    const minutes = tick / 600;
    if (minutes > linkLost.from && minutes < linkLost.until) continue;
    yield sampleAt(tick, minutes, header);
  }
}

function sampleAt(tick: number, minutes: number, header: RunHeader): Sample {
  const phase = phaseAt(minutes);
  const { targetCelsius, flowMlPerMin } = header.preset;
  const heated = minutes - startOf('preheat');
  const filled = minutes - startOf('fill');
  const drained = minutes - startOf('drain');
  const inflow = drained > 0 ? settle(44.2, 30, drained, 9) : settle(22, 44.3, heated, 3.2);
  const cavity =
    drained > 0 ? settle(targetCelsius, 35, drained, 12) : settle(35.2, targetCelsius, filled, 4.1);
  const hot = Math.exp(-(((minutes - 72) / 2.2) ** 2)) * 0.62;
  const at = (value: number, seed: number): Reading => measured(round(value + 0.02 * noise(tick, seed)));
  const lost = (reason: MissingReason): Reading => missing(reason);
  const upper =
    minutes > probeOff.from && minutes < probeOff.until ? lost('open') : at(cavity + 0.05 + hot, 3);
  const lower = at(cavity - 0.06 + hot * 0.2, 4);
  const control = phase === 'treatment' || phase === 'heat-up' ? meanOf([upper, lower]) : at(inflow, 1);
  const running = phase !== 'self-test' && phase !== 'disconnect' && phase !== 'complete';
  const set = running ? flowMlPerMin : 0;
  const command = {
    mode: modes[phase],
    heaterEnable: heated > 0 && drained <= 0,
    pumpEnable: running,
    inflowSetpointCelsius: 44.3,
    flowSetpointMlPerMin: set,
  };
  const inBand =
    phase === 'treatment' && control.value !== null && Math.abs(control.value - targetCelsius) <= 0.5;
  return {
    sessionMs: tick * 100,
    wallMs: header.startedWallMs + tick * 100,
    phase,
    probesCelsius: [at(inflow, 1), at(cavity - 0.3, 2), upper, lower],
    coreCelsius: at(36.4 + Math.max(0, settle(0, 2, minutes - startOf('heat-up'), 30)), 5),
    controlCelsius: control,
    flowMlPerMin: measured(Math.round(set * (1 + 0.012 * noise(tick, 6)))),
    outflowMlPerMin: missing('not-fitted'),
    inflowLinePressureMmHg: measured(running ? 58 : 0),
    cavityPressureMmHg: missing('not-fitted'),
    reservoirMl: measured(1200),
    heaterPowerPercent: measured(command.heaterEnable ? 9.6 : 0),
    pumpSpeedRpm: measured(running ? 120 : 0),
    cavityVolumeMl: volumeAt(minutes),
    requested: command,
    inForce: command,
    interlockBits: 0,
    inBand,
  };
}

const modes: Readonly<Record<Phase, CircuitMode>> = {
  'self-test': 'standby',
  prime: 'prime',
  'machine-test': 'bypass',
  preheat: 'bypass',
  fill: 'fill',
  'heat-up': 'circulate',
  treatment: 'circulate',
  dwell: 'standby',
  drain: 'drain',
  rinse: 'rinse',
  'rinse-drain': 'drain',
  disconnect: 'standby',
  complete: 'standby',
};

/** Straight lines from phase to phase: 3000 mL filled, two rinses of 1000 mL, 140 mL left, mL. */
function volumeAt(minutes: number): number {
  const index = starts.findLastIndex((start) => start <= minutes);
  const share = (minutes - (starts[index] ?? 0)) / (plan[index]?.[1] ?? 1);
  const before = volumesAfter[index - 1] ?? 0;
  return round(before + ((volumesAfter[index] ?? 0) - before) * share);
}
const volumesAfter = [0, 0, 0, 3000, 3000, 3010, 120, 1120, 130, 1130, 140, 140, 140];

const round = (value: number): number => Math.round(value * 1000) / 1000;
function meanOf(readings: readonly Reading[]): Reading {
  const values = readings.flatMap(({ value }) => (value === null ? [] : [value]));
  return values.length === 0
    ? missing('no-value')
    : measured(values.reduce((a, b) => a + b, 0) / values.length);
}

const firstDrug: DrugEntry = {
  name: 'First fraction as prescribed',
  doseMg: 60,
  volumeMl: 50,
  diluent: 'Sodium chloride 0.9 %',
  lot: 'P-7731',
  expiry: '2026-03-03',
  preparedBy: 'Pharmacy',
};
const secondDrug: DrugEntry = {
  ...drugNamed('Second fraction as prescribed', 25),
  doseMg: 30,
  lot: 'P-7732',
  expiry: '2026-03-03',
};
const relief = perfusionistNamed('N. Relief');

type Action = Extract<RunEvent, { type: 'action' }>;
const nurse = signedInActor({ id: 'nurse', name: 'O. Nurse', role: 'or-staff' });
const surgeon = clinicianNamed('Dr. S. Surgeon');

/** Events by minute; the journal's order and numbers are made from it. */
function syntheticEvents(header: RunHeader): KeptEvent[] {
  const person = header.case.perfusionist;
  const action = (
    name: Action['action'],
    refused: Action['refused'] = null,
    { by = perfusionistNamed(person), ...also }: Partial<Action> = {},
  ): RunEvent => ({ type: 'action', by, ...alone, ...also, action: name, refused });
  const vital = (minutes: number, sign: string, value: number): [number, RunEvent] => [
    minutes,
    action({ type: 'record-vital', sign, value }, null, { by: nurse }),
  ];
  const timed: [minutes: number, RunEvent][] = [
    [0, { type: 'run-started', header }],
    ...plan.map(([to], index): [number, RunEvent] => [
      starts[index] ?? 0,
      { type: 'phase', from: plan[index - 1]?.[0] ?? null, to, cause: '' },
    ]),
    ...selfTest,
    [startOf('prime') - 0.01, action({ type: 'advance', from: 'self-test' })],
    [
      startOf('treatment') - 3,
      action(
        { type: 'start-treatment', drug: firstDrug, early: null, checkedBy: ['Checker One', 'Checker Two'] },
        'not-ready',
      ),
    ],
    [
      startOf('treatment') - 0.005,
      action(
        {
          type: 'start-treatment',
          drug: firstDrug,
          early: null,
          checkedBy: ['Checker One', 'Checker Two'],
        },
        null,
        { second: surgeon },
      ),
    ],
    ...alarmEvents,
    [0.01, { type: 'chair', from: null, to: perfusionistNamed(person) }],
    [
      2.2,
      action({ type: 'record-carrier', carrier: { name: 'Sodium chloride 0.9 %, 2 bags', volumeMl: 4000 } }),
    ],
    [
      startOf('preheat') - 0.2,
      action({ type: 'time-out', names: ['Dr. S. Surgeon', 'M. Perfusionist'] }, null, { by: nurse }),
    ],
    vital(22, 'glucose', 6.2),
    vital(22.4, 'sodium', 138),
    vital(31, 'urine', 80),
    vital(52, 'glucose', 8.9),
    vital(53.5, 'sodium', 136),
    vital(57.5, 'glucose', 9.4),
    vital(58, 'lactate', 2.1),
    vital(83, 'glucose', 8.1),
    vital(83.2, 'urine', 210),
    [52.5, action({ type: 'record-reading', kind: 'core-temperature', value: 37.9 }, null, { by: nurse })],
    [66, { type: 'chair', from: perfusionistNamed(person), to: relief }],
    [
      95.2,
      action({ type: 'skip-rinses', from: 'rinse-drain', reason: 'Bowel wall bleeds' }, 'not-in-this-phase', {
        by: typedActor('P. Passer-by'),
        breakGlass: 'Nobody else in the room had an account',
      }),
    ],
    [
      45,
      action({
        type: 'record-note',
        text: 'Plug of T3 reseated by the surgeon; catheter position unchanged.',
      }),
    ],
    [linkLost.until, { type: 'link-lost', detail: 'no telemetry for 1.0 s' }],
    [linkLost.until, { type: 'heat-held', reason: 'link-lost' }],
    [linkLost.until + 0.05, { type: 'link-restored', detail: 'same rig, serial number as before' }],
    [linkLost.until + 0.4, action({ type: 'take-command' })],
    [linkLost.until + 0.5, action({ type: 'resume-heat' })],
    [linkLost.until + 0.5, { type: 'heat-released' }],
    [
      55.7,
      action(
        {
          type: 'record-drug',
          drug: secondDrug,
          addition: 1,
          checkedBy: ['A. Example', 'B. Example'],
        },
        null,
        { second: surgeon },
      ),
    ],
    [60, action({ type: 'record-reading', kind: 'cavity-pressure', value: 11 })],
    [startOf('drain') - 0.01, action({ type: 'end-treatment', early: null }, null, { by: relief })],
    [totalMinutes, { type: 'run-ended', outcome: 'completed', summary: totals }],
  ];
  const order = timed.toSorted(([a], [b]) => a - b);
  return order.map(([minutes, event], index) => {
    const sessionMs = Math.round(minutes * 60_000);
    return { seq: index + 1, sessionMs, wallMs: header.startedWallMs + sessionMs, event };
  });
}

const selfTest: [number, RunEvent][] = [
  ['link', '20 replies in a row'],
  ['probes', 'cavity probes differ by 0.11 °C'],
  ['pump', '1500 mL/min of 1500 asked'],
  ['heater', '9.6 % power'],
  ['watchdog', 'machine turned its heater off by itself'],
  ['rest', 'heater off, no interlock'],
].map(([check = '', detail = ''], index) => [
  0.1 + index * 0.08,
  { type: 'self-test', check, passed: true, detail },
]);

const totals = {
  elapsedSeconds: 61 * 60,
  inBandSeconds: 3652.1,
  drugInCavitySeconds: 65.5 * 60,
  volumeInMl: 5000,
  volumeOutMl: 4870,
  volumeRetainedMl: 140,
  link: {
    ...newLinkCounters(),
    exchanges: 61_320,
    timeouts: 14,
    crcErrors: 3,
    staleEchoes: 1,
    reconnects: 1,
    noiseBytes: 37,
  },
};

function alarmLife(
  alarm: Alarm,
  raised: number,
  acknowledged: number | null,
  cleared: number,
): [number, RunEvent][] {
  const up: Alarm = { ...alarm, raisedMs: raised * 60_000 };
  const known: Alarm =
    acknowledged === null
      ? up
      : { ...up, acknowledgedMs: acknowledged * 60_000, acknowledgedBy: typedActor('M. Perfusionist') };
  return [
    [raised, { type: 'alarm-raised', alarm: up }],
    ...(acknowledged === null
      ? []
      : [[acknowledged, { type: 'alarm-acknowledged', alarm: known }] as [number, RunEvent]]),
    [cleared, { type: 'alarm-cleared', alarm: { ...known, clearedMs: cleared * 60_000 } }],
  ];
}

const quiet = alarmOf({ id: '', code: 'probe-fault', subject: 'T3', priority: 'medium', kind: 'technical' });

const alarmEvents: [number, RunEvent][] = [
  ...alarmLife({ ...quiet, id: 'probe-fault:T3#1' }, 43.03, 43.2, 44.5),
  ...alarmLife(
    {
      ...quiet,
      id: 'link-lost#1',
      code: 'link-lost',
      subject: '',
      priority: 'high',
      unit: 'seconds',
      value: 1,
      limit: 1,
      worst: 8,
      reaction: 'heater-off',
    },
    60.02,
    60.1,
    linkLost.until,
  ),
  ...alarmLife(
    {
      ...quiet,
      id: 'core#1',
      code: 'core-temperature-low-limit',
      subject: '',
      priority: 'low',
      kind: 'physiological',
      unit: 'celsius',
      value: 38.5,
      limit: 38.5,
      worst: 38.53,
    },
    80,
    80.3,
    84,
  ),
  ...alarmLife(
    {
      ...quiet,
      id: 'cavity#1',
      code: 'cavity-temperature-high',
      kind: 'physiological',
      priority: 'high',
      unit: 'celsius',
      value: 43.52,
      limit: 43.5,
      worst: 43.61,
      reaction: 'heater-off',
    },
    71.5,
    71.7,
    73,
  ),
];
