import { asking, becoming, heating, isAction, type Mutant } from './mutate.ts';

/** What the machine itself would do then, seen at the exchange. */
export const exchangeMutants: readonly Mutant[] = [
  {
    mistake: 'the set-point has no ceiling',
    breaks: 'nothing is written that the machine refuses',
    engine: asking(({ inflowSetpointCelsius }) => ({ inflowSetpointCelsius: inflowSetpointCelsius + 3 })),
  },
  {
    mistake: 'PAUSE FLOW takes its time',
    breaks: 'STOP RUN and PAUSE FLOW are in force at the next exchange: heater and pump off',
    engine: becoming((_, { flowHeld }, event) => (isAction(event, 'pause-flow') ? { flowHeld } : {})),
  },
  {
    mistake: 'who takes command goes on as planned at once',
    breaks: 'the first block after a person has decided heats nothing and moves no valve',
    engine: becoming(() => ({ keep: null })),
  },
  {
    mistake: 'STOP RUN closes the valves',
    breaks: 'STOP RUN moves no valve of the machine',
    engine: becoming((_, __, event) => (isAction(event, 'stop-run') ? { stoppedMode: 'standby' } : {})),
  },
  {
    mistake: 'HEAT OFF takes its time',
    breaks: 'HEAT OFF is in force at the next exchange',
    engine: becoming((_, { heatHeld }, event) => (isAction(event, 'heat-off') ? { heatHeld } : {})),
  },
  {
    mistake: 'PAUSE FLOW forgets the heater',
    breaks: 'the machine never heats with its pump standing',
    engine: asking((_, { flowHeld, phase }) =>
      flowHeld === 'operator' && phase === 'treatment' ? heating : {},
    ),
  },
];

/** What would become of machine and patient. */
export const truthMutants: readonly Mutant[] = [
  {
    mistake: 'HEAT OFF takes its time',
    breaks: 'one exchange after HEAT OFF, PAUSE FLOW or STOP RUN the heater draws no power',
    engine: becoming((_, { heatHeld }, event) => (isAction(event, 'heat-off') ? { heatHeld } : {})),
  },
  {
    mistake: 'heat goes on without flow',
    breaks: 'without flow the heater draws power no longer than a second',
    engine: asking(({ pumpEnable }, { heatHeld, phase }) =>
      pumpEnable && heatHeld === null && phase === 'preheat' ? heating : {},
    ),
  },
];
