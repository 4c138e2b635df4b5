import type { AlarmUnit } from '../domain/alarm.ts';
import { isCavity, probeIds } from '../domain/case.ts';
import { type Interlock, interlocks } from '../domain/circuit.ts';
import { mostAdditions } from '../domain/preset-fields.ts';
import type { Reading } from '../domain/reading.ts';
import type { Signals } from './signals.ts';
import { controlSpell, howOften } from './spells.ts';
import type { Past } from './watch.ts';

/** What conditions watch: one number, or one for each subject. */
export interface Signal {
  /** Place of the first subject among the readings. */
  readonly at: number;
  readonly unit: AlarmUnit;
  /** Probe or interlock it may be about; "" where the signal is about one thing only. */
  readonly subjects: readonly string[];
}

const one = (at: number, unit: AlarmUnit): Signal => ({ at, unit, subjects: [''] });
const fact = (at: number): Signal => one(at, 'none');
const ofProbes = (at: number, unit: AlarmUnit): Signal => ({ at, unit, subjects: probeIds });

type InterlockSignals = Readonly<Record<`interlock-${Interlock}`, Signal>>;
/** A fact for each interlock of the rig, in the order of their bits. */
const interlockSignals = (first: number): InterlockSignals =>
  Object.fromEntries(
    interlocks.map((name, bit) => [`interlock-${name}`, fact(first + bit)]),
  ) as unknown as InterlockSignals;

/** Place after the others. */
const firstInterlock = 66 + mostAdditions;

/** All that conditions watch, by name. */
export const signalTable = {
  'control-temperature': one(0, 'celsius'),
  'core-temperature': one(1, 'celsius'),
  /** Highest less lowest valid cavity probe. */
  'cavity-spread': one(2, 'celsius'),
  flow: one(3, 'mlPerMin'),
  /** Where flow is needed, a flow that is not known is no flow. */
  'needed-flow': one(4, 'mlPerMin'),
  'inflow-line-pressure': one(5, 'mmHg'),
  'cavity-pressure': one(6, 'mmHg'),
  'cavity-volume': one(7, 'ml'),
  'heater-power': one(8, 'percent'),
  'clock-disagreement': one(9, 'seconds'),
  'screen-stale': one(10, 'seconds'),
  'phase-time': one(11, 'seconds'),
  'time-beyond-plan': one(12, 'seconds'),
  'command-mismatch': fact(13),
  'control-temperature-unknown': fact(14),
  'link-lost': one(15, 'seconds'),
  'rig-restarted': fact(16),
  'storage-failing': one(17, 'seconds'),
  'cavity-temperature': ofProbes(18, 'celsius'),
  'inflow-temperature': ofProbes(22, 'celsius'),
  'probe-fault': ofProbes(26, 'none'),
  'probe-outvoted': ofProbes(30, 'none'),
  /** The probe of the inflow while heat is on the way. */
  'inflow-probe-lost': { at: 34, unit: 'none', subjects: ['T1'] },
  'last-cavity-probe-doubted': fact(35),
  'core-probe-lost': fact(36),
  'audio-not-working': fact(37),
  'core-reading-due': fact(38),
  'reachable-temperature': one(39, 'celsius'),
  /** What is left by count once the drain has given nothing for a while. */
  'undrained-volume': one(40, 'ml'),
  /** The hottest cavity probe in 60 s, if it goes on as it does. */
  'cavity-in-a-minute': one(41, 'celsius'),
  'flow-in-a-minute': one(42, 'mlPerMin'),
  'free-storage': one(43, 'megabytes'),
  /** Of the probe of the inflow, against the balance of heat. */
  'inflow-off-balance': { at: 44, unit: 'kelvin', subjects: ['T1'] },
  /** Where it is more than a pump gives that runs down since the flow was last changed. */
  'flow-while-off': one(45, 'mlPerMin'),
  'pump-turns-while-off': fact(46),
  'console-fault': fact(47),
  'machine-still-pumps': fact(48),
  'another-console': fact(49),
  'drain-unfinished': fact(50),
  'record-removed': fact(51),
  'cavity-unknown': fact(52),
  /** Missing for a third of the last 6 s. */
  'probe-often-missing': ofProbes(53, 'none'),
  'inflow-often-missing': { at: 57, unit: 'none', subjects: ['T1'] },
  'control-often-unknown': fact(58),
  /** Of what goes in, what comes back, %. */
  'return-share': one(59, 'percent'),
  'return-unseen': fact(60),
  'reservoir-lost': one(61, 'ml'),
  /** What a cavity probe reads that does not count for a while. */
  'ignored-temperature': ofProbes(62, 'celsius'),
  /** One for each that a preset can plan. */
  'addition-due': {
    at: 66,
    unit: 'none',
    subjects: Array.from({ length: mostAdditions }, (_, index) => String(index + 1)),
  },
  ...interlockSignals(firstInterlock),
} as const satisfies Record<string, Signal>;
export type SignalName = keyof typeof signalTable;
export const readingCount = firstInterlock + interlocks.length;

const at = signalTable;
/** A drain that has given nothing for this long is dry or blocked, s (docs/safety/limits.md). */
const drySeconds = 10;
/** A pump that is told to stand runs down at least this fast, mL/min a second (the simulated one by 600; proposal). */
const runDownMlPerMinPerSecond = 500;

/**
 * Writes the reading of every signal to its place. NaN is a missing value or one that is not about that subject:
 * it is past no limit (a missing value has an alarm of its own). A fact is 1 or 0.
 */
export function readSignals(
  s: Signals,
  { trends: { outlook }, spells, nowMs }: Past,
  readings: Float64Array,
): void {
  readings[at['cavity-in-a-minute'].at] = outlook.cavityCelsius;
  readings[at['flow-in-a-minute'].at] = outlook.flowMlPerMin;
  readings[at['control-temperature'].at] = known(s.controlCelsius);
  readings[at['core-temperature'].at] = known(s.coreCelsius);
  readings[at.flow.at] = known(s.flowMlPerMin);
  readings[at['needed-flow'].at] = s.flowMlPerMin.value ?? Number.NEGATIVE_INFINITY;
  readings[at['inflow-line-pressure'].at] = known(s.inflowLinePressureMmHg);
  readings[at['cavity-pressure'].at] = known(s.cavityPressureMmHg);
  readings[at['cavity-volume'].at] = s.cavityVolumeMl;
  readings[at['heater-power'].at] = s.heaterPowerPercent ?? Number.NaN;
  readings[at['clock-disagreement'].at] = Math.abs(s.clockDisagreementSeconds);
  readings[at['screen-stale'].at] = s.screenStaleSeconds;
  readings[at['phase-time'].at] = s.phaseSeconds;
  readings[at['time-beyond-plan'].at] = s.beyondPlanSeconds;
  readings[at['command-mismatch'].at] = s.commandMismatch ? 1 : 0;
  readings[at['control-temperature-unknown'].at] = isFaulty(s.controlCelsius, s.linkLost) ? 1 : 0;
  readings[at['link-lost'].at] = s.linkLost ? 1 : 0;
  readings[at['rig-restarted'].at] = s.rigRestarted ? 1 : 0;
  readings[at['storage-failing'].at] = s.storageFailing ? 1 : 0;
  readings[at['free-storage'].at] = s.freeStorageMegabytes ?? Number.NaN;
  readProbes(s, readings);
  readings[at['last-cavity-probe-doubted'].at] = s.lastCavityProbeDoubted ? 1 : 0;
  readings[at['core-probe-lost'].at] = s.coreExpected && isFaulty(s.coreProbeCelsius, s.linkLost) ? 1 : 0;
  readings[at['audio-not-working'].at] = s.audioNotWorking ? 1 : 0;
  for (let index = 0; index < mostAdditions; index += 1)
    readings[at['addition-due'].at + index] = (s.additionsDue[index] ?? null) === null ? 0 : 1;
  readings[at['core-reading-due'].at] = s.coreReadingDue ? 1 : 0;
  readings[at['reachable-temperature'].at] = s.reachCelsius ?? Number.NaN;
  readings[at['inflow-off-balance'].at] = s.inflowOffKelvin ?? Number.NaN;
  readings[at['undrained-volume'].at] = s.drainDrySeconds >= drySeconds ? s.cavityVolumeMl : Number.NaN;
  readPumpWhileOff(s, readings);
  readings[at['console-fault'].at] = s.consoleFault ? 1 : 0;
  readings[at['machine-still-pumps'].at] = s.machineStillPumps ? 1 : 0;
  readings[at['another-console'].at] = s.anotherConsole ? 1 : 0;
  readings[at['drain-unfinished'].at] = s.drainUnfinished ? 1 : 0;
  readings[at['record-removed'].at] = s.recordRemoved ? 1 : 0;
  readings[at['return-share'].at] = s.returnShare === null ? Number.NaN : 100 * s.returnShare;
  readings[at['return-unseen'].at] = s.returnUnseen ? 1 : 0;
  readings[at['reservoir-lost'].at] = s.reservoirLostMl ?? Number.NaN;
  readings[at['cavity-unknown'].at] = s.cavityUnknown ? 1 : 0;
  readings[at['control-often-unknown'].at] = howOften(spells, controlSpell, nowMs);
  for (let probe = 0; probe < 4; probe += 1) {
    const often = s.sites[probe] === 'not-used' ? 0 : howOften(spells, probe, nowMs);
    const isInflow = probe === 0 && s.heats;
    readings[at['probe-often-missing'].at + probe] = isInflow ? 0 : often;
    if (probe === 0) readings[at['inflow-often-missing'].at] = isInflow ? often : 0;
  }
  for (let bit = 0; bit < interlocks.length; bit += 1) {
    readings[at['interlock-watchdog-expired'].at + bit] = (s.interlockBits >> bit) & 1;
  }
}

function readPumpWhileOff(s: Signals, readings: Float64Array): void {
  const leftMlPerMin = s.lastSetFlowMlPerMin - (runDownMlPerMinPerSecond * s.flowSteadyMs) / 1000;
  const flowMlPerMin = s.flowMlPerMin.value ?? Number.NaN;
  readings[at['flow-while-off'].at] = flowMlPerMin > leftMlPerMin ? flowMlPerMin : Number.NaN;
  // It alarms after 3 s more: by then it has to stand.
  const turns = leftMlPerMin <= 3 * runDownMlPerMinPerSecond && (s.pumpSpeedRpm ?? 0) > 0;
  readings[at['pump-turns-while-off'].at] = turns ? 1 : 0;
}

function readProbes(s: Signals, readings: Float64Array): void {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  let cavityProbes = 0;
  readings.fill(Number.NaN, at['ignored-temperature'].at, at['ignored-temperature'].at + probeIds.length);
  if (s.ignored !== null)
    readings[at['ignored-temperature'].at + probeIds.indexOf(s.ignored.probe)] =
      s.ignored.celsius ?? Number.NaN;
  for (let probe = 0; probe < 4; probe += 1) {
    const reading = s.probesCelsius[probe] as Reading;
    const site = s.sites[probe] as Signals['sites'][number];
    const celsius = known(reading);
    readings[at['cavity-temperature'].at + probe] = isCavity(site) ? celsius : Number.NaN;
    readings[at['inflow-temperature'].at + probe] = site === 'inflow' ? celsius : Number.NaN;
    const faulty = site !== 'not-used' && isFaulty(reading, s.linkLost);
    const outvoted = reading.missing === 'outvoted';
    const inflowLost = faulty && site === 'inflow' && s.heats;
    readings[at['probe-fault'].at + probe] = faulty && !outvoted && !inflowLost ? 1 : 0;
    readings[at['probe-outvoted'].at + probe] = faulty && outvoted ? 1 : 0;
    if (site === 'inflow') readings[at['inflow-probe-lost'].at] = inflowLost ? 1 : 0;
    if (!isCavity(site) || reading.value === null) continue;
    cavityProbes += 1;
    if (celsius < lowest) lowest = celsius;
    if (celsius > highest) highest = celsius;
  }
  readings[at['cavity-spread'].at] = cavityProbes < 2 ? Number.NaN : highest - lowest;
}

const known = (reading: Reading): number => (reading.value === null ? Number.NaN : reading.value);

/** Missing for a reason of its own: what the line explains, or a person said, is not the fault of a probe. */
const isFaulty = ({ missing }: Reading, linkLost: boolean): boolean =>
  missing !== null &&
  !linkLost &&
  missing !== 'link-lost' &&
  missing !== 'no-telemetry' &&
  missing !== 'ignored';

/** The value told beside a fact; `null`: none. */
export function toldWith(name: SignalName, s: Signals): number | null {
  if (name === 'link-lost') return s.linkAgeSeconds;
  return name === 'storage-failing' ? s.recordBehindSeconds : null;
}

/** What the signal is about in this tick. */
export function subjectNow(name: SignalName, subject: number, s: Signals): string {
  if (name === 'phase-time') return s.phase;
  if (name === 'addition-due') return s.additionsDue[subject] ?? '';
  return signalTable[name].subjects[subject] as string;
}
