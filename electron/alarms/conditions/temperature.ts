import { aboveForProbes, beyond, cavityProbesDisagree } from '../detection.ts';
import { body, type Condition, heaterOff, proposal, quiet } from './condition.ts';

const celsius = { ...body, unit: 'celsius' } as const;
const ceiling = 'cavity not above 43–44 °C (docs/hazards.md); default proposed by this project';
/** 46.00 °C is also what the console writes to register 5, so the rig cuts off there by itself. */
const inflowVeryHighCelsius = 46.0;

/** Limits of control, cavity, inflow and patient core temperature. */
export const temperatureConditions: readonly Condition[] = [
  {
    ...celsius,
    ...quiet,
    code: 'control-temperature-high',
    priority: 'medium',
    delayMs: 10_000,
    source: 'promise of temperature control, ±0.5 °C (docs/hazards.md)',
    detect: (s) => (s.controlled ? beyond(s.controlCelsius, '>', s.targetCelsius + 0.5) : []),
  },
  {
    ...celsius,
    ...heaterOff,
    code: 'cavity-temperature-high',
    priority: 'high',
    delayMs: 10_000,
    source: ceiling,
    detect: (s) => aboveForProbes(s, 'cavity', '>', s.targetCelsius + 1.0),
  },
  {
    ...celsius,
    ...heaterOff,
    code: 'cavity-temperature-high',
    priority: 'high',
    delayMs: 2_000,
    source: ceiling,
    detect: (s) => aboveForProbes(s, 'cavity', '>=', 44.0),
  },
  {
    ...celsius,
    ...quiet,
    code: 'control-temperature-low',
    priority: 'low',
    delayMs: 60_000,
    source: 'promise of temperature control, ±0.5 °C (docs/hazards.md)',
    detect: (s) => (s.phase === 'treatment' ? beyond(s.controlCelsius, '<', s.targetCelsius - 0.5) : []),
  },
  {
    ...celsius,
    ...quiet,
    code: 'control-temperature-very-low',
    priority: 'medium',
    delayMs: 120_000,
    source: proposal,
    detect: (s) => (s.phase === 'treatment' ? beyond(s.controlCelsius, '<', s.targetCelsius - 1.5) : []),
  },
  {
    ...celsius,
    ...quiet,
    code: 'inflow-high',
    priority: 'medium',
    delayMs: 10_000,
    source: 'inflow ceiling 45.0 °C plus 0.5',
    detect: (s) => aboveForProbes(s, 'inflow', '>', 45.5),
  },
  {
    ...celsius,
    reaction: 'heater-off-bypass',
    reason: 'alarm',
    code: 'inflow-very-high',
    priority: 'high',
    delayMs: 2_000,
    source: 'register 5 of the link',
    detect: (s) => aboveForProbes(s, 'inflow', '>=', inflowVeryHighCelsius),
  },
  {
    ...celsius,
    ...quiet,
    code: 'core-temperature-low-limit',
    priority: 'low',
    delayMs: 10_000,
    source: proposal,
    detect: (s) => beyond(s.coreCelsius, '>=', 38.5),
  },
  {
    ...celsius,
    ...quiet,
    code: 'core-temperature-medium-limit',
    priority: 'medium',
    delayMs: 10_000,
    source: proposal,
    detect: (s) => beyond(s.coreCelsius, '>=', 39.0),
  },
  {
    ...celsius,
    ...quiet,
    code: 'core-temperature-high-limit',
    priority: 'high',
    delayMs: 10_000,
    source: 'core ≥ 39.5 °C: complications, odds ratio 3.77 (10.1245/s10434-019-07495-5)',
    detect: (s) => beyond(s.coreCelsius, '>=', 39.5),
  },
  {
    ...celsius,
    ...quiet,
    code: 'cavity-probes-disagree',
    priority: 'low',
    delayMs: 30_000,
    source: proposal,
    detect: (s) => (s.controlled ? cavityProbesDisagree(s, 1.0) : []),
  },
];
