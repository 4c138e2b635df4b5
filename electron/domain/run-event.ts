import type { OperatorAction, Refusal } from './action.ts';
import type { Actor } from './actor.ts';
import type { AlarmEvent } from './alarm-event.ts';
import type { ProbeId, RecordedCase } from './case.ts';
import type { FluidAnswer } from './fluid-answer.ts';
import type { LinkCounters } from './link.ts';
import type { HoldReason, LostBecause, Outcome, Phase } from './phase.ts';
import type { Preset } from './preset.ts';
import type { RecordEvent } from './record-event.ts';
import type { RecordedSite } from './site.ts';
import type { RigIdentity } from './telemetry.ts';
import type { TimeZone } from './time-zone.ts';

/** Everything that happens in a run besides samples; the journal keeps each, in order, for ever. */
export type RunEvent =
  | { readonly type: 'run-started'; readonly header: RunHeader }
  | { readonly type: 'phase'; readonly from: Phase | null; readonly to: Phase; readonly cause: string }
  | {
      readonly type: 'action';
      readonly by: Actor;
      /** Who stood for it as well, by a PIN, where the site wants two; `null`: nobody. */
      readonly second: Actor | null;
      /** Why somebody acted without having signed in, where that takes a reason; `null`: it did not. */
      readonly breakGlass: string | null;
      readonly action: OperatorAction;
      /** `null`: taken. */
      readonly refused: Refusal | null;
    }
  /** Whose run it is from now on; `from` `null`: nobody's before. */
  | { readonly type: 'chair'; readonly from: Actor | null; readonly to: Actor }
  | { readonly type: 'heat-held'; readonly reason: HoldReason }
  | { readonly type: 'heat-released' }
  | { readonly type: 'flow-held'; readonly reason: HoldReason }
  | { readonly type: 'flow-released' }
  | { readonly type: 'self-test'; readonly check: string; readonly passed: boolean; readonly detail: string }
  | AlarmEvent
  | RecordEvent
  | { readonly type: 'link-lost'; readonly detail: string }
  | { readonly type: 'link-restored'; readonly detail: string }
  | { readonly type: 'rig-restarted'; readonly detail: string }
  | { readonly type: 'interlock-latched'; readonly bits: number }
  | { readonly type: 'interlock-cleared'; readonly bits: number }
  /** A planned addition has come due; `addition` counts from 0. */
  | { readonly type: 'addition-due'; readonly addition: number; readonly label: string }
  /** A cavity probe that was ignored counts again: its time was over, or no other told anything. */
  | { readonly type: 'probe-counts-again'; readonly probe: ProbeId }
  | { readonly type: 'target-changed'; readonly fromCelsius: number; readonly toCelsius: number }
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
  /** The console's own engine failed in a tick; `failures`: how often in a row. */
  | { readonly type: 'console-fault'; readonly message: string; readonly failures: number }
  /** A clock left session time by this much; session time did not follow, and what it now shows is the reference. */
  | { readonly type: 'clock-stepped'; readonly clock: SteppedClock; readonly bySeconds: number }
  /** The computer stood still for so long while the world went on: session time has taken it in. */
  | { readonly type: 'standstill'; readonly seconds: number }
  /** A lost console's run goes on: by whose decision, when the record broke off, and for how long (wall time). */
  | {
      readonly type: 'taken-up';
      readonly by: Actor;
      readonly lostWallMs: number;
      readonly gapSeconds: number;
      readonly cause: LostBecause;
      /** Why somebody decided it without having signed in; `null`: it did not take that. */
      readonly breakGlass: string | null;
    }
  /** Of a rescue record only. */
  | { readonly type: 'rescue-started'; readonly header: RescueHeader }
  /** `volumeOutMl`: drained by count; `null`: nothing was, or it could not be counted. */
  | { readonly type: 'rescue-ended'; readonly volumeOutMl: number | null; readonly summary: string }
  /** Before this run: what a person said of the fluid that the record `runId` of this rig had left in a cavity. */
  | {
      readonly type: 'fluid-answered';
      readonly answer: FluidAnswer;
      readonly by: Actor;
      readonly runId: string;
      readonly volumeMl: number | null;
      /** As of `taken-up`. */
      readonly breakGlass: string | null;
    }
  | { readonly type: 'run-ended'; readonly outcome: Outcome; readonly summary: RunTotals }
  /** Never written, only read: an entry of the journal that is no event this console knows, as it stands there. */
  | { readonly type: 'unreadable'; readonly was: string; readonly body: string; readonly why: string };

/** Whose clock: the computer's wall clock, the rig's uptime, or `unknown` in a record that does not say. */
export const steppedClocks = ['wall', 'rig', 'unknown'] as const;
export type SteppedClock = (typeof steppedClocks)[number];

/** The installation that wrote a record. */
export interface ConsoleInstance {
  /** The same for every run of this installation; `null`: its data folder could not keep one. */
  readonly id: string | null;
  readonly hostName: string;
}

/** What the header of every record has, fixed at its start. */
interface Header {
  readonly runId: string;
  readonly consoleVersion: string;
  readonly host: 'electron' | 'stand-in';
  /** `null`: the record does not say, as before journal version 3. */
  readonly console: ConsoleInstance | null;
  readonly simulation: boolean;
  readonly startedWallMs: number;
  /** Of the computer at the start; `null`: the record does not say, as before journal version 3. */
  readonly timeZone: TimeZone | null;
  readonly startedBy: Actor;
  readonly rig: RigIdentity;
}

/** What a run is. */
export interface RunHeader extends Header {
  readonly case: RecordedCase;
  readonly preset: Preset;
  /** The rules it was begun under, and keeps to the end. */
  readonly site: RecordedSite;
  /** In the cavity before the run filled it, mL; `null`: some was, nobody knew how much. */
  readonly fluidInCavityMl: number | null;
  /** Who found case, plan and rules right, so that the run could be started; `null`: as before journal version 7. */
  readonly released: { readonly by: Actor; readonly atWallMs: number } | null;
}

/**
 * What is written to a rig outside a run, to make it safe: standing down after one, heater and pump off, circulating
 * unheated, a drain of an unknown volume. It has no case and no preset. Its samples are as in a run; as there is no protocol, their phase is
 * `drain` while a drain is asked for and `disconnect` otherwise, and what was done stands in their commands. How much
 * is in the cavity is not known: their `cavityVolumeMl` is its change since the record began, negative for a drain.
 */
export interface RescueHeader extends Header {
  readonly kind: 'rescue';
  /** What the machine was found doing, or why it had to be told something, in words. */
  readonly why: string;
  /**
   * The run whose record closed before its machine had been seen to stand: standing down is all that is told in this
   * one, and of the cavity that run's record speaks. Absent: a person asked.
   */
  readonly afterRunId?: string;
}

/**
 * What a run came to; the rest (statistics) is computed from the samples. A volume that is `null` was not kept, or
 * counted in another way, by an early console.
 */
export interface RunTotals {
  readonly elapsedSeconds: number;
  readonly inBandSeconds: number;
  readonly drugInCavitySeconds: number | null;
  /** Filled, rinsed and added, mL; what circulates is not among it. */
  readonly volumeInMl: number | null;
  /** Drained, mL. */
  readonly volumeOutMl: number | null;
  /** Not recovered by count, mL: in, and what stayed while circulating as far as the rig measures it, less out; negative with ascites. */
  readonly volumeRetainedMl: number | null;
  readonly link: LinkCounters;
}

/** A run event as kept: `seq` counts from 1 without a hole; times as in samples. */
export interface KeptEvent {
  readonly seq: number;
  readonly sessionMs: number;
  readonly wallMs: number;
  readonly event: RunEvent;
}
