import type { Phase } from './phase.ts';

/**
 * What a person asks of a run. `from` guards against a press that was meant for an earlier phase.
 * The four interventions come first: they need no sign-in, no dialogue and are taken from any phase.
 */
export type OperatorAction =
  | { readonly type: 'heat-off' }
  | { readonly type: 'pause-flow' }
  | { readonly type: 'stop-run' }
  | { readonly type: 'drain-now' }
  /** Go on to the next phase, where the current one waits for a person. */
  | { readonly type: 'advance'; readonly from: Phase }
  | { readonly type: 'start-treatment'; readonly drugAdded: boolean; readonly early: NamedReason | null }
  | { readonly type: 'resume-heat' }
  | { readonly type: 'resume-flow' }
  /** After STOP RUN: circulate again, heater off. */
  | { readonly type: 'circulate-unheated' }
  /** After a lost link or a restarted rig: take command again, heater off. */
  | { readonly type: 'take-command' }
  /** Clear the interlocks the operator saw, no others. */
  | { readonly type: 'clear-interlocks'; readonly bits: number }
  | { readonly type: 'end-treatment'; readonly early: NamedReason | null }
  /** At planned elapsed time: go on until the minutes in band are complete. */
  | { readonly type: 'extend-until-in-band'; readonly clinician: string }
  | { readonly type: 'control-by-outflow'; readonly clinician: string }
  | { readonly type: 'end-run'; readonly reason: string }
  | { readonly type: 'acknowledge'; readonly alarmIds: readonly string[] }
  | { readonly type: 'record-drug'; readonly text: string }
  | { readonly type: 'record-note'; readonly text: string };
export type OperatorActionType = OperatorAction['type'];

/** Why something outside the plan is done, and the clinician who decided it. */
export interface NamedReason {
  readonly reason: string;
  readonly clinician: string;
}

/** What became of an action: taken, or refused with a key of the text dictionary saying why. */
export type ActionResult = { readonly taken: true } | { readonly taken: false; readonly why: Refusal };

export const refusals = [
  'no-run',
  'not-in-this-phase',
  'not-ready',
  'no-fluid-in-cavity',
  'heat-held',
  'flow-held',
  'link-not-up',
  'needs-decision',
  'interlock-latched',
  'control-temperature-unknown',
  'cavity-too-hot',
  'nothing-to-resume',
  'needs-name',
  'still-in-cavity',
  'run-ended',
  'not-shown',
] as const;
export type Refusal = (typeof refusals)[number];
