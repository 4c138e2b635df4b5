/** What goes on and what comes next: keys of the text dictionary with their numbers. */
export interface Advice {
  readonly now: AdviceText;
  readonly next: AdviceText | null;
}
export interface AdviceText {
  readonly key: AdviceKey;
  readonly values: Readonly<Record<string, number | string>>;
}
export const adviceKeys = [
  'self-test-running',
  'self-test-passed',
  'self-test-failed',
  'priming',
  'preheating',
  'preheat-ready',
  'filling',
  'heating-up',
  'heating-up-late',
  'heat-up-settling',
  'treatment-may-start',
  'holding',
  'dwelling',
  'dwell-complete',
  'out-of-band',
  'in-band-complete',
  'plan-elapsed-question',
  'extended',
  'draining',
  'drain-low',
  'drain-retained',
  'rinsing',
  'rinse-draining',
  'disconnecting',
  'complete',
  'heat-held',
  'flow-held',
  'stopped',
  'restarting-through-bypass',
  'link-lost',
  'link-back',
  'rig-restarted',
  'control-unknown',
  'next-confirm-prime',
  'next-confirm-preheat',
  'next-confirm-fill',
  'next-heat-up',
  'next-dwell',
  'next-confirm-treatment',
  'next-drain-confirm',
  'next-confirm-rinse',
  'next-rinse-drain',
  'next-confirm-disconnect',
  'next-confirm-complete',
  'next-report',
  'next-resume-heat',
  'next-resume-flow',
  'next-take-command',
  'next-clear-interlocks',
  'next-use-machine-switch',
] as const;
export type AdviceKey = (typeof adviceKeys)[number];
