import type { Signals } from '../alarms/signals.ts';
import { missing } from '../domain/reading.ts';

/** What concerns a console that has no run, or one that is over. */
export interface RestFacts {
  /** A rig ought to answer: it was there, or the machine of the run that is over has yet to be seen to stand. */
  readonly expectLink: boolean;
  readonly linkLost: boolean;
  readonly linkAgeSeconds: number | null;
  /** As heard last; 0 where nothing is heard. */
  readonly interlockBits: number;
  readonly machineStillPumps: boolean;
  readonly consoleFault: boolean;
  readonly anotherConsole: boolean;
  readonly storageFailing: boolean;
  readonly recordBehindSeconds: number | null;
  readonly recordRemoved: boolean;
  readonly freeStorageMegabytes: number | null;
  readonly screenStaleSeconds: number;
  readonly audioNotWorking: boolean;
  /** A drain outside a run is over and has not brought what is in the cavity. */
  readonly drainUnfinished: boolean;
}

type OfMachine = Pick<RestFacts, 'consoleFault' | 'machineStillPumps' | 'anotherConsole'>;
type OfLine = Pick<RestFacts, 'expectLink' | 'linkLost' | 'linkAgeSeconds' | 'interlockBits'>;

type Around = Omit<RestFacts, keyof OfMachine | keyof OfLine>;

/** What is known where there is no run. */
export const restFacts = (
  { consoleFault, machineStillPumps, anotherConsole }: OfMachine,
  line: OfLine,
  around: Around,
): RestFacts => ({ ...line, ...around, consoleFault, machineStillPumps, anotherConsole });

const unheard = missing('no-telemetry');

/** Nothing is treated: no temperature, flow or volume is judged, and nothing asked for. */
const calm: Signals = {
  phase: 'complete',
  targetCelsius: 0,
  controlCelsius: unheard,
  controlled: false,
  heats: false,
  sites: ['not-used', 'not-used', 'not-used', 'not-used'],
  probesCelsius: [unheard, unheard, unheard, unheard],
  coreCelsius: unheard,
  coreProbeCelsius: unheard,
  coreExpected: false,
  inflowOffKelvin: null,
  lastCavityProbeDoubted: false,
  reachCelsius: null,
  flowMlPerMin: unheard,
  setFlowMlPerMin: 0,
  pumpAskedOff: false,
  pumpSpeedRpm: null,
  lastSetFlowMlPerMin: 0,
  flowSteadyMs: 0,
  heatWanted: false,
  heaterRequested: false,
  heaterPowerPercent: null,
  commandMismatch: false,
  inflowLinePressureMmHg: unheard,
  inflowLinePressureLimitMmHg: 0,
  cavityPressureMmHg: unheard,
  closedTechnique: false,
  openCavityHighMs: 0,
  perfusate: false,
  cavityUnknown: false,
  returnShare: null,
  returnUnseen: false,
  reservoirLostMl: null,
  ignored: null,
  // Not judged: an alarm on the volume is over by more than its hysteresis.
  cavityVolumeMl: Number.NaN,
  planVolumeMl: 0,
  largestVolumeMl: 0,
  retainedAskMl: Number.POSITIVE_INFINITY,
  drainDrySeconds: 0,
  drainUnfinished: false,
  additionsDue: [],
  coreReadingDue: false,
  interlockBits: 0,
  linkLost: false,
  linkAgeSeconds: null,
  rigRestarted: false,
  consoleFault: false,
  machineStillPumps: false,
  anotherConsole: false,
  storageFailing: false,
  recordBehindSeconds: null,
  recordRemoved: false,
  freeStorageMegabytes: null,
  clockDisagreementSeconds: 0,
  screenStaleSeconds: 0,
  audioNotWorking: false,
  phaseSeconds: 0,
  phaseLimitSeconds: null,
  beyondPlanSeconds: 0,
};

/** What alarms look at outside a run. Pure. */
export function restSignals(facts: RestFacts): Signals {
  const { expectLink, linkLost, ...others } = facts;
  return { ...calm, ...others, linkLost: expectLink && linkLost };
}
