import fc from 'fast-check';
import { type Acted, type AlarmAction, act } from '../../../electron/alarms/acting.ts';
import type { Signals } from '../../../electron/alarms/signals.ts';
import { type AlarmState, type AlarmStep, stepAlarms } from '../../../electron/alarms/step.ts';
import type { AlarmEvent } from '../../../electron/domain/alarm-event.ts';
import { interlockBit } from '../../../electron/domain/circuit.ts';
import { measured } from '../../../electron/domain/reading.ts';
import { perfusionistNamed } from '../../support/people.ts';
import { noAlarms } from '../../support/site.ts';
import { calm, probes } from './calm.ts';

/** Troubles that come and go in any order, each with the alarm it must bring and its delay. */
export const troubles = {
  'link-lost': { seen: { linkLost: true, linkAgeSeconds: 2 }, delayMs: 0 },
  'emergency-stop': { seen: { interlockBits: interlockBit('emergency-stop') }, delayMs: 0 },
  'storage-failing': { seen: { storageFailing: true }, delayMs: 0 },
  'cavity-temperature-high:T3': { seen: { probesCelsius: probes(44, 42, 44.5, 42.4) }, delayMs: 2_000 },
  'control-temperature-high': { seen: { controlCelsius: measured(43.4) }, delayMs: 10_000 },
  'core-temperature-high-limit': { seen: { coreCelsius: measured(39.9) }, delayMs: 10_000 },
  'core-temperature-low-limit': { seen: { coreCelsius: measured(38.6) }, delayMs: 10_000 },
  'flow-deviation': { seen: { flowMlPerMin: measured(1300) }, delayMs: 30_000 },
} as const satisfies Record<string, { seen: Partial<Signals>; delayMs: number }>;
export type Trouble = keyof typeof troubles;
export const names = Object.keys(troubles) as Trouble[];

export const tickMs = 500;
export type Deed = 'nothing' | 'acknowledge' | 'acknowledge-unseen' | 'pause' | 'resume';
const spell = fc.record({
  troubles: fc.subarray(names, { maxLength: 3 }),
  ticks: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 80 })),
  deed: fc.constantFrom<Deed>('nothing', 'nothing', 'acknowledge', 'acknowledge-unseen', 'pause', 'resume'),
});
export const history = fc.array(spell, { minLength: 1, maxLength: 30 });

export interface Seen {
  readonly nowMs: number;
  readonly before: AlarmState;
  readonly step: AlarmStep;
  /** How long each trouble has lasted without a break, ms; `null`: it is not there. */
  readonly lastedMs: ReadonlyMap<Trouble, number>;
}

interface Kept {
  readonly event: AlarmEvent;
  readonly atMs: number;
  /** What was pressed for it. */
  readonly deed: Deed;
  readonly before: AlarmState;
}

/** The alarms, or ones with a mistake. */
export interface AlarmEngine {
  readonly step: (state: AlarmState, signals: Signals, nowMs: number) => AlarmStep;
  readonly act: typeof act;
}
export const alarms: AlarmEngine = { step: stepAlarms, act };

export interface Press {
  readonly deed: Deed;
  readonly before: AlarmState;
  readonly after: AlarmState;
}

export type Spell = { readonly troubles: readonly Trouble[]; readonly ticks: number; readonly deed: Deed };

/** Plays a history; `look` is asked after every tick. Returns the whole log. */
export function play(
  spells: readonly Spell[],
  look: (seen: Seen) => void,
  /** What stands between two ticks. */
  between: (state: AlarmState) => AlarmState = (state) => state,
  /** What was pressed and came to this. */
  pressed: (events: readonly AlarmEvent[], nowMs: number, press: Press) => void = () => {},
  engine: AlarmEngine = alarms,
): Kept[] {
  const log: Kept[] = [];
  const sinceMs = new Map<Trouble, number>();
  let state = noAlarms;
  let nowMs = 0;
  const keep = (events: readonly AlarmEvent[], deed: Deed, before: AlarmState) =>
    log.push(...events.map((event) => ({ event, atMs: nowMs, deed, before })));
  for (const { troubles: there, ticks, deed } of spells) {
    const done = doing(engine, state, deed, nowMs);
    keep(done.events, deed, state);
    pressed(done.events, nowMs, { deed, before: state, after: done.state });
    state = done.state;
    const signals: Signals = Object.assign({}, calm, ...there.map((name) => troubles[name].seen));
    for (let tick = 0; tick < ticks; tick += 1) {
      nowMs += tickMs;
      for (const name of names) {
        // Of two that speak of the same signal the later one is seen.
        const holds = Object.entries(troubles[name].seen).every(
          ([key, value]) => signals[key as keyof Signals] === value,
        );
        if (!holds) sinceMs.delete(name);
        else if (!sinceMs.has(name)) sinceMs.set(name, nowMs);
      }
      const before = between(state);
      const step = engine.step(before, signals, nowMs);
      state = step.state;
      keep(step.events, 'nothing', before);
      const lastedMs = new Map([...sinceMs].map(([name, since]) => [name, nowMs - since]));
      look({ nowMs, before, step, lastedMs });
    }
  }
  return log;
}

function doing({ act }: AlarmEngine, state: AlarmState, deed: Deed, nowMs: number): Omit<Acted, 'refused'> {
  const action = actionOf(state, deed);
  return action === null ? { state, events: [] } : act(state, action, perfusionistNamed('B'), nowMs, nowMs);
}

function actionOf(state: AlarmState, deed: Deed): AlarmAction | null {
  switch (deed) {
    case 'acknowledge':
      return { type: 'acknowledge', alarmIds: state.shown.map(({ id }) => id) };
    case 'acknowledge-unseen':
      return { type: 'acknowledge', alarmIds: ['link-lost#99', 'no-such#1'] };
    case 'pause':
      return { type: 'pause-audio' };
    case 'resume':
      return { type: 'resume-audio' };
    default:
      return null;
  }
}
