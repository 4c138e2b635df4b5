import type { AudioState } from '../../../../electron/contract/alarm-system.ts';
import type { Program } from '../../../../electron/program/program.ts';
import type { RunState } from '../../../../electron/protocol/state.ts';

/** What main has heard of the view itself. */
export interface View {
  audio: AudioState;
  painted: number;
  restarts: number;
}

/** What may change by a message, each by itself; texts, so that two moments can be compared. */
export interface Facets {
  readonly stage: string;
  readonly authority: string;
  readonly runId: string;
  readonly phase: string;
  readonly heatHeld: string;
  readonly flowHeld: string;
  readonly stopped: string;
  readonly decision: string;
  readonly setFlow: string;
  readonly clear: string;
  readonly plan: string;
  readonly volumes: string;
  readonly additions: string;
  readonly core: string;
  readonly vitals: string;
  readonly carrier: string;
  readonly timeOut: string;
  readonly ending: string;
  readonly alarms: string;
  readonly sound: string;
  readonly limits: string;
  readonly rescue: string;
  readonly recovery: string;
  readonly fluid: string;
  readonly presets: string;
  readonly language: string;
  readonly audio: string;
  readonly painted: string;
  readonly restarts: string;
  /** Number of the last event of the record. */
  readonly events: string;
}
export type Facet = keyof Facets;

/** Beside them: what is replaced whole by every step of a run. */
export interface Moment {
  readonly facets: Facets;
  readonly state: RunState | null;
  /** Ticks that failed so far. */
  readonly failures: number;
}

export function momentOf(program: Program, view: View): Moment {
  const { run, stage, authority, machine, recovery, fluid } = program.engine.snapshot();
  const state = run?.state ?? null;
  const system = (run?.alarmSystem ?? machine.alarmSystem)();
  const shown = run?.alarms ?? machine.alarms;
  const text = (value: unknown): string => JSON.stringify(value ?? null);
  const facets: Facets = {
    stage,
    authority: `${authority.state} ${authority.overlay}`,
    runId: run?.header.runId ?? '',
    phase: text(state?.phase),
    heatHeld: text(state?.heatHeld),
    flowHeld: text(state?.flowHeld),
    stopped: text(state?.stopped),
    decision: text(state?.decision),
    setFlow: text(state?.setFlowMlPerMin),
    clear: text(state?.clearBits),
    plan: text([
      state?.clocks.startedMs,
      state?.byOutflow,
      state?.withoutCavity,
      state?.ignored?.untilMs,
      state?.returns.seen,
      state?.targetCelsius,
      state?.clocks.extendedByMs,
      state?.rinsesDone,
      state?.divert,
      state?.restart,
      state?.keep,
    ]),
    volumes: text([state?.volumes.inMl, state?.volumes.outMl, state?.volumes]),
    additions: text([state?.additionsMs, state?.notGiven]),
    core: text(state?.core),
    vitals: text(state?.vitals),
    carrier: text(state?.carrier),
    timeOut: text(state?.timeOut),
    ending: text(state?.endingAs),
    alarms: text(shown.map(({ id, acknowledgedMs, acknowledgedBy }) => [id, acknowledgedMs, acknowledgedBy])),
    // Without the seconds of a pause that are left, which go by themselves.
    sound: text(system?.sound.state),
    limits: text(system?.limits.map(({ value }) => value)),
    rescue: text(machine.rescue()?.asked),
    recovery: recovery()?.runId ?? '',
    fluid: fluid?.runId ?? '',
    presets: text(program.prepared.store.shelf.presets.map(({ name, version }) => [name, version])),
    language: program.language ?? '',
    audio: view.audio,
    painted: String(view.painted),
    restarts: String(view.restarts),
    events: text(run?.events.at(-1)?.seq),
  };
  return { facets, state, failures: authority.failures };
}

/** But for a memory of fluid that has just come: the records answer when they do, and a start waits for them. */
export const changed = (before: Facets, after: Facets): Facet[] =>
  (Object.keys(before) as Facet[]).filter(
    (name) => before[name] !== after[name] && !(name === 'fluid' && after.fluid !== ''),
  );
