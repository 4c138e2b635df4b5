import { defaultProbeSites } from '../domain/case.ts';
import { phases } from '../domain/phase.ts';
import type { Preset } from '../domain/preset.ts';
import type { RigIdentity } from '../domain/telemetry.ts';
import { newProbeHistory } from './control/probe-judge.ts';
import { newReturnWatch } from './return-watch.ts';
import { newSelfTest } from './self-test.ts';
import { newRun, type RunState } from './state.ts';

/** The state of a run as it is written down. Another shape is another version; an old one is brought here, never guessed at. */
export const runStateVersion = 8;

export interface RunStateJson {
  readonly version: number;
  readonly state: RunState;
}

/** A run state is plain JSON as it stands. */
export const runStateToJson = (state: RunState): RunStateJson => ({ version: runStateVersion, state });

export type RestoredState =
  | { readonly ok: true; readonly state: RunState }
  | { readonly ok: false; readonly problem: string };

/** What was written down, checked for version and shape; never half a state. Working: `runStateFromJson(runStateToJson(s))`; failing: `runStateFromJson({ version: 99 })`. */
export function runStateFromJson(json: unknown): RestoredState {
  if (!isRecord(json)) return failed('it is no object');
  const { version } = json;
  const known = typeof version === 'number' && Number.isInteger(version) && version >= 1;
  if (!known || version > runStateVersion)
    return failed(`it has version ${String(version)}, this console reads up to ${runStateVersion}`);
  if (!isRecord(json.state)) return failed('it holds no state');
  const state = upgrades.slice(version - 1).reduce((from, upgrade) => upgrade(from), json.state);
  const wrong = wrongField(pattern(), state, 'state');
  if (wrong !== null) return failed(wrong);
  if (!(phases as readonly unknown[]).includes(state.phase))
    return failed(`it is in phase ${String(state.phase)}`);
  return { ok: true, state: state as unknown as RunState };
}

/** The steps of the probes were not learnt then; they are from here on. */
function from1(state: Fields): Fields {
  const { probeHistory } = state;
  if (!isRecord(probeHistory)) return state;
  return { ...state, probeHistory: { ...probeHistory, steps: newProbeHistory(0).steps } };
}

/** No core took the heat then, and of no addition could be said that it was not given. */
function from2(state: Fields): Fields {
  const { core, additionsMs } = state;
  if (!isRecord(core) || !Array.isArray(additionsMs)) return state;
  const notGiven = additionsMs.map(() => false);
  return {
    ...state,
    core: { ...core, hold: null, hotMs: 0, tooHot: false, lifted: null, probeMs: null },
    notGiven,
  };
}

/** A target stood for the whole run, a plan ended when it said, and no run went on without a cavity probe by itself. */
function from3(state: Fields): Fields {
  const { preset, clocks } = state;
  if (!isRecord(preset) || !isRecord(clocks)) return state;
  return {
    ...state,
    preset: {
      rulingClock: 'in-band',
      clockStartsOn: 'in-band',
      fillMlPerM2: null,
      fillMlPerKg: null,
      ...preset,
    },
    clocks: { ...clocks, extendedByMs: 0 },
    targetCelsius: preset.targetCelsius,
    checksEachDrug: false,
    reservoirRestMl: 0,
    returns: newReturnWatch,
    inflowBalance: isRecord(state.inflowBalance)
      ? { ...state.inflowBalance, heatedOnce: true }
      : state.inflowBalance,
    inflowReachedSinceMs: null,
    cavityUnknownMs: 0,
    withoutCavity: false,
  };
}

/** No probe could be ignored then. */
const from4 = (state: Fields): Fields => ({ ...state, ignored: null });

/** The self-test was one, nothing was recorded past the machine, and a rinse pumped as it began. */
function from5(state: Fields): Fields {
  const { volumes, selfTest } = state;
  if (!isRecord(volumes) || !isRecord(selfTest)) return state;
  return {
    ...state,
    // One that had not passed begins anew; of one that had nothing is asked any more.
    selfTest: state.phase === 'self-test' ? newSelfTest('self-test', 0) : { part: 'self-test', ...selfTest },
    volumes: { ...volumes, byHandInMl: 0, byHandOutMl: 0 },
    circuitVolumeMl: null,
    freshFluid: false,
    drainMeasuredMl: null,
  };
}

/** Nobody was asked for a time-out, a second signature or the carrier. */
const from6 = (state: Fields): Fields => ({
  ...state,
  // Who had held it before a person did, it does not say.
  heldByAlarm: { heat: state.heatHeld !== null, flow: state.flowHeld !== null },
  needsSecond: { heat: false, drugs: false },
  asksTimeOut: false,
  timeOut: null,
  carrier: null,
  vitals: [],
});

/** How the probes compared at rest was forgotten with the test of the machine. */
const from7 = (state: Fields): Fields => ({ ...state, probesAtRest: null });

/** By the version each of them starts from, less one. */
const upgrades: readonly ((state: Fields) => Fields)[] = [from1, from2, from3, from4, from5, from6, from7];

const failed = (why: string): RestoredState => ({ ok: false, problem: `The state cannot be read: ${why}.` });

type Fields = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first field that is missing, unknown or of another kind. What may be `null` is looked into by nobody here. */
function wrongField(like: Fields, found: Fields, where: string): string | null {
  for (const key of Object.keys(like)) {
    const expected = like[key];
    const value = found[key];
    const at = `${where}.${key}`;
    if (value === undefined) return `${at} is missing`;
    if (expected === null || value === null || nullable.includes(key)) continue;
    if (kindOf(expected) !== kindOf(value)) return `${at} is no ${kindOf(expected)}`;
    if (isRecord(expected) && isRecord(value) && !open.includes(key)) {
      const wrong = wrongField(expected, value, at);
      if (wrong !== null) return wrong;
    }
  }
  const unknown = Object.keys(found).find((key) => !(key in like));
  return unknown === undefined ? null : `${where}.${unknown} is not known`;
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value);

/** Of several shapes, or checked where they come from. */
const open: readonly string[] = ['returns', 'preset', 'rig', 'patient', 'estimate', 'celsius', 'coreCelsius'];
/** `null` at one time and something else at another. */
const nullable: readonly string[] = ['uncertaintyMl', 'stop'];

/** Any run will do: the fields are those of every run. */
const pattern = (): Fields => newRun(anyPreset, defaultProbeSites, {} as RigIdentity, 0) as unknown as Fields;
const anyPreset = { additions: [], targetCelsius: 0, flowMlPerMin: 0 } as unknown as Preset;
