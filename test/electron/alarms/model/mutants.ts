import type { AlarmAction } from '../../../../electron/alarms/acting.ts';
import { noSound } from '../../../../electron/alarms/audio.ts';
import { identityOf, isOn, type Note } from '../../../../electron/alarms/state.ts';
import type { AlarmState, AlarmStep } from '../../../../electron/alarms/step.ts';
import { consoleActor } from '../../../../electron/domain/actor.ts';
import type { Alarm } from '../../../../electron/domain/alarm.ts';
import type { AlarmEvent } from '../../../../electron/domain/alarm-event.ts';
import { type AlarmEngine, alarms, names } from '../histories.ts';

/** The alarms with one mistake in them, and the promise that has to notice. */
export interface AlarmMutant {
  readonly mistake: string;
  readonly breaks: string;
  readonly engine: AlarmEngine;
}

type Changed = (step: AlarmStep, before: AlarmState, nowMs: number) => Partial<AlarmStep>;
const stepping = (changed: Changed): AlarmEngine => ({
  ...alarms,
  step: (before, signals, nowMs) => {
    const step = alarms.step(before, signals, nowMs);
    return { ...step, ...changed(step, before, nowMs) };
  },
});
const becoming = (becomes: (step: AlarmStep, before: AlarmState, nowMs: number) => Partial<AlarmState>) =>
  stepping((step, before, nowMs) => ({ state: { ...step.state, ...becomes(step, before, nowMs) } }));
/** Before it steps it takes its state for another. */
const misremembering = (as: (state: AlarmState, nowMs: number) => Partial<AlarmState>): AlarmEngine => ({
  ...alarms,
  step: (before, signals, nowMs) => alarms.step({ ...before, ...as(before, nowMs) }, signals, nowMs),
});
const pressing = (
  type: AlarmAction['type'],
  becomes: (state: AlarmState, before: AlarmState) => AlarmState,
) => ({
  ...alarms,
  act: ((before, action, ...rest) => {
    const done = alarms.act(before, action, ...rest);
    return action.type === type ? { ...done, state: becomes(done.state, before) } : done;
  }) satisfies AlarmEngine['act'],
});
const without =
  (type: AlarmEvent['type']): Changed =>
  ({ events }) => ({ events: events.filter((event) => event.type !== type) });
const notes = (state: AlarmState, change: (note: Note) => Partial<Note>): AlarmState['notes'] =>
  new Map([...state.notes].map(([id, note]) => [id, { ...note, ...change(note) }]));
const shown = (step: AlarmStep, change: (alarm: Alarm) => Alarm): Partial<AlarmState> => ({
  shown: step.state.shown.map(change),
});
const everything = new Set<string>(names);
const paused = (state: AlarmState, change: Partial<NonNullable<AlarmState['pause']>>): AlarmState =>
  state.pause === null ? state : { ...state, pause: { ...state.pause, ...change } };

const soundless = 'a high alarm is never without sound unless paused or acknowledged';
const urgent = 'what sounds is on the screen, and as urgent as it sounds';
const told = 'what has lasted its delay is on';
const logged = 'what is on is in the log';
const early = 'nothing is raised before its delay';
const over = 'what is over leaves within its flicker, and the log says so';
const latched = 'a high alarm stays on the screen until a person has acknowledged it';
const meant = 'nothing is acknowledged that was not shown and meant';
const pause = 'a pause is for what was heard, lasts 120 s, and the log says why it ends';
const reacts = 'the console reacts for as long as the condition holds, and no longer';
const flicker = 'no alarm comes more than three times in a minute';
const reminds = 'what is acknowledged and persists is called to mind every 3 min, and not more often';
const once = 'every occurrence has an identity of its own, and stands once, most urgent first';
const silent = 'what is silent under another stands behind one that is on and at least as urgent';
const dated = 'an alarm tells when it came';

export const alarmMutants: readonly AlarmMutant[] = [
  { mistake: 'makes no sound', breaks: soundless, engine: stepping(() => ({ sound: noSound })) },
  {
    mistake: 'is quiet once a high alarm is over',
    breaks: soundless,
    engine: stepping(({ state, sound }) =>
      state.shown.some(isOn) ? {} : { sound: { ...noSound, reminders: sound.reminders } },
    ),
  },
  {
    mistake: 'sounds a high alarm as a medium one',
    breaks: soundless,
    engine: stepping(({ sound }) => ({
      sound: { ...sound, priority: sound.priority === 'high' ? 'medium' : sound.priority },
    })),
  },
  {
    mistake: 'sounds everything as high',
    breaks: urgent,
    engine: stepping(({ sound }) => ({
      sound: { ...sound, priority: sound.priority === null ? null : 'high' },
    })),
  },
  {
    mistake: 'shows one alarm at a time',
    breaks: told,
    engine: becoming(({ state }) => ({ shown: state.shown.slice(0, 1) })),
  },
  {
    mistake: 'lets a delay begin anew with every tick',
    breaks: told,
    engine: misremembering((state, nowMs) => ({
      pending: new Map([...state.pending].map(([slot, ms]) => [slot, state.due.has(slot) ? ms : nowMs])),
    })),
  },
  { mistake: 'keeps no log of what comes', breaks: logged, engine: stepping(without('alarm-raised')) },
  {
    mistake: 'counts a delay double',
    breaks: early,
    engine: misremembering((state, nowMs) => ({
      pending: new Map([...state.pending].map(([slot, ms]) => [slot, Math.min(ms, 2 * ms - nowMs)])),
    })),
  },
  {
    mistake: 'keeps a condition pending that was over',
    breaks: early,
    engine: {
      ...alarms,
      step: (before, signals, nowMs) => {
        const step = alarms.step(before, signals, nowMs);
        return {
          ...step,
          state: { ...step.state, pending: new Map([...step.state.pending, ...before.pending]) },
        };
      },
    },
  },
  { mistake: 'keeps no log of what is over', breaks: over, engine: stepping(without('alarm-cleared')) },
  {
    mistake: 'holds for ever what flickered',
    breaks: over,
    engine: misremembering((state) => ({
      notes: notes(state, () => ({ flickers: true, awaySinceMs: null })),
    })),
  },
  {
    mistake: 'lets a high alarm go with its condition',
    breaks: latched,
    engine: becoming(({ state }) => ({ shown: state.shown.filter(isOn) })),
  },
  {
    mistake: 'acknowledges what nobody meant',
    breaks: meant,
    engine: {
      ...alarms,
      act: (state, action, ...rest) =>
        alarms.act(
          state,
          action.type === 'acknowledge' ? { ...action, alarmIds: state.shown.map(({ id }) => id) } : action,
          ...rest,
        ),
    },
  },
  {
    mistake: 'acknowledges by itself what has been on for 10 s',
    breaks: meant,
    engine: becoming((step, _, nowMs) =>
      shown(step, (one) =>
        one.acknowledgedMs === null && nowMs - one.raisedMs >= 10_000
          ? { ...one, acknowledgedMs: nowMs, acknowledgedBy: consoleActor }
          : one,
      ),
    ),
  },
  {
    mistake: 'pauses for ever',
    breaks: pause,
    engine: pressing('pause-audio', (state) => paused(state, { untilMs: 1e9 })),
  },
  {
    mistake: 'pauses for a minute',
    breaks: pause,
    engine: pressing('pause-audio', (state) =>
      paused(state, { untilMs: (state.pause?.untilMs ?? 0) - 60_000 }),
    ),
  },
  {
    mistake: 'lets nothing break a pause',
    breaks: pause,
    engine: pressing('pause-audio', (state) => paused(state, { known: everything, level: 2 })),
  },
  {
    mistake: 'takes for known what was over before the press',
    breaks: pause,
    engine: pressing('pause-audio', (state) =>
      paused(state, { level: 2, known: new Set([...state.shown.map(identityOf), ...state.gone.keys()]) }),
    ),
  },
  {
    mistake: 'is as quiet in the pause of a medium alarm as in one of a high',
    breaks: pause,
    engine: pressing('pause-audio', (state) => paused(state, { level: 2 })),
  },
  {
    mistake: 'takes what comes back for new in a pause',
    breaks: pause,
    engine: pressing('pause-audio', (state) => paused(state, { known: new Set() })),
  },
  {
    mistake: 'lets any new alarm break a pause',
    breaks: pause,
    engine: stepping(({ state, events }) =>
      state.pause !== null && events.some(({ type }) => type === 'alarm-raised')
        ? {
            state: { ...state, pause: null },
            events: [...events, { type: 'audio-on', cause: 'new-alarm', by: consoleActor }],
          }
        : {},
    ),
  },
  { mistake: 'ends a pause without a word', breaks: pause, engine: stepping(without('audio-on')) },
  {
    mistake: 'goes on pausing when a person has resumed',
    breaks: pause,
    engine: pressing('resume-audio', (_, before) => before),
  },
  { mistake: 'does nothing by itself', breaks: reacts, engine: stepping(() => ({ reactions: [] })) },
  {
    mistake: 'reacts in the first tick only',
    breaks: reacts,
    engine: stepping(({ events }) =>
      events.some(({ type }) => type === 'alarm-raised') ? {} : { reactions: [] },
    ),
  },
  {
    mistake: 'reacts while an alarm is latched, its condition long over',
    breaks: reacts,
    engine: stepping(({ state, reactions }) =>
      state.shown.some(({ code }) => code === 'cavity-temperature-high')
        ? { reactions: [...reactions, { reaction: 'heater-off', reason: 'alarm' }] }
        : {},
    ),
  },
  {
    mistake: 'takes every coming for a first one',
    breaks: flicker,
    engine: misremembering((state) => ({
      gone: new Map(),
      notes: notes(state, () => ({ flickers: false, awaySinceMs: null })),
    })),
  },
  {
    mistake: 'never calls to mind',
    breaks: reminds,
    engine: misremembering((state) => ({ notes: notes(state, () => ({ quietSinceMs: null })) })),
  },
  {
    mistake: 'calls to mind every minute',
    breaks: reminds,
    engine: misremembering((state, nowMs) => ({
      notes: notes(state, ({ quietSinceMs: ms }) => ({
        quietSinceMs: ms !== null && nowMs - ms >= 60_000 ? ms - 120_000 : ms,
      })),
    })),
  },
  { mistake: 'counts no occurrences', breaks: once, engine: becoming(() => ({ count: 0 })) },
  {
    mistake: 'shows the mildest first',
    breaks: once,
    engine: becoming(({ state }) => ({ shown: state.shown.toReversed() })),
  },
  {
    mistake: 'lists a high alarm under a milder one',
    breaks: silent,
    engine: becoming((step) => {
      const mild = step.state.shown.find((one) => one.priority !== 'high' && isOn(one));
      return mild === undefined
        ? {}
        : shown(step, (one) => (one.priority === 'high' ? { ...one, under: mild.id } : one));
    }),
  },
  {
    mistake: 'says that an alarm came a second before it did',
    breaks: dated,
    engine: stepping(({ events }) => ({
      events: events.map((event) =>
        event.type === 'alarm-raised'
          ? { ...event, alarm: { ...event.alarm, raisedMs: event.alarm.raisedMs - 1000 } }
          : event,
      ),
    })),
  },
];
