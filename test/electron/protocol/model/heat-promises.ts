import { inflowCeilingCelsius } from '../../../../electron/domain/command.ts';
import { phaseFlowMlPerMin } from '../../../../electron/protocol/phase-plan.ts';
import { byAction, flowOf, type Promised } from './happened.ts';

const intoPatient: readonly string[] = ['fill', 'circulate', 'rinse'];

/** What the protocol promises of heat. */
export const heatPromises: readonly Promised[] = [
  {
    says: 'heat is never asked for without confirmed flow',
    kept: ({ after, asked }) =>
      !asked?.heaterEnable ||
      (asked.flowSetpointMlPerMin > 0 && flowOf(after) >= 0.1 * asked.flowSetpointMlPerMin),
  },
  {
    says: 'heat is never asked for with the link down or before a person has decided',
    kept: ({ after, intent, memory }) =>
      !intent.heaterEnable ||
      (memory.linkUp && !memory.decisionNeedsPerson && after.telemetry !== null && after.decision === 'none'),
  },
  {
    says: 'heat is never asked for without a known control temperature',
    kept: ({ after, asked }) => !asked?.heaterEnable || after.control.celsius.value !== null,
  },
  {
    says: 'heat is never asked for while heat or flow is held or an interlock is latched',
    kept: ({ after, asked }) =>
      !asked?.heaterEnable ||
      (after.heatHeld === null && after.flowHeld === null && !after.stopped && after.interlockBits === 0),
  },
  {
    says: 'heat that anything has turned off comes back only after a person has pressed "resume heat"',
    kept: ({ intent, memory }) => !intent.heaterEnable || !memory.heatNeedsPerson,
  },
  {
    says: 'a hold of heat is lifted by "resume heat" only',
    kept: (happened) =>
      happened.before.heatHeld === null ||
      happened.after.heatHeld !== null ||
      byAction(happened, 'resume-heat'),
  },
  {
    says: 'the pump never stands with the heater asked on',
    kept: ({ intent: { heaterEnable, pumpEnable, flowSetpointMlPerMin } }) =>
      !heaterEnable || (pumpEnable && flowSetpointMlPerMin > 0),
  },
  {
    says: 'heat is asked for only in the phases that heat, with their valves and their flow',
    kept: ({ after, asked }) => {
      if (!asked?.heaterEnable || after.phase === 'machine-test') return true;
      const modes = { preheat: 'bypass', fill: 'fill', 'heat-up': 'circulate', treatment: 'circulate' };
      const mode = Object.entries(modes).find(([phase]) => phase === after.phase)?.[1];
      return asked.mode === mode && asked.flowSetpointMlPerMin === phaseFlowMlPerMin(after.phase, after);
    },
  },
  {
    says: 'the inflow set-point is never above 45.00 °C, and always at least 0.5 °C below the limit',
    kept: ({ intent: { inflowSetpointCelsius, inflowLimitCelsius } }) =>
      inflowSetpointCelsius <= inflowCeilingCelsius &&
      inflowSetpointCelsius >= 20 &&
      inflowLimitCelsius - inflowSetpointCelsius >= 0.5,
  },
  {
    says: 'HEAT OFF shows in the very next intent and leaves the flow alone',
    kept: (happened) => {
      if (!byAction(happened, 'heat-off')) return true;
      const { asked: is, askedBefore: was, after } = happened;
      if (is === null) return after.telemetry === null;
      return !is.heaterEnable && (was === null || was.pumpEnable === is.pumpEnable);
    },
  },
  {
    says: 'heat is not resumed into a patient while the inflow is above its ceiling',
    kept: (happened) => {
      const inflow = happened.after.probesCelsius[0].value;
      if (!byAction(happened, 'resume-heat') || inflow === null || inflow < inflowCeilingCelsius) return true;
      // A kept block is what the machine did on its own, heater off.
      if (happened.after.keep !== null) return !happened.intent.heaterEnable;
      return !happened.intent.pumpEnable || !intoPatient.includes(happened.intent.mode);
    },
  },
];
