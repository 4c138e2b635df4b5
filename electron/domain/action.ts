import type { AlarmLimitName } from './alarm-limits.ts';
import type { ProbeId } from './case.ts';
import type { CarrierUsed, DrugEntry } from './drug.ts';
import type { FluidKind } from './fluid.ts';
import type { ReadingKind } from './manual-reading.ts';
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
  /** On from a drain that gives nothing although more than a tenth of the fill is left by count. */
  | { readonly type: 'leave-retained'; readonly from: Phase; readonly reason: string }
  /** From a drained cavity, or before a rinse pumps, straight to disconnect: nothing more is pumped into the patient. */
  | { readonly type: 'skip-rinses'; readonly from: Phase; readonly reason: string }
  /** Who has seen that what a rinse pumps is fresh: nothing of the treatment is left in its supply. */
  | { readonly type: 'confirm-fresh-fluid'; readonly seenBy: string }
  | {
      readonly type: 'start-treatment';
      /** What is added as it starts; `null`: nothing. */
      readonly drug: DrugEntry | null;
      readonly early: NamedReason | null;
      /** Needed with a drug where it is the first of the run. */
      readonly checkedBy: DrugCheck | null;
    }
  /** Another set flow while fluid circulates. */
  | { readonly type: 'change-flow'; readonly mlPerMin: number }
  /** Where nothing measures it: what is pumped in is seen to come back. */
  | { readonly type: 'confirm-return' }
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
  /** The plan is longer by so many minutes, whole; once it is complete they count from now. */
  | { readonly type: 'extend-by'; readonly minutes: number; readonly clinician: string }
  | { readonly type: 'control-by-outflow'; readonly clinician: string }
  /** Heat may be resumed although no cavity probe is left, on a named person's word. */
  | { readonly type: 'go-on-without-cavity'; readonly reason: string; readonly clinician: string }
  /** A cavity probe does not count for 5 min, as while hands are in the abdomen; never the last one. */
  | {
      readonly type: 'ignore-probe';
      readonly probe: ProbeId;
      readonly reason: string;
      readonly clinician: string;
    }
  /** Another target, °C; limits, band and estimate follow it. */
  | {
      readonly type: 'change-target';
      readonly celsius: number;
      readonly reason: string;
      readonly clinician: string;
    }
  /** Leave bypass though the inflow is not known: by volume passed, on a named person's word. */
  | { readonly type: 'leave-bypass'; readonly reason: string; readonly clinician: string }
  /** Heat may be resumed although the core is too hot, on a named person's word; until it has been below. */
  | { readonly type: 'lift-core-hold'; readonly reason: string; readonly clinician: string }
  | { readonly type: 'end-run'; readonly reason: string }
  | { readonly type: 'acknowledge'; readonly alarmIds: readonly string[] }
  /** AUDIO PAUSED: at most 120 s. */
  | { readonly type: 'pause-audio' }
  | { readonly type: 'resume-audio' }
  | {
      readonly type: 'change-alarm-limit';
      readonly limit: AlarmLimitName;
      readonly value: number;
    }
  | {
      readonly type: 'record-drug';
      readonly drug: DrugEntry;
      /** Which planned addition it confirms, from 0; `null`: none of them. */
      readonly addition: number | null;
      /** Needed for the first drug of the run. */
      readonly checkedBy: DrugCheck | null;
    }
  /** A planned addition, from 0, was not given, and why. */
  | { readonly type: 'addition-not-given'; readonly addition: number; readonly reason: string }
  /** Into the cavity, or out of it, past the machine; it is in the count. */
  | { readonly type: 'record-fluid'; readonly kind: FluidKind; readonly volumeMl: number }
  /** A value read off another device, in the unit of its kind. */
  | { readonly type: 'record-reading'; readonly kind: ReadingKind; readonly value: number }
  /** A vital sign or finding of the site's list, by its id, in its unit. */
  | { readonly type: 'record-vital'; readonly sign: string; readonly value: number }
  /** What is pumped, as it was hung; the last one recorded counts. */
  | { readonly type: 'record-carrier'; readonly carrier: CarrierUsed }
  /** Read aloud to the team before heat: two people stand for it. */
  | { readonly type: 'time-out'; readonly names: readonly [string, string] }
  | { readonly type: 'record-note'; readonly text: string };
export type OperatorActionType = OperatorAction['type'];

/** Two people who have checked patient, drug, dose, volume and expiry. */
export type DrugCheck = readonly [string, string];

/** Why something outside the plan is done, and the clinician who decided it. */
export interface NamedReason {
  readonly reason: string;
  readonly clinician: string;
}

/**
 * What became of an action: taken, or refused with a key of the text dictionary saying why. `unconfirmed`: the engine
 * stands; it is kept and is the first thing done when it goes on.
 */
export type ActionResult =
  | { readonly taken: true; readonly unconfirmed?: true }
  | { readonly taken: false; readonly why: Refusal };

export const refusals = [
  'not-ticking',
  'not-sent',
  'no-run',
  'not-in-this-phase',
  'not-ready',
  'no-fluid-in-cavity',
  'volume-unknown',
  'heat-held',
  'flow-held',
  'link-not-up',
  'needs-decision',
  'interlock-latched',
  'control-temperature-unknown',
  'inflow-unknown',
  'inflow-contradicted',
  'cavity-too-hot',
  'core-too-hot',
  'nothing-to-resume',
  'needs-name',
  'still-in-cavity',
  'no-rinses-left',
  'run-ended',
  'not-shown',
  'needs-two-names',
  'flow-out-of-range',
  'target-out-of-range',
  'extension-out-of-range',
  'cavity-unknown',
  'no-cavity-probe',
  'last-cavity-probe',
  'probe-ignored',
  'reservoir-too-low',
  'drug-starts-the-clock',
  'no-such-addition',
  'addition-recorded',
  'addition-open',
  'reading-out-of-range',
  'reading-not-counted',
  'fluid-out-of-range',
  'inflow-known',
  'nothing-sounds',
  'limit-out-of-bounds',
  'not-your-role',
  'needs-sign-in',
  'needs-reason',
  'not-released',
  'needs-second-person',
  'needs-time-out',
  'no-such-sign',
  'second-not-confirmed',
  'no-sound',
  'no-such-check',
  'not-ticking',
  'not-sent',
  'too-many',
] as const;
export type Refusal = (typeof refusals)[number];
