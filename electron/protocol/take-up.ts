import { interlockBit } from '../domain/circuit.ts';
import type { TakeUpRefusal } from '../domain/take-up.ts';
import type { Telemetry } from '../domain/telemetry.ts';
import { intentOf } from './intent.ts';
import { intoPatient, phasePlans } from './phase-plan.ts';
import type { RunState } from './state.ts';

/** What a console finds that was started again, beside the checkpoint of the open run. */
export interface TakeUpFacts {
  /** Of the machine that answers now; `null`: none does. */
  readonly serialNumber: string | null;
  readonly telemetry: Telemetry | null;
  /** Wall time since the checkpoint, ms. */
  readonly gapMs: number;
}

/** A run that was lost for longer is not gone on with (brief), ms. */
export const longestGapMs = 10 * 60_000;
/** Uptime and wall clock may differ by this much: age of checkpoint and reply, drift of two clocks, ms (chosen). */
const uptimeToleranceMs = 5000;

/** Why a run cannot be taken up, all reasons; empty: it can, on a person's word. Pure. */
export function takeUpRefusals(state: RunState, facts: TakeUpFacts): readonly TakeUpRefusal[] {
  const refusals: TakeUpRefusal[] = [];
  if (state.phase === 'complete') refusals.push('run-over');
  const { serialNumber, telemetry } = facts;
  if (telemetry === null || serialNumber === null) refusals.push('machine-not-heard');
  else {
    if (serialNumber !== state.rig.serialNumber) refusals.push('another-machine');
    if (hasRestarted(state, telemetry, facts.gapMs)) refusals.push('machine-restarted');
    if (!modeFits(state, telemetry)) refusals.push('mode-does-not-fit');
  }
  if (sessionGapMs(state, facts) > longestGapMs) refusals.push('gap-too-long');
  return refusals;
}

/**
 * Session time nobody watched, ms: the longer of what wall clock and uptime say, so that a wall clock set back hides
 * nothing. On a fast simulated rig time goes on with heartbeats only, so there it is what the uptime says.
 */
export function sessionGapMs(
  state: RunState,
  { gapMs, telemetry }: Pick<TakeUpFacts, 'gapMs' | 'telemetry'>,
): number {
  const byUptime = telemetry === null ? null : uptimeGapMs(state, telemetry);
  if (state.rig.timeScale > 1) return Math.max(0, byUptime ?? 0);
  return Math.max(0, gapMs, byUptime ?? 0);
}

/** Uptime passed since the checkpoint, ms; negative: it went back. `null`: the machine had never been heard. */
function uptimeGapMs({ lastHeard, nowMs }: RunState, telemetry: Telemetry): number | null {
  return lastHeard === null ? null : telemetry.uptimeMs - lastHeard.uptimeMs - (nowMs - lastHeard.atMs);
}

/** Not shown to have been on all the time counts as restarted; a counter that wrapped does as well. */
function hasRestarted(state: RunState, telemetry: Telemetry, gapMs: number): boolean {
  const { lastHeard, rig } = state;
  if (lastHeard === null || telemetry.uptimeMs < lastHeard.uptimeMs) return true;
  if (rig.timeScale > 1) return false;
  return (uptimeGapMs(state, telemetry) ?? 0) < gapMs - uptimeToleranceMs;
}

/** Its own mode, the one that was asked last, or bypass where the machine has diverted. */
function modeFits(state: RunState, { inForce, interlockBits }: Telemetry): boolean {
  const planned = phasePlans[state.phase].mode;
  if (inForce.mode === planned || inForce.mode === intentOf(state).mode) return true;
  const diverts = (interlockBits & interlockBit('over-temperature')) !== 0;
  return inForce.mode === 'bypass' && intoPatient(planned) && diverts;
}
