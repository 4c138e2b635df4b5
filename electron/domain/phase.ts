/** The phases of a run, in order: heat-up and treatment of a circulation, or dwell of a single instillation. `rinse` and `rinse-drain` repeat as the preset says. */
export const phases = [
  'self-test',
  'prime',
  'machine-test',
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

/** Phases that do nothing but test. */
export const testPhases = ['self-test', 'machine-test'] as const satisfies readonly Phase[];
export type TestPhase = (typeof testPhases)[number];
export const isTesting = (phase: string): phase is TestPhase =>
  (testPhases as readonly string[]).includes(phase);

/** Why heat or flow is held off. Only a person lifts a hold; `null` means not held. */
export const holdReasons = [
  'operator',
  'stop-run',
  'alarm',
  'interlock',
  'link-lost',
  'rig-restarted',
  'console-restarted',
  'control-temperature-unknown',
  'inflow-unknown',
  'cavity-unknown',
  'inflow-contradicted',
  'core-too-hot',
  'command-not-in-force',
  'console-fault',
] as const;
export type HoldReason = (typeof holdReasons)[number];

/** How a run ended. `interrupted`: its record breaks off, or a lost console's run was ended instead of taken up. */
export const outcomes = ['completed', 'ended-early', 'stopped', 'aborted', 'interrupted'] as const;
export type Outcome = (typeof outcomes)[number];

/** Why a console was lost, as far as clocks can tell. */
export const lostBecauses = ['console-ended', 'computer-restarted', 'unknown'] as const;
export type LostBecause = (typeof lostBecauses)[number];
/** Why a run went on without its console for a while. */
export const interruptionCauses = [...lostBecauses, 'standstill'] as const;
export type InterruptionCause = (typeof interruptionCauses)[number];
