import type { OperatorAction, Refusal } from './action.ts';
import type { AlarmEvent } from './alarm-event.ts';
import type { TreatmentCase } from './case.ts';
import type { LinkCounters } from './link.ts';
import type { HoldReason, Outcome, Phase } from './phase.ts';
import type { Preset } from './preset.ts';
import type { RigIdentity } from './telemetry.ts';

/** Everything that happens in a run besides samples; the journal keeps each, in order, for ever. */
export type RunEvent =
  | { readonly type: 'run-started'; readonly header: RunHeader }
  | { readonly type: 'phase'; readonly from: Phase | null; readonly to: Phase; readonly cause: string }
  | {
      readonly type: 'action';
      readonly by: string;
      readonly action: OperatorAction;
      /** `null`: taken. */
      readonly refused: Refusal | null;
    }
  | { readonly type: 'heat-held'; readonly reason: HoldReason }
  | { readonly type: 'heat-released' }
  | { readonly type: 'flow-held'; readonly reason: HoldReason }
  | { readonly type: 'flow-released' }
  | { readonly type: 'self-test'; readonly check: string; readonly passed: boolean; readonly detail: string }
  | AlarmEvent
  | { readonly type: 'link-lost'; readonly detail: string }
  | { readonly type: 'link-restored'; readonly detail: string }
  | { readonly type: 'rig-restarted'; readonly detail: string }
  | { readonly type: 'interlock-latched'; readonly bits: number }
  | { readonly type: 'interlock-cleared'; readonly bits: number }
  /** A planned addition has come due; `addition` counts from 0. */
  | { readonly type: 'addition-due'; readonly addition: number; readonly label: string }
  | { readonly type: 'flow-changed'; readonly fromMlPerMin: number; readonly toMlPerMin: number }
  | { readonly type: 'in-band-clock'; readonly running: boolean; readonly why: string }
  /** While heating up it first became clear that the target cannot be reached, or that it can after all. */
  | {
      readonly type: 'target-reach';
      readonly reachable: boolean;
      /** Likely highest temperature of the cavity, °C. */
      readonly reachCelsius: number;
      /** The lowest flow that would reach the target, mL/min; `null`: none the rig can do, or none needed. */
      readonly helpfulFlowMlPerMin: number | null;
    }
  | { readonly type: 'run-ended'; readonly outcome: Outcome; readonly summary: RunTotals };

/** What a run is, fixed at its start. */
export interface RunHeader {
  readonly runId: string;
  readonly consoleVersion: string;
  readonly host: 'electron' | 'stand-in';
  readonly simulation: boolean;
  readonly startedWallMs: number;
  readonly case: TreatmentCase;
  readonly preset: Preset;
  readonly rig: RigIdentity;
}

/** What a run came to; the rest (statistics) is computed from the samples. */
export interface RunTotals {
  readonly elapsedSeconds: number;
  readonly inBandSeconds: number;
  readonly drugInCavitySeconds: number | null;
  /** Filled, rinsed and added, mL; what circulates is not among it. */
  readonly volumeInMl: number;
  /** Drained, mL. */
  readonly volumeOutMl: number;
  /** In, and what stayed while circulating as far as the rig measures it, less out, mL; negative with ascites. */
  readonly volumeRetainedMl: number;
  readonly link: LinkCounters;
}

/** A run event as kept: `seq` counts from 1 without a hole; times as in samples. */
export interface KeptEvent {
  readonly seq: number;
  readonly sessionMs: number;
  readonly wallMs: number;
  readonly event: RunEvent;
}
