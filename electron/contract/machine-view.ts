import type { Alarm } from '../domain/alarm.ts';
import type { AuthorityState } from '../domain/authority-state.ts';
import type { CircuitMode } from '../domain/circuit.ts';
import type { PersonName } from '../domain/patient.ts';
import type { Phase } from '../domain/phase.ts';
import type { Reading } from '../domain/reading.ts';
import type { MachineDoing } from '../domain/stood-down.ts';

export { type FluidAnswer, fluidAnswers } from '../domain/fluid-answer.ts';
export type { MachineDoing } from '../domain/stood-down.ts';

import type { AlarmSystemView } from './alarm-system.ts';

/** How it stands with the machine, with a run or without: who may write, what it does, what a person may ask of it. */
export interface MachineView {
  readonly authority: AuthorityState;
  /** `null` with the link lost. */
  readonly inForce: {
    readonly mode: CircuitMode;
    readonly heaterEnable: boolean;
    readonly pumpEnable: boolean;
    readonly flowMlPerMin: Reading;
  } | null;
  /** Which of T1 to T4 it has; `null` with the link lost. */
  readonly probesFitted: readonly boolean[] | null;
  /** What T1 to T4 read; `null` with the link lost. */
  readonly probesCelsius: readonly [Reading, Reading, Reading, Reading] | null;
  /** What it does, whoever told it to; `unknown` with the link lost. */
  readonly doing: MachineDoing;
  /** How long it has been told to stand down and has not; `null`: it has, or is not told. */
  readonly standingDownSeconds: number | null;
  /** Somebody else commands it: the heartbeat it echoes moves while this console only reads. */
  readonly anotherConsole: boolean;
  /** A tick of the console itself failed just now, or it has given up. */
  readonly fault: { readonly failures: number; readonly message: string } | null;
  /** Alarms of the console where no run is open; a run has its own. */
  readonly alarms: readonly Alarm[];
  readonly alarmSystem: AlarmSystemView | null;
  /** What a person may ask of it outside a run, each where it can be taken now; all `false` in a run. */
  readonly offers: Readonly<Record<RescueRequest, boolean>>;
  /** Interlocks latched that a person may clear before a run, bit n = interlock n. */
  readonly interlockBits: number;
  /** What a person has asked of it outside a run and still goes on; `null`: nothing. */
  readonly rescue: RescueView | null;
  /** A drain outside a run is over and has not brought what is in the cavity; nobody has looked to it since. */
  readonly drainUnfinished: boolean;
}

/** Asked of a machine outside a run. `end-drain`: the drain is over, in a person's eyes. */
export const rescueRequests = [
  'off',
  'circulate-unheated',
  'drain',
  'end-drain',
  'clear-interlocks',
] as const;
export type RescueRequest = (typeof rescueRequests)[number];

export interface RescueView {
  readonly asked: 'off' | 'circulate-unheated' | 'drain';
  readonly seconds: number;
  /** Written is what was asked; with the link lost nothing is, and a person has to ask again. */
  readonly written: boolean;
  /** Drained since it began, by count, mL. */
  readonly drainedMl: number;
  /** Nothing has come for so long, s; 0 where it comes. */
  readonly drySeconds: number;
}

/** A run that its console lost: what is known of it, and what may be done. */
export interface RecoveryView {
  readonly runId: string;
  readonly patientName: PersonName;
  readonly hospitalNumber: string;
  readonly presetName: string;
  readonly rigSerialNumber: string;
  readonly phase: Phase;
  readonly lostWallMs: number;
  readonly lostSecondsAgo: number;
  readonly clocks: {
    readonly plannedSeconds: number;
    readonly elapsedSeconds: number | null;
    readonly inBandSeconds: number | null;
    readonly drugInCavitySeconds: number | null;
  };
  /** The last values on record. */
  readonly probesCelsius: readonly Reading[];
  readonly flowMlPerMin: Reading;
  readonly inCavityMl: number;
  /** How far that may be off, mL; `null`: nobody knows. */
  readonly uncertaintyMl: number | null;
  /** Why it cannot be taken up now, keys of the dictionary; none: it can. */
  readonly takeUpRefusals: readonly string[];
  readonly mayDrain: boolean;
}

/** The last record of this rig ended with fluid in the cavity, or nobody knows. */
export interface FluidMemoryView {
  readonly runId: string;
  /** `null`: its record names nobody. */
  readonly patientName: PersonName | null;
  readonly endedWallMs: number;
  /** By count, mL; `null`: not known. */
  readonly volumeMl: number | null;
  /** What its run had planned to fill, mL: what is nearly nothing goes by it; `null`: not known. */
  readonly fillMl: number | null;
}
