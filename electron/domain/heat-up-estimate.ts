/** A value that is not known exactly: the likely one, and the bounds that 9 in 10 such cases stay within. */
export interface Range {
  readonly likely: number;
  readonly low: number;
  readonly high: number;
}

/** Why there is no estimate. */
export const noEstimateReasons = ['not-heating-up', 'gathering', 'not-heating', 'control-unknown'] as const;
export type NoEstimateReason = (typeof noEstimateReasons)[number];

/** While heating up: when the target will be reached, or that it cannot be. Recomputed all the time; never a promise. */
export type HeatUpEstimate =
  | { readonly state: 'none'; readonly why: NoEstimateReason }
  | {
      readonly state: 'reachable';
      /** From now until the control temperature is in band around target, s. `high` is `null` when open-ended. */
      readonly secondsToBand: { readonly likely: number; readonly low: number; readonly high: number | null };
      /** Highest the cavity can be held at with the inflow at its ceiling, °C. */
      readonly reachCelsius: Range;
    }
  | {
      readonly state: 'unreachable';
      /** Highest the cavity can be held at with this flow, heater and patient, °C. */
      readonly reachCelsius: Range;
      /** What would help: the lowest flow that reaches the target, `null` when none the rig can do does. */
      readonly helpfulFlowMlPerMin: number | null;
      /** What holds it back: the flow (inflow at its ceiling) or the heater (power at its rating). */
      readonly limitedBy: 'flow' | 'heater';
    };

export const noEstimate = (why: NoEstimateReason): HeatUpEstimate => ({ state: 'none', why });
