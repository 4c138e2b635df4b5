/** The phases of a run, in order: heat-up and treatment of a circulation, or dwell of a single instillation. `rinse` and `rinse-drain` repeat as the preset says. */
export const phases = [
  'self-test',
  'prime',
  'preheat',
  'fill',
  'heat-up',
  'treatment',
  'dwell',
  'drain',
  'rinse',
  'rinse-drain',
  'disconnect',
  'complete',
] as const;
export type Phase = (typeof phases)[number];

/** Why heat or flow is held off. Only a person lifts a hold; `null` means not held. */
export const holdReasons = [
  'operator',
  'stop-run',
  'alarm',
  'interlock',
  'link-lost',
  'rig-restarted',
  'control-temperature-unknown',
  'inflow-unknown',
  'inflow-contradicted',
  'command-not-in-force',
] as const;
export type HoldReason = (typeof holdReasons)[number];

export const outcomes = ['completed', 'ended-early', 'stopped', 'aborted'] as const;
export type Outcome = (typeof outcomes)[number];
