import type { ActionResult, DrugCheck, OperatorAction } from '../../../electron/domain/action.ts';
import { defaultProbeSites, type ProbeSites } from '../../../electron/domain/case.ts';
import { type CircuitMode, type Interlock, interlockBit } from '../../../electron/domain/circuit.ts';
import { type Intent, standbyIntent } from '../../../electron/domain/command.ts';
import { interlocksStopPump } from '../../../electron/domain/interlock-effects.ts';
import type { Phase } from '../../../electron/domain/phase.ts';
import type { Preset } from '../../../electron/domain/preset.ts';
import { type MissingReason, measured, missing, type Reading } from '../../../electron/domain/reading.ts';
import type { RunEvent } from '../../../electron/domain/run-event.ts';
import type { CoreHold } from '../../../electron/domain/site.ts';
import type { RigIdentity, Telemetry } from '../../../electron/domain/telemetry.ts';
import { unknownPatient } from '../../../electron/protocol/estimate/priors.ts';
import { refusalOf } from '../../../electron/protocol/guards.ts';
import { intentOf } from '../../../electron/protocol/intent.ts';
import { isInMode, isTreating } from '../../../electron/protocol/phase-plan.ts';
import { treatmentComplete } from '../../../electron/protocol/plan-time.ts';
import { holdsHeartbeat } from '../../../electron/protocol/self-test.ts';
import { newRun, type RunState } from '../../../electron/protocol/state.ts';
import { type ProtocolEvent, type ProtocolStep, step } from '../../../electron/protocol/step.ts';
import { drugNamed } from '../../support/drug.ts';
import { perfusionistNamed } from '../../support/people.ts';

/** As short as a preset may be, with one rinse. */
export const benchPreset: Preset = {
  name: 'bench',
  version: 1,
  source: 'test',
  cavity: 'peritoneal',
  setting: 'intra-operative',
  targetCelsius: 42.5,
  minutes: 15,
  flowMlPerMin: 1500,
  fillVolumeMl: 500,
  largestCavityVolumeMl: 1500,
  fillFlowMlPerMin: 1000,
  drainFlowMlPerMin: 1000,
  carrier: 'saline',
  mode: 'circulation',
  controlSite: 'cavity',
  rulingClock: 'in-band',
  clockStartsOn: 'in-band',
  fillMlPerM2: null,
  fillMlPerKg: null,
  additions: [],
  rinses: { count: 1, volumeMl: 300 },
  basedOn: null,
};

/** The same, filled once instead of circulating. */
export const instillationPreset: Preset = { ...benchPreset, mode: 'single-instillation' };

export const benchRig: RigIdentity = {
  mapVersion: 1,
  features: {
    core: true,
    inflowLinePressure: true,
    battery: false,
    reservoirLevel: false,
    cavityPressure: true,
    outflowMeter: false,
    simulated: true,
  },
  serialNumber: 'BENCH-1',
  firmware: '1.0.0',
  calibrationDates: [null, null, null, null],
  lowestFlowMlPerMin: 100,
  highestFlowMlPerMin: 2500,
  heaterRatingW: 2000,
  timeScale: 1,
};

export const checkedBy: DrugCheck = ['Nurse One', 'Pharmacist Two'];
export const clinician = 'Dr Named';
export const named = { reason: 'a reason', clinician };

export type ProbeValue = number | MissingReason;

/**
 * A run of the protocol on a bench rig that does at once what it is told: the rig's temperatures, flow and
 * interlocks are what the story says. Keeps every event; the clock is a number.
 */
export class Bench {
  state: RunState;
  nowMs = 0;
  readonly events: RunEvent[] = [];
  /** Inflow, outflow, cavity upper, cavity lower: °C, or why there is none. */
  celsius: [ProbeValue, ProbeValue, ProbeValue, ProbeValue] = [22, 22, 36.5, 36.4];
  /** Flow as a share of what is asked; `null`: the meter gives no value. */
  flowShare: number | null = 1;
  outflowMlPerMin: Reading = missing('not-fitted');
  coreCelsius: Reading = measured(37);
  interlockBits = 0;
  /** The last command block the rig took. */
  taken: Intent = standbyIntent;
  heaterPercent: number | null = null;
  reservoirMl: Reading = missing('not-fitted');
  cavityPressureMmHg: Reading = measured(10);
  #ticks = 0;
  #heldSinceMs: number | null = null;
  #cavityMl = 0;

  /** `trueMl`: what is in the cavity in truth, whatever the run knows of it. */
  constructor(
    preset: Preset = benchPreset,
    sites: ProbeSites = defaultProbeSites,
    fluidInCavityMl: number | null = 0,
    trueMl = fluidInCavityMl ?? 0,
    coreHold: CoreHold | null = null,
    checksEachDrug = false,
    reservoirRestMl = 0,
  ) {
    this.state = newRun(preset, sites, benchRig, 0, unknownPatient, {
      fluidInCavityMl,
      coreHold,
      checksEachDrug,
      needsSecond: { heat: false, drugs: false },
      asksTimeOut: true,
      reservoirRestMl,
      circuitVolumeMl: null,
    });
    this.#cavityMl = trueMl;
  }

  /** What is written now; `null`: nothing, a person has to decide first. */
  get intent(): Intent | null {
    return this.state.decision === 'none' ? intentOf(this.state) : null;
  }

  /** A copy that goes its own way. */
  fork(): Bench {
    const copy = new Bench(this.state.preset, this.state.sites);
    const events = [...this.events];
    Object.assign(copy, this, { events, celsius: [...this.celsius] });
    copy.#ticks = this.#ticks;
    copy.#heldSinceMs = this.#heldSinceMs;
    copy.#cavityMl = this.#cavityMl;
    return copy;
  }

  /** One exchange: the rig takes the intent and answers, or its reply is lost. */
  tick(ms = 100, reply: 'heard' | 'lost' = 'heard'): ProtocolStep {
    this.nowMs += ms;
    this.#obey(ms);
    return this.hear({
      type: 'tick',
      telemetry: reply === 'heard' ? this.telemetry() : null,
      wallMs: this.nowMs,
    });
  }

  seconds(seconds: number): void {
    for (let tick = 0; tick < seconds * 10; tick += 1) this.tick();
  }

  hear(event: ProtocolEvent): ProtocolStep {
    const result = step(this.state, event, this.nowMs);
    this.state = result.state;
    this.events.push(...result.events);
    return result;
  }

  act(action: OperatorAction): ActionResult {
    const { result } = this.hear({ type: 'action', action, by: perfusionistNamed('Perfusionist') });
    if (result === null) throw new Error('an action has a result');
    return result;
  }

  loseLink(): void {
    this.hear({ type: 'link-lost', detail: 'cable' });
  }
  restoreLink(): void {
    this.hear({ type: 'link-restored', detail: 'cable' });
    this.tick();
  }

  latch(...names: Interlock[]): void {
    for (const name of names) this.interlockBits |= interlockBit(name);
  }

  /** All four probes near one temperature. */
  warm(celsius: number): void {
    this.celsius = [celsius, celsius, celsius, celsius];
  }

  types(): string[] {
    return this.events.map((event) => event.type);
  }

  telemetry(): Telemetry {
    const { taken } = this;
    const pumping = taken.pumpEnable && !interlocksStopPump(this.interlockBits, taken.mode);
    const heating = taken.heaterEnable && this.interlockBits === 0;
    const flow = pumping && !this.#dry(taken.mode) ? taken.flowSetpointMlPerMin : 0;
    return {
      heartbeatEcho: this.#ticks,
      rigState: pumping ? 'running' : 'standby',
      interlockBits: this.interlockBits,
      probesCelsius: [this.#probe(0), this.#probe(1), this.#probe(2), this.#probe(3)],
      coreCelsius: this.coreCelsius,
      flowMlPerMin: this.flowShare === null ? missing('no-value') : measured(flow * this.flowShare),
      inflowLinePressureMmHg: measured(60),
      heaterPowerPercent: this.heaterPercent ?? (heating ? 20 : 0),
      pumpSpeedRpm: flow / 10,
      reservoirMl: this.reservoirMl,
      inForce: {
        mode: taken.mode,
        heaterEnable: heating,
        pumpEnable: pumping,
        inflowSetpointCelsius: taken.inflowSetpointCelsius,
        flowSetpointMlPerMin: taken.flowSetpointMlPerMin,
        inflowLimitCelsius: taken.inflowLimitCelsius,
        clearBits: taken.clearBits,
      },
      uptimeMs: this.nowMs,
      blocksRefused: 0,
      cavityPressureMmHg: this.cavityPressureMmHg,
      outflowMlPerMin: this.outflowMlPerMin,
    };
  }

  #obey(ms: number): void {
    this.#ticks += 1;
    const { intent } = this;
    if (intent !== null) this.taken = intent;
    this.#watchdog();
    if (!this.taken.heaterEnable) this.interlockBits &= ~this.taken.clearBits;
    const ml = (this.taken.pumpEnable ? this.taken.flowSetpointMlPerMin * ms : 0) / 60_000;
    if (this.taken.mode === 'fill' || this.taken.mode === 'rinse') this.#cavityMl += ml;
    if (this.taken.mode === 'drain') this.#cavityMl -= ml;
  }

  /** The test of the watchdog holds the heartbeat; the rig notices after half a second. */
  #watchdog(): void {
    this.#heldSinceMs = holdsHeartbeat(this.state) ? (this.#heldSinceMs ?? this.nowMs) : null;
    if (this.#heldSinceMs !== null && this.nowMs - this.#heldSinceMs >= 500) this.latch('watchdog-expired');
  }

  #dry(mode: CircuitMode): boolean {
    return mode === 'drain' && this.#cavityMl <= 0;
  }

  /** The last digit moves, as that of a live probe does. */
  #probe(probe: 0 | 1 | 2 | 3): Reading {
    const value = this.celsius[probe];
    return typeof value === 'number' ? measured(value + (this.#ticks % 2) / 1000) : missing(value);
  }
}

const reached = new Map<Phase, Bench>();

/** The preset whose runs come to a phase. */
const presetFor = (phase: Phase): Preset =>
  isInMode(phase, benchPreset.mode) ? benchPreset : instillationPreset;

/** A run that a careful operator has brought to the beginning of a phase, everything as it should be. */
export function runIn(phase: Phase, preset: Preset | null = null): Bench {
  if (preset !== null) return lead(new Bench(preset), phase);
  const bench = reached.get(phase) ?? lead(new Bench(presetFor(phase)), phase);
  reached.set(phase, bench);
  return bench.fork();
}

/** The same with fluid in the cavity as the run begins; `null`: of unknown volume. */
export const runWithFluid = (phase: Phase, fluidInCavityMl: number | null, trueMl?: number): Bench =>
  lead(new Bench(benchPreset, defaultProbeSites, fluidInCavityMl, trueMl), phase);

export function lead(bench: Bench, phase: Phase): Bench {
  // A heat-up begins through bypass: it is reached once fluid goes through the cavity; a rinse once it may pump.
  const isThere = (): boolean =>
    bench.state.phase === phase &&
    (phase !== 'heat-up' || bench.state.restart === null) &&
    (phase !== 'rinse' || bench.state.freshFluid);
  for (let tick = 0; !isThere(); tick += 1) {
    if (tick > 60_000) throw new Error(`${phase} was not reached, the run is in ${bench.state.phase}`);
    if (bench.state.phase === 'preheat') bench.warm(bench.state.preset.targetCelsius);
    bench.tick();
    if (bench.state.phase !== phase || phase === 'rinse') goOn(bench);
  }
  return bench;
}

/** Presses what the phase waits for, once it may be pressed. */
function goOn(bench: Bench): void {
  const action = nextOf(bench.state);
  if (action === null) return;
  const refused = refusalOf(bench.state, action);
  if (refused === 'needs-time-out') bench.act({ type: 'time-out', names: checkedBy });
  else if (refused === null) bench.act(action);
}

function nextOf({ phase, ...state }: RunState): OperatorAction | null {
  if (phase === 'rinse') return { type: 'confirm-fresh-fluid', seenBy: 'Nurse One' };
  if (phase === 'heat-up')
    return { type: 'start-treatment', drug: drugNamed('as typed'), early: null, checkedBy };
  if (!isTreating(phase)) return { type: 'advance', from: phase };
  return treatmentComplete({ phase, ...state }) ? { type: 'end-treatment', early: null } : null;
}
