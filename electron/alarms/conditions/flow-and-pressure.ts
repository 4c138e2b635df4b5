import { beyond, flowDeviation, found } from '../detection.ts';
import { allOff, body, type Condition, heaterOff, proposal, quiet } from './condition.ts';

/** Limits of flow, of pressure in line and cavity, and of the volume in the cavity. */
export const flowAndPressureConditions: readonly Condition[] = [
  {
    ...body,
    ...quiet,
    unit: 'mlPerMin',
    code: 'flow-deviation',
    priority: 'low',
    delayMs: 30_000,
    source: proposal,
    detect: (s) => flowDeviation(s, 0.1),
  },
  {
    ...body,
    ...quiet,
    unit: 'mlPerMin',
    code: 'flow-deviation-large',
    priority: 'medium',
    delayMs: 5_000,
    source: proposal,
    detect: (s) => flowDeviation(s, 0.2),
  },
  {
    ...body,
    ...heaterOff,
    unit: 'mlPerMin',
    code: 'no-flow-with-heater',
    priority: 'high',
    delayMs: 2_000,
    source: 'below the 3 s of the rig’s own no-flow interlock',
    detect: (s) => {
      const limit = 0.1 * s.setFlowMlPerMin;
      const asked = s.heatWanted && s.setFlowMlPerMin > 0 && s.flowSteadyMs >= 5_000;
      if (!asked || s.linkLost) return [];
      return s.flowMlPerMin.value === null
        ? [{ subject: '', value: null, limit }]
        : beyond(s.flowMlPerMin, '<', limit);
    },
  },
  {
    ...body,
    ...allOff,
    unit: 'mmHg',
    code: 'inflow-line-pressure-high',
    priority: 'high',
    delayMs: 500,
    source: 'set at commissioning of the rig',
    detect: (s) => beyond(s.inflowLinePressureMmHg, '>', s.inflowLinePressureLimitMmHg),
  },
  {
    ...body,
    ...quiet,
    unit: 'mmHg',
    code: 'cavity-pressure-raised',
    priority: 'medium',
    delayMs: 30_000,
    source: 'target 10–20 mmHg, closed (10.1245/s10434-017-6279-3)',
    detect: (s) => (s.closedTechnique ? beyond(s.cavityPressureMmHg, '>', 20) : []),
  },
  {
    ...body,
    ...allOff,
    unit: 'mmHg',
    code: 'cavity-pressure-high',
    relievedByDraining: true,
    priority: 'high',
    delayMs: 10_000,
    source: proposal,
    detect: (s) => (s.closedTechnique ? beyond(s.cavityPressureMmHg, '>', 30) : []),
  },
  {
    ...body,
    ...quiet,
    unit: 'ml',
    code: 'cavity-volume-over-plan',
    priority: 'medium',
    delayMs: 2_000,
    source: proposal,
    detect: (s) => found(s.cavityVolumeMl > s.planVolumeMl + 500, s.cavityVolumeMl, s.planVolumeMl + 500),
  },
  {
    ...body,
    ...allOff,
    unit: 'ml',
    code: 'cavity-volume-over-largest',
    relievedByDraining: true,
    priority: 'high',
    delayMs: 1_000,
    source: 'largest cavity volume of the preset',
    detect: (s) => found(s.cavityVolumeMl > s.largestVolumeMl, s.cavityVolumeMl, s.largestVolumeMl),
  },
];
