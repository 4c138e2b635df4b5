import type { HeatUpEstimate } from '../../../../electron/domain/heat-up-estimate.ts';
import { runStateFromJson, runStateToJson } from '../../../../electron/protocol/checkpoint.ts';
import { transitions } from '../../../../electron/protocol/transitions.ts';
import { byAction, byAnyAction, changedPhase, type Happened, type Promised } from './happened.ts';

/** What the protocol promises of phases, actions and events. */
export const phasePromises: readonly Promised[] = [
  {
    says: 'no phase is left but by a row of the transition table, and the change is an event',
    kept: (happened) => {
      const { before, after, events } = happened;
      const told = events.filter((event) => event.type === 'phase');
      if (!changedPhase(happened)) return told.length === 0;
      const [one, ...more] = told;
      return (
        more.length === 0 &&
        one?.from === before.phase &&
        one.to === after.phase &&
        transitions.some(
          ({ from, to, on }) => from === before.phase && to === after.phase && on === one.cause,
        )
      );
    },
  },
  {
    says: 'only a person changes the phase, but for a filling that has its volume',
    kept: (happened) =>
      !changedPhase(happened) ||
      byAnyAction(happened) ||
      happened.before.phase === 'fill' ||
      happened.before.phase === 'rinse',
  },
  {
    says: 'heat is not led to before the time-out was read to the team',
    kept: ({ before, after, memory }) =>
      before.phase !== 'prime' || after.phase !== 'machine-test' || memory.timeOutRead,
  },
  {
    says: 'who skips the rinses comes to disconnect, with the outcome the treatment had and nothing pumped',
    kept: (happened) =>
      !byAction(happened, 'skip-rinses') ||
      (happened.after.phase === 'disconnect' &&
        happened.after.endingAs === happened.before.endingAs &&
        !happened.intent.pumpEnable),
  },
  {
    says: 'a refused action changes nothing',
    kept: ({ before, event, after, taken }) =>
      event.type !== 'action' || taken || before === after || same(before, after),
  },
  {
    says: 'every action is an event, taken or refused',
    kept: ({ event, events, taken }) => {
      if (event.type !== 'action') return true;
      const [told] = events;
      return told?.type === 'action' && (told.refused === null) === taken;
    },
  },
  {
    says: 'the four interventions are refused only where there is nothing to intervene in',
    kept: ({ event, refused, before }) => {
      if (event.type !== 'action' || refused === null || before.phase === 'complete') return true;
      return !['heat-off', 'pause-flow', 'stop-run'].includes(event.action.type);
    },
  },
  {
    says: 'holds and releases are events',
    kept: ({ before, after, events }) => {
      const told = new Set(events.map((event) => event.type));
      return (
        (before.heatHeld === after.heatHeld || told.has(after.heatHeld ? 'heat-held' : 'heat-released')) &&
        (before.flowHeld === after.flowHeld ||
          told.has(after.flowHeld ? 'flow-held' : 'flow-released') ||
          told.has('phase'))
      );
    },
  },
  {
    says: 'the estimate of the heat-up leads to nothing by itself',
    kept: (happened) => !sometimes(happened, 47) || estimateMovesNothing(happened),
  },
  {
    says: 'a state that was written down and read again goes on as the one that was not',
    kept: (happened) => !sometimes(happened, 43) || goesOnTheSame(happened),
  },
  {
    says: 'the same event in the same state has the same outcome, and changes nothing in place',
    kept: (happened) => !sometimes(happened, 97) || repeats(happened),
  },
];

/** Promises that cost much are held every so often. */
const sometimes = ({ after }: Happened, oneIn: number): boolean =>
  Math.round(after.nowMs / 100) % oneIn === 0;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whatever the estimate says, the same becomes of everything else. */
function estimateMovesNothing({ engine, before, event, nowMs, after, intent }: Happened): boolean {
  const estimate: HeatUpEstimate = {
    state: 'unreachable',
    reachCelsius: { likely: 38, low: 37, high: 39 },
    helpfulFlowMlPerMin: null,
    limitedBy: 'flow',
  };
  const other = engine.step({ ...before, estimate, heatUpWatch: null }, event, nowMs).state;
  const without = { estimate: null, heatUpWatch: null };
  return same(engine.intentOf(other), intent) && same({ ...other, ...without }, { ...after, ...without });
}

function goesOnTheSame({ engine, before, event, nowMs, after, events }: Happened): boolean {
  const restored = runStateFromJson(JSON.parse(JSON.stringify(runStateToJson(before))));
  if (!restored.ok) return false;
  const again = engine.step(restored.state, event, nowMs);
  return same(again.state, after) && same(again.events, events);
}

function repeats({ engine, before, event, nowMs, after, events }: Happened): boolean {
  const told = JSON.stringify(before);
  const again = engine.step(before, event, nowMs);
  return same(again.state, after) && same(again.events, events) && JSON.stringify(before) === told;
}
