import { type Json, type Upgrade, within } from './json.ts';

/** Before version 4 no site set anything: every console had these numbers, and no other rule. */
const ruledThen: Json = {
  name: null,
  alarmLimits: {
    'control-above-target': { initial: 0.5, lowest: 0.3, highest: 1 },
    'cavity-above-target': { initial: 1, lowest: 0.6, highest: 1 },
    'cavity-highest': { initial: 44, lowest: 43, highest: 44 },
    'control-below-target': { initial: 0.5, lowest: 0.3, highest: 1.5 },
    'control-far-below-target': { initial: 1.5, lowest: 1, highest: 3 },
    'inflow-highest': { initial: 45.5, lowest: 44, highest: 45.8 },
    'core-low': { initial: 38.5, lowest: 37.5, highest: 39 },
    'core-medium': { initial: 39, lowest: 38, highest: 39.5 },
    'core-high': { initial: 39.5, lowest: 38.5, highest: 40 },
    'flow-off': { initial: 10, lowest: 5, highest: 20 },
    'flow-far-off': { initial: 20, lowest: 10, highest: 40 },
    'cavity-pressure-raised': { initial: 20, lowest: 10, highest: 25 },
    'cavity-pressure-high': { initial: 30, lowest: 15, highest: 30 },
    'volume-over-plan': { initial: 500, lowest: 200, highest: 1000 },
  },
  inflowLinePressureLimitMmHg: 150,
  flowCeilingMlPerMin: null,
  leastWeightKg: null,
  bodySurfaceFormula: 'du-bois',
  coreHold: null,
  calibrationIntervalMonths: null,
};

export const from3: Upgrade = { header: headerFrom3, event: eventFrom3 };

/** One that has no case is of a rescue. */
function headerFrom3(header: Json): Json {
  return 'case' in header ? { site: ruledThen, ...header } : header;
}

function eventFrom3(event: Json): Json {
  return event.type === 'run-started' ? { ...event, header: within(event.header, headerFrom3) } : event;
}
