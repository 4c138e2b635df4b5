import { byAction, type Happened, type Promised } from './happened.ts';

const intoPatient: readonly string[] = ['fill', 'circulate', 'rinse'];

/** What the protocol promises of pump and valves. */
export const flowPromises: readonly Promised[] = [
  {
    says: 'a run taken up in prime, machine test, fill or rinse begins with the pump off',
    kept: (happened) =>
      !byAction(happened, 'take-command') ||
      happened.before.decision !== 'console-restarted' ||
      !['prime', 'machine-test', 'fill', 'rinse'].includes(happened.before.phase) ||
      happened.asked?.pumpEnable === false,
  },
  {
    says: 'what may be full is not filled, and nothing is filled beyond its plan',
    kept: ({ after, intent }) =>
      intent.mode !== 'fill' ||
      !intent.pumpEnable ||
      after.keep !== null ||
      (after.volumes.uncertaintyMl !== null && after.volumes.fillingMl < after.preset.fillVolumeMl),
  },
  {
    says: 'a rinse pumps nothing before somebody has seen fresh fluid',
    kept: ({ after, intent, memory }) =>
      after.phase !== 'rinse' || !memory.rinseUnseen || !intent.pumpEnable || after.keep !== null,
  },
  {
    says: 'the flow asked for is 0 or one of the preset',
    kept: ({ after, intent }) => {
      const { fillFlowMlPerMin, drainFlowMlPerMin } = after.preset;
      const flow = intent.flowSetpointMlPerMin;
      const kept = after.keep?.flowMlPerMin;
      return [0, after.setFlowMlPerMin, fillFlowMlPerMin, drainFlowMlPerMin, kept].includes(flow);
    },
  },
  {
    says: 'a flow that anything has stopped goes on only after a person has let it',
    kept: ({ intent, memory }) => !intent.pumpEnable || !memory.pumpNeedsPerson,
  },
  {
    says: 'after a lost link or a restart nothing is written until a person has decided',
    kept: ({ asked, memory }) => asked === null || !memory.decisionNeedsPerson,
  },
  {
    says: 'after standstill fluid goes to the patient only once bypass has flushed what stood in the exchanger',
    kept: ({ asked, memory, after }) =>
      asked === null ||
      !asked.pumpEnable ||
      !intoPatient.includes(asked.mode) ||
      !memory.slugStands ||
      after.keep !== null,
  },
  {
    says: 'the first write after taking command starts nothing that stood',
    kept: ({ after, intent }) => after.keep === null || !intent.pumpEnable || after.keep.pumpEnable,
  },
  {
    says: 'a hold is lifted by a person only',
    kept: (happened) => {
      const { before, after } = happened;
      const lifted =
        (before.heatHeld !== null && after.heatHeld === null) ||
        (before.flowHeld !== null && after.flowHeld === null) ||
        (before.stopped && !after.stopped);
      return !lifted || pressed(happened);
    },
  },
  {
    says: 'STOP RUN and PAUSE FLOW show in the very next intent: heater and pump off',
    kept: (happened) => {
      if (!byAction(happened, 'stop-run', 'pause-flow')) return true;
      const { asked, after } = happened;
      if (asked === null) return after.telemetry === null;
      return !asked.heaterEnable && !asked.pumpEnable && asked.flowSetpointMlPerMin === 0;
    },
  },
  {
    says: 'STOP RUN leaves the valves as they are',
    kept: (happened) => {
      const inForce = happened.before.telemetry?.inForce.mode;
      if (!byAction(happened, 'stop-run') || inForce === undefined) return true;
      return happened.asked?.mode === inForce;
    },
  },
  {
    says: 'an automatic reaction shows in the very next intent',
    kept: ({ event, asked }) => {
      if (event.type !== 'reaction' || event.reaction === 'none' || asked === null) return true;
      return !asked.heaterEnable && (event.reaction !== 'heater-and-pump-off' || !asked.pumpEnable);
    },
  },
  {
    says: 'what was treated never drains by itself',
    kept: (happened) => {
      const { before, after, intent } = happened;
      if (after.phase === 'drain' && before.phase !== 'drain') {
        return byAction(happened, 'drain-now', 'end-treatment');
      }
      const draining = after.phase === 'drain' || after.phase === 'rinse-drain';
      return intent.mode !== 'drain' || !intent.pumpEnable || draining || after.keep !== null;
    },
  },
  {
    says: 'a run that is complete stays complete and asks for nothing',
    kept: ({ before, after, intent }) =>
      before.phase !== 'complete' ||
      (after.phase === 'complete' && !intent.heaterEnable && !intent.pumpEnable),
  },
];

const pressed = ({ event, taken }: Happened): boolean => event.type === 'action' && taken;
