import { type Intent, inflowCeilingCelsius } from '../../../electron/domain/command.ts';
import type { RunEvent } from '../../../electron/domain/run-event.ts';
import { intentOf } from '../../../electron/protocol/intent.ts';
import type { RunState } from '../../../electron/protocol/state.ts';
import type { ProtocolEvent } from '../../../electron/protocol/step.ts';
import { transitions } from '../../../electron/protocol/transitions.ts';

/** One step of the reducer, as a promise looks at it. */
export interface Happened {
  readonly before: RunState;
  readonly event: ProtocolEvent;
  readonly after: RunState;
  readonly events: readonly RunEvent[];
  /** An action that was taken, not refused. */
  readonly taken: boolean;
}

export interface Promised {
  readonly says: string;
  readonly kept: (happened: Happened) => boolean;
}

const asked = (state: RunState): Intent | null => (state.decision === 'none' ? intentOf(state) : null);
const byAction = ({ event, taken }: Happened, ...types: string[]): boolean =>
  event.type === 'action' && taken && types.includes(event.action.type);
const byAnyAction = ({ event, taken }: Happened): boolean => event.type === 'action' && taken;
const flowOf = (state: RunState): number => state.telemetry?.flowMlPerMin.value ?? 0;
const changedPhase = ({ before, after }: Happened): boolean => before.phase !== after.phase;

/** What the protocol promises of every step, whatever happened before. */
export const promises: readonly Promised[] = [
  {
    says: 'heat is never asked for without confirmed flow',
    kept: ({ after }) => {
      const intent = asked(after);
      return !intent?.heaterEnable || flowOf(after) >= 0.1 * intent.flowSetpointMlPerMin;
    },
  },
  {
    says: 'heat is never asked for with the link down or before a person has decided',
    kept: ({ after }) =>
      !intentOf(after).heaterEnable || (after.telemetry !== null && after.decision === 'none'),
  },
  {
    says: 'heat is never asked for without a known control temperature',
    kept: ({ after }) => !asked(after)?.heaterEnable || after.control.celsius.value !== null,
  },
  {
    says: 'heat is never asked for while heat or flow is held or an interlock is latched',
    kept: ({ after }) =>
      !asked(after)?.heaterEnable ||
      (after.heatHeld === null && after.flowHeld === null && !after.stopped && after.interlockBits === 0),
  },
  {
    says: 'the pump never stands with the heater asked on',
    kept: ({ after }) => {
      const { heaterEnable, pumpEnable, flowSetpointMlPerMin } = intentOf(after);
      return !heaterEnable || (pumpEnable && flowSetpointMlPerMin > 0);
    },
  },
  {
    says: 'the inflow set-point is never above 45.00 °C, and always one the rig takes',
    kept: ({ after }) => {
      const { inflowSetpointCelsius, inflowLimitCelsius } = intentOf(after);
      return (
        inflowSetpointCelsius <= inflowCeilingCelsius &&
        inflowSetpointCelsius >= 20 &&
        inflowLimitCelsius - inflowSetpointCelsius > 0.5
      );
    },
  },
  {
    says: 'the flow asked for is 0 or one of the preset',
    kept: ({ after: state }) => {
      const { flowMlPerMin, fillFlowMlPerMin, drainFlowMlPerMin } = state.preset;
      const flows = [0, flowMlPerMin, fillFlowMlPerMin, drainFlowMlPerMin];
      return flows.includes(intentOf(state).flowSetpointMlPerMin);
    },
  },
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
    says: 'what was treated never drains by itself',
    kept: (happened) =>
      !changedPhase(happened) ||
      happened.after.phase !== 'drain' ||
      byAction(happened, 'drain-now', 'end-treatment'),
  },
  {
    says: 'a hold is lifted by a person only',
    kept: (happened) => {
      const { before, after } = happened;
      const lifted =
        (before.heatHeld !== null && after.heatHeld === null) ||
        (before.flowHeld !== null && after.flowHeld === null) ||
        (before.stopped && !after.stopped);
      return !lifted || byAnyAction(happened);
    },
  },
  {
    says: 'heat that is held comes back by no action but "resume heat"',
    kept: (happened) =>
      happened.before.heatHeld === null ||
      happened.after.heatHeld !== null ||
      byAction(happened, 'resume-heat'),
  },
  {
    says: 'after a lost link or a restart nothing is written until a person has decided',
    kept: (happened) =>
      happened.before.decision === 'none' || happened.after.decision !== 'none' || byAnyAction(happened),
  },
  {
    says: 'STOP RUN and PAUSE FLOW show in the very next intent: heater and pump off',
    kept: (happened) => {
      if (!byAction(happened, 'stop-run', 'pause-flow')) return true;
      const intent = asked(happened.after);
      if (intent === null) return happened.after.telemetry === null;
      return !intent.heaterEnable && !intent.pumpEnable && intent.flowSetpointMlPerMin === 0;
    },
  },
  {
    says: 'STOP RUN leaves the valves as they are',
    kept: (happened) => {
      const inForce = happened.before.telemetry?.inForce.mode;
      if (!byAction(happened, 'stop-run') || inForce === undefined) return true;
      return asked(happened.after)?.mode === inForce;
    },
  },
  {
    says: 'HEAT OFF shows in the very next intent and leaves the flow alone',
    kept: (happened) => {
      if (!byAction(happened, 'heat-off')) return true;
      const [was, is] = [asked(happened.before), asked(happened.after)];
      if (is === null) return happened.after.telemetry === null;
      return !is.heaterEnable && (was === null || was.pumpEnable === is.pumpEnable);
    },
  },
  {
    says: 'an automatic reaction shows in the very next intent',
    kept: ({ event, after }) => {
      const intent = asked(after);
      if (event.type !== 'reaction' || event.reaction === 'none' || intent === null) return true;
      return !intent.heaterEnable && (event.reaction !== 'heater-and-pump-off' || !intent.pumpEnable);
    },
  },
  {
    says: 'time in band never exceeds time elapsed, and no clock ever goes back',
    kept: ({ before, after }) =>
      after.clocks.inBandMs <= after.clocks.elapsedMs &&
      after.clocks.inBandMs >= before.clocks.inBandMs &&
      after.clocks.elapsedMs >= before.clocks.elapsedMs &&
      after.clocks.drugMs >= before.clocks.drugMs &&
      after.nowMs >= before.nowMs,
  },
  {
    says: 'in treatment, elapsed is the time since it was started, whatever happened meanwhile',
    kept: ({ after: { phase, clocks, nowMs } }) =>
      phase !== 'treatment' || Math.abs(clocks.elapsedMs - (nowMs - (clocks.startedMs ?? 0))) < 1e-6,
  },
  {
    says: 'time without fresh telemetry is never counted as in band',
    kept: ({ before, event, after }) =>
      (event.type === 'tick' && event.telemetry !== null) || after.clocks.inBandMs === before.clocks.inBandMs,
  },
  {
    says: 'the drug clock runs without a pause from first contact to the end of drain',
    kept: ({ after: { clocks, nowMs } }) =>
      clocks.drugFromMs === null ||
      clocks.drugEnded ||
      Math.abs(clocks.drugMs - (nowMs - clocks.drugFromMs)) < 1e-6,
  },
  {
    says: 'thermal dose and pumped volumes only grow',
    kept: ({ before, after }) =>
      after.cem43Minutes.every((dose, probe) => dose >= (before.cem43Minutes[probe] ?? 0)) &&
      after.volumes.inMl >= before.volumes.inMl &&
      after.volumes.outMl >= before.volumes.outMl,
  },
  {
    says: 'a refused action changes nothing',
    kept: ({ before, event, after, taken }) =>
      event.type !== 'action' || taken || JSON.stringify(before) === JSON.stringify(after),
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
    says: 'a run that is complete stays complete and asks for nothing',
    kept: ({ before, after }) =>
      before.phase !== 'complete' ||
      (after.phase === 'complete' && !intentOf(after).heaterEnable && !intentOf(after).pumpEnable),
  },
  {
    says: 'heat is not resumed into a patient while the inflow is above its ceiling',
    kept: (happened) => {
      const inflow = happened.after.probesCelsius[0].value;
      if (!byAction(happened, 'resume-heat') || inflow === null || inflow < inflowCeilingCelsius) return true;
      return !['fill', 'circulate', 'rinse'].includes(intentOf(happened.after).mode);
    },
  },
  {
    says: 'fluid goes to the patient again after standstill only through bypass',
    kept: (happened) => {
      if (!byAction(happened, 'resume-flow', 'circulate-unheated')) return true;
      return !['fill', 'circulate', 'rinse'].includes(intentOf(happened.after).mode);
    },
  },
];
