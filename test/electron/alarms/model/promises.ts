import { type Alarm, priorities } from '../../../../electron/domain/alarm.ts';
import type { AlarmEvent } from '../../../../electron/domain/alarm-event.ts';
import { type Press, type Seen, type Trouble, tickMs, troubles } from '../histories.ts';
import { PauseLedger } from '../pause-ledger.ts';

/** What an onlooker holds the alarms to; each throws or answers `false` where it is broken. */
interface Onlooker {
  readonly ticked?: (seen: Seen) => boolean;
  readonly pressed?: (events: readonly AlarmEvent[], nowMs: number, press: Press) => boolean;
}
export interface AlarmPromise {
  readonly says: string;
  readonly onlooker: () => Onlooker;
}

const nameOf = ({ code, subject }: Alarm): string => (subject === '' ? code : `${code}:${subject}`);
const isTrouble = (name: string): name is Trouble => name in troubles;
const urgency = ({ priority }: Alarm): number => priorities.indexOf(priority);
const isOn = ({ clearedMs }: Alarm): boolean => clearedMs === null;
const open = ({ acknowledgedMs, under }: Alarm): boolean => acknowledgedMs === null && under === null;

/** Nothing else that can be broken has the same signal, so how long it has lasted is how long it has been past its limit. */
const alone: readonly string[] = [
  'storage-failing',
  'cavity-temperature-high:T3',
  'control-temperature-high',
  'flow-deviation',
];
/** What flickers may stay on for so long after it was over, ms. */
const awayMs = 30_000;
const reminderMs = 180_000;

const ofStep =
  (kept: (seen: Seen) => boolean): (() => Onlooker) =>
  () => ({ ticked: kept });

export const alarmPromises: readonly AlarmPromise[] = [
  {
    says: 'a high alarm is never without sound unless paused or acknowledged',
    onlooker: ofStep(({ step: { state, sound } }) => {
      const sounds = state.shown.some((alarm) => alarm.priority === 'high' && open(alarm));
      return !sounds || (sound.priority === 'high' && ['sounding', 'paused'].includes(sound.state));
    }),
  },
  {
    says: 'what sounds is on the screen, and as urgent as it sounds',
    onlooker: ofStep(({ step: { state, sound } }) => {
      const most = Math.max(-1, ...state.shown.filter(open).map(urgency));
      return sound.state !== 'sounding' || sound.priority === priorities[most];
    }),
  },
  {
    says: 'what has lasted its delay is on',
    onlooker: ofStep(({ step, lastedMs }) =>
      [...lastedMs].every(
        ([name, ms]) =>
          ms < troubles[name].delayMs || step.state.shown.some((one) => nameOf(one) === name && isOn(one)),
      ),
    ),
  },
  {
    says: 'what is on is in the log',
    onlooker: () => {
      const logged = new Set<string>();
      return {
        ticked: ({ step }) => {
          for (const event of step.events) if (event.type === 'alarm-raised') logged.add(event.alarm.id);
          return step.state.shown.every(({ id }) => logged.has(id));
        },
      };
    },
  },
  {
    says: 'nothing is raised before its delay',
    onlooker: ofStep(({ step, lastedMs }) =>
      step.events.every((event) => {
        if (event.type !== 'alarm-raised') return true;
        const name = nameOf(event.alarm);
        if (!isTrouble(name) || !alone.includes(name)) return true;
        return (lastedMs.get(name) ?? -1) >= troubles[name].delayMs;
      }),
    ),
  },
  {
    says: 'what is over leaves within its flicker, and the log says so',
    onlooker: () => {
      const goneMs = new Map<string, number>();
      return {
        ticked: ({ nowMs, before, step, lastedMs }) => {
          for (const name of alone) {
            if (lastedMs.has(name as Trouble)) goneMs.delete(name);
            else if (!goneMs.has(name)) goneMs.set(name, nowMs);
          }
          const on = step.state.shown.filter(isOn);
          const stays = on.some((one) => nowMs - (goneMs.get(nameOf(one)) ?? nowMs) > awayMs);
          const ids = new Set(on.map(({ id }) => id));
          const told = new Set(
            step.events.flatMap((event) => (event.type === 'alarm-cleared' ? [event.alarm.id] : [])),
          );
          return !stays && before.shown.every((one) => !isOn(one) || ids.has(one.id) || told.has(one.id));
        },
      };
    },
  },
  {
    says: 'a high alarm stays on the screen until a person has acknowledged it',
    onlooker: ofStep(({ before, step }) => {
      const on = step.state.shown;
      // The same condition again is one alarm, not two.
      const still = (alarm: Alarm) => on.some((one) => one.id === alarm.id || nameOf(one) === nameOf(alarm));
      return before.shown.every((one) => one.priority !== 'high' || !open(one) || still(one));
    }),
  },
  {
    says: 'nothing is acknowledged that was not shown and meant',
    onlooker: () => ({
      pressed: (events, _, { deed, before }) =>
        events.every(
          (event) =>
            event.type !== 'alarm-acknowledged' ||
            (deed === 'acknowledge' && before.shown.some(({ id }) => id === event.alarm.id)),
        ),
      ticked: ({ before, step }) =>
        step.state.shown.every(
          (one) =>
            one.acknowledgedMs === null ||
            before.shown.some(({ id, acknowledgedMs }) => id === one.id && acknowledgedMs !== null),
        ),
    }),
  },
  {
    says: 'a pause is for what was heard, lasts 120 s, and the log says why it ends',
    onlooker: () => {
      const ledger = new PauseLedger();
      return {
        ticked: ({ step, nowMs }) => {
          ledger.tick(step.events, step.sound, nowMs);
          return true;
        },
        pressed: (events, nowMs, { deed, before, after }) => {
          ledger.press(events, nowMs);
          const resumed = deed === 'resume' && before.pause !== null;
          const began = before.pause === null && after.pause !== null;
          return (!resumed || after.pause === null) && (!began || before.shown.some(open));
        },
      };
    },
  },
  {
    says: 'the console reacts for as long as the condition holds, and no longer',
    onlooker: ofStep(({ step, lastedMs }) => {
      const due = (lastedMs.get('cavity-temperature-high:T3') ?? -1) >= 2_000;
      const reacts = step.reactions.some(
        ({ reaction, reason }) => reaction === 'heater-off' && reason === 'alarm',
      );
      return due === reacts;
    }),
  },
  {
    says: 'no alarm comes more than three times in a minute',
    onlooker: () => {
      const comings = new Map<string, number[]>();
      return {
        ticked: ({ step, nowMs }) =>
          step.events.every((event) => {
            if (event.type !== 'alarm-raised') return true;
            const name = nameOf(event.alarm);
            const inMinute = [...(comings.get(name) ?? []), nowMs].filter((at) => nowMs - at < 60_000);
            comings.set(name, inMinute);
            return inMinute.length <= 3;
          }),
      };
    },
  },
  {
    says: 'what is acknowledged and persists is called to mind every 3 min, and not more often',
    onlooker: () => {
      const quietMs = new Map<string, number>();
      return {
        pressed: (events, nowMs) => {
          for (const event of events)
            if (event.type === 'alarm-acknowledged') quietMs.set(event.alarm.id, nowMs);
          return true;
        },
        ticked: ({ before, step, nowMs }) => {
          const reminded = new Set(
            step.events.flatMap((event) => (event.type === 'alarm-reminded' ? [event.alarm.id] : [])),
          );
          const kept = step.state.shown.every((one) => {
            const persists = isOn(one) && one.acknowledgedMs !== null && one.under === null;
            const lastedMs = nowMs - (quietMs.get(one.id) ?? nowMs);
            const isDue = persists && before.pause === null && lastedMs >= reminderMs;
            return reminded.has(one.id) === isDue;
          });
          for (const id of reminded) quietMs.set(id, nowMs);
          return kept;
        },
      };
    },
  },
  {
    says: 'every occurrence has an identity of its own, and stands once, most urgent first',
    onlooker: () => {
      const used = new Set<string>();
      return {
        ticked: ({ step }) => {
          const { shown } = step.state;
          const fresh = step.events.every((event) => {
            if (event.type !== 'alarm-raised') return true;
            const isNew = !used.has(event.alarm.id);
            used.add(event.alarm.id);
            return isNew;
          });
          const inOrder = shown.every(
            (one, at) => at === 0 || urgency(shown[at - 1] as Alarm) >= urgency(one),
          );
          const onNames = shown.filter(isOn).map(nameOf);
          return fresh && inOrder && new Set(onNames).size === onNames.length;
        },
      };
    },
  },
  {
    says: 'what is silent under another stands behind one that is on and at least as urgent',
    onlooker: ofStep(({ step: { state } }) =>
      state.shown.every((one) => {
        if (one.under === null) return true;
        const cause = state.shown.find(({ id }) => id === one.under);
        return cause !== undefined && isOn(cause) && cause.under === null && urgency(cause) >= urgency(one);
      }),
    ),
  },
  {
    says: 'an alarm tells when it came',
    onlooker: ofStep(({ step, nowMs }) =>
      step.events.every((event) =>
        event.type === 'alarm-raised'
          ? event.alarm.raisedMs === nowMs && event.alarm.clearedMs === null
          : event.type !== 'alarm-cleared' ||
            (event.alarm.clearedMs === nowMs && event.alarm.raisedMs <= nowMs - tickMs),
      ),
    ),
  },
];
