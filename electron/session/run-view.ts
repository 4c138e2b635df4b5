import type {
  AlarmSystemView,
  ControlView,
  Intervention,
  PhaseStep,
  RunFiles,
  RunView,
  SelfTestLine,
  TrendMark,
} from '../contract/view.ts';
import type { Alarm } from '../domain/alarm.ts';
import { isCavity, probeIds } from '../domain/case.ts';
import type { Intent } from '../domain/command.ts';
import { type Outcome, type Phase, phases } from '../domain/phase.ts';
import { flowMeterOf, type Precision, PrecisionFold } from '../domain/precision.ts';
import { bandCelsius } from '../domain/preset.ts';
import { measured } from '../domain/reading.ts';
import type { KeptEvent, RunHeader } from '../domain/run-event.ts';
import type { Sample } from '../domain/sample.ts';
import { outcomeNow } from '../protocol/enter.ts';
import { refusalOf } from '../protocol/guards.ts';
import { isInMode, isTreating, phasePlans, phaseVolumeMl } from '../protocol/phase-plan.ts';
import { leftOfPlanMs, plannedMs, treatmentComplete } from '../protocol/plan-time.ts';
import { testChecks } from '../protocol/self-test.ts';
import type { RunState } from '../protocol/state.ts';
import { inCavityMl } from '../protocol/volumes.ts';
import { advise } from './advice.ts';
import { holdsView } from './holds.ts';
import { offeredActions, primaryAction } from './offers.ts';
import { probesView, progressView } from './progress-view.ts';
import { fresh } from './run-signals.ts';
import { vitalViews } from './vital-views.ts';

/** What stands of a run after a tick. */
export interface RunSnapshot {
  readonly header: RunHeader;
  readonly state: RunState;
  /** What was put on the line in the last tick; `null`: nothing was. */
  readonly written: Intent | null;
  readonly alarms: readonly Alarm[];
  readonly alarmSystem: () => AlarmSystemView;
  readonly events: readonly KeptEvent[];
  readonly durableSeq: number;
  readonly marks: readonly TrendMark[];
  readonly controlSinceWallMs: number;
  /** Of the last moment that was kept; `null` before the first. */
  readonly sample: Sample | null;
  readonly files: RunFiles | null;
}

/** What a person may see of a run; `precision`: how well values were held. Pure; nothing here is decided, only shown. */
export function runView(input: RunSnapshot, precision: Precision): RunView {
  const { header, state, written } = input;
  const { telemetry, preset, clocks, volumes } = state;
  const seconds = (ms: number): number => Math.floor(ms / 1000);
  const started = clocks.startedMs !== null;
  return {
    runId: header.runId,
    simulation: header.simulation,
    timeScale: header.rig.timeScale,
    case: header.case,
    lists: header.site.lists,
    bodySurfaceFormula: header.site.bodySurfaceFormula,
    vitals: vitalViews(header.site.lists, state),
    preset,
    startedWallMs: header.startedWallMs,
    sessionSeconds: state.nowMs / 1000,
    phase: state.phase,
    steps: phaseSteps(state),
    heatHeld: state.heatHeld,
    flowHeld: state.flowHeld,
    stopped: state.stopped,
    holds: holdsView(state),
    advice: advise(state),
    primary: primaryAction(state),
    offered: offeredActions(state),
    interventions: interventions(state),
    control: controlView(state, input.controlSinceWallMs),
    estimate: state.estimate,
    probes: probesView(state),
    coreCelsius: fresh(telemetry, (t) => t.coreCelsius),
    flow: {
      mlPerMin: fresh(telemetry, (t) => t.flowMlPerMin),
      outflowMlPerMin: fresh(telemetry, (t) => t.outflowMlPerMin),
      requestedMlPerMin: written === null ? null : written.pumpEnable ? written.flowSetpointMlPerMin : 0,
      inForceMlPerMin: telemetry === null ? null : telemetry.inForce.flowSetpointMlPerMin,
    },
    inflowLinePressureMmHg: fresh(telemetry, (t) => t.inflowLinePressureMmHg),
    inflowLinePressureLimitMmHg: header.site.inflowLinePressureLimitMmHg,
    calibrationIntervalMonths: header.site.calibrationIntervalMonths,
    flowMeter: flowMeterOf(header),
    cavityPressureMmHg: fresh(telemetry, (t) => t.cavityPressureMmHg),
    heater: {
      requested: written?.heaterEnable ?? null,
      inForce: telemetry?.inForce.heaterEnable ?? null,
      powerPercent: fresh(telemetry, (t) => measured(t.heaterPowerPercent)),
      setpointRequestedCelsius: written?.inflowSetpointCelsius ?? null,
      setpointInForceCelsius: telemetry?.inForce.inflowSetpointCelsius ?? null,
    },
    mode: { requested: written?.mode ?? null, inForce: telemetry?.inForce.mode ?? null },
    volume: {
      inCavityMl: inCavityMl(volumes),
      planMl: preset.fillVolumeMl,
      largestMl: preset.largestCavityVolumeMl,
      inMl: volumes.inMl,
      outMl: volumes.outMl,
      reservoirMl: fresh(telemetry, (t) => t.reservoirMl),
    },
    clocks: {
      plannedSeconds: (plannedMs(state) + clocks.extendedByMs) / 1000,
      ruling: preset.mode === 'single-instillation' ? 'dwell' : preset.rulingClock,
      elapsedSeconds: started ? seconds(clocks.elapsedMs) : null,
      inBandSeconds: started ? seconds(clocks.inBandMs) : null,
      drugInCavitySeconds: clocks.drugFromMs === null ? null : seconds(clocks.drugMs),
      leftSeconds: Math.ceil(Math.max(0, leftOfPlanMs(state)) / 1000),
      inBandStopped: clocks.stop,
    },
    precision: precision,
    ...progressView(state),
    selfTest: selfTestLines(state),
    probesAtRest: state.probesAtRest,
    alarms: input.alarms,
    alarmSystem: input.alarmSystem(),
    events: input.events,
    durableSeq: input.durableSeq,
    marks: input.marks,
    outcome: outcomeOf(state),
    files: input.files,
  };
}

/** Without what only a screen shows: how well values were held. */
export const plainRunView = (run: RunSnapshot): RunView => runView(run, unfolded);
const unfolded: Precision = new PrecisionFold(0).finish();

/** `null`: it is not over. */
export const outcomeOf = (state: RunState): Outcome | null =>
  state.phase === 'complete' ? outcomeNow(state) : null;

/** The phases behind, the current one, and those ahead as the preset plans them. */
function phaseSteps(state: RunState): PhaseStep[] {
  const rounds = new Map<Phase, number>();
  const step = (phase: Phase, kind: PhaseStep['state'], startMs: number | null): PhaseStep => {
    const round = (rounds.get(phase) ?? 0) + 1;
    rounds.set(phase, round);
    const progress = kind === 'current' ? phaseProgress(state) : null;
    return { phase, round, state: kind, startSeconds: startMs === null ? null : startMs / 1000, progress };
  };
  const last = state.path.length - 1;
  const behind = state.path.map(({ phase, startMs }, i) =>
    step(phase, i === last ? 'current' : 'done', startMs),
  );
  return [...behind, ...phasesAhead(state).map((phase) => step(phase, 'ahead', null))];
}

function phasesAhead(state: RunState): Phase[] {
  const { phase, rinsesDone, preset } = state;
  const rinses = Math.max(0, preset.rinses.count - rinsesDone);
  const cycles = Array.from({ length: rinses }, (): Phase[] => ['rinse', 'rinse-drain']).flat();
  const straight = phases.slice(0, phases.indexOf('rinse')).filter((one) => isInMode(one, preset.mode));
  const tail: Phase[] = ['disconnect', 'complete'];
  if (phase === 'rinse') return ['rinse-drain', ...cycles, ...tail];
  if (phase === 'rinse-drain') return [...cycles, ...tail];
  if (phase === 'disconnect') return ['complete'];
  if (phase === 'complete') return [];
  return [...straight.slice(straight.indexOf(phase) + 1), ...cycles, ...tail];
}

function phaseProgress(state: RunState): number | null {
  const { preset, volumes, clocks } = state;
  const share = (part: number, whole: number): number => Math.min(1, Math.max(0, part / whole));
  const planMl = phaseVolumeMl(state.phase, preset);
  if (planMl !== null) return share(volumes.fillingMl, planMl);
  switch (state.phase) {
    case 'self-test':
    case 'machine-test':
      return share(state.selfTest.results.length, testChecks[state.phase].length);
    case 'treatment':
      return share(clocks.inBandMs, plannedMs(state));
    case 'dwell':
      return share(clocks.elapsedMs, plannedMs(state));
    default:
      return null;
  }
}

function interventions(state: RunState): Record<Intervention, boolean> {
  const may = (type: Intervention): boolean => refusalOf(state, { type }) === null;
  return {
    'heat-off': may('heat-off'),
    'pause-flow': may('pause-flow'),
    'stop-run': may('stop-run'),
    'drain-now': may('drain-now'),
  };
}

/** Whether the control temperature is in band is judged where the phase holds it. */
export function controlStateOf(state: RunState): ControlView['state'] {
  const { celsius } = state.control;
  if (celsius.value === null) return 'unknown';
  if (phasePlans[state.phase].heat === 'off') return 'not-judged';
  if (celsius.value < state.targetCelsius - bandCelsius) return 'below';
  return celsius.value > state.targetCelsius + bandCelsius ? 'above' : 'in-band';
}

const controlView = (state: RunState, sinceWallMs: number): ControlView => ({
  celsius: state.control.celsius,
  site: state.control.site,
  targetCelsius: state.targetCelsius,
  state: controlStateOf(state),
  sinceWallMs,
  alone: aloneOf(state),
});

function aloneOf({ control, sites, probesCelsius }: RunState): ControlView['alone'] {
  if (control.site !== 'cavity' || control.celsius.value === null) return null;
  const inCavity = probeIds.flatMap((id, probe) =>
    isCavity(sites[probe] ?? 'not-used') ? [{ id, celsius: probesCelsius[probe]?.value ?? null }] : [],
  );
  const [left, ...others] = inCavity.filter(({ celsius }) => celsius !== null);
  if (inCavity.length < 2 || left === undefined || left.celsius === null || others.length > 0) return null;
  return { probe: left.id, addedKelvin: control.celsius.value - left.celsius };
}

function selfTestLines(state: RunState): SelfTestLine[] {
  const { part, running, results } = state.selfTest;
  return testChecks[part].map((check) => {
    const result = results.find((r) => r.check === check);
    if (result !== undefined) {
      return { check, state: result.passed ? 'passed' : 'failed', detail: result.detail };
    }
    return { check, state: check === running ? 'running' : 'waiting', detail: '' };
  });
}

/** Where the planned end stands on the trend: minutes in band still to come, from now. */
export function plannedEnd(state: RunState): TrendMark | null {
  if (!isTreating(state.phase) || treatmentComplete(state)) return null;
  const leftMs = leftOfPlanMs(state);
  return { seconds: (state.nowMs + leftMs) / 1000, kind: 'planned-end', label: '' };
}
