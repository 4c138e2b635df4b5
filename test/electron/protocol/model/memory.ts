import { interlocksStopPump } from '../../../../electron/domain/interlock-effects.ts';
import { linkLostAfterMs } from '../../../../electron/domain/link.ts';
import type { Telemetry } from '../../../../electron/domain/telemetry.ts';
import { phasePlans } from '../../../../electron/protocol/phase-plan.ts';
import { expectedInterlocks } from '../../../../electron/protocol/self-test.ts';
import type { Happened } from './happened.ts';

/** What an onlooker keeps in mind of a run who sees events, telemetry and requests, and no state of the reducer. */
export interface Memory {
  linkUp: boolean;
  /** Something has turned the heat off, and nobody has pressed "resume heat" since. */
  heatNeedsPerson: boolean;
  /** Something has turned the pump off, and nobody has started it again. */
  pumpNeedsPerson: boolean;
  /** The link was lost or the machine restarted, and nobody has decided. */
  decisionNeedsPerson: boolean;
  /** Somebody has paused or stopped the flow, and nobody has let it go on. */
  paused: boolean;
  /** The exchanger has stood still, and cool fluid has not gone through bypass for long enough since. */
  slugStands: boolean;
  flushedMs: number;
  /** Gone through bypass, unheated, since the exchanger stood, mL. */
  bypassedMl: number;
  /** A rinse has begun, and nobody has said that fresh fluid is connected. */
  rinseUnseen: boolean;
  /** The time-out was read to the team. */
  timeOutRead: boolean;
}

export const newMemory = (): Memory => ({
  linkUp: true,
  heatNeedsPerson: false,
  pumpNeedsPerson: false,
  decisionNeedsPerson: false,
  paused: false,
  slugStands: false,
  flushedMs: 0,
  bypassedMl: 0,
  rinseUnseen: false,
  timeOutRead: false,
});

const flushMs = 10_000;
/** What carries away the content of the exchanger, on the word of a named person, mL. */
const flushedMl = 1000;
const ceilingCelsius = 45;

/** Takes one step into the memory. */
export function remember(memory: Memory, happened: Happened): void {
  const { event, before, after } = happened;
  if (before.phase !== after.phase) memory.rinseUnseen = after.phase === 'rinse';
  if (event.type === 'action') rememberAction(memory, happened);
  else if (event.type === 'reaction' && event.reaction !== 'none') {
    memory.heatNeedsPerson = true;
    memory.pumpNeedsPerson ||= event.reaction === 'heater-and-pump-off';
  } else if (event.type === 'link-lost' || event.type === 'rig-restarted') {
    memory.heatNeedsPerson = true;
    memory.decisionNeedsPerson = true;
    memory.pumpNeedsPerson ||= event.type === 'rig-restarted';
  } else if (event.type === 'tick') {
    if (event.telemetry !== null) rememberTelemetry(memory, happened, event.telemetry);
  }
  rememberStandstill(memory, happened);
}

function rememberAction(memory: Memory, happened: Happened): void {
  const { event, taken, before, after } = happened;
  if (event.type !== 'action' || !taken) return;
  memory.decisionNeedsPerson &&= after.decision !== 'none';
  switch (event.action.type) {
    case 'stop-run':
    case 'pause-flow':
      memory.pumpNeedsPerson = true;
      memory.paused = true;
      memory.heatNeedsPerson = true;
      break;
    case 'heat-off':
      memory.heatNeedsPerson = true;
      break;
    case 'leave-bypass':
      memory.slugStands &&= memory.bypassedMl < flushedMl;
      break;
    case 'resume-heat':
      memory.heatNeedsPerson = false;
      break;
    case 'time-out':
      memory.timeOutRead = true;
      break;
    case 'confirm-fresh-fluid':
      memory.rinseUnseen = false;
      break;
    case 'resume-flow':
    case 'circulate-unheated':
      memory.pumpNeedsPerson = false;
      memory.paused = false;
      break;
    default:
      // Who starts a drain or a rinse starts the pump.
      if (before.phase === after.phase || phasePlans[after.phase].flow === 'none') return;
      memory.pumpNeedsPerson = false;
      memory.paused = false;
  }
}

function rememberTelemetry(memory: Memory, happened: Happened, telemetry: Telemetry): void {
  const { before, askedBefore } = happened;
  const plan = phasePlans[before.phase];
  const bits = telemetry.interlockBits & ~expectedInterlocks(before);
  if (bits === 0) return;
  memory.heatNeedsPerson ||= plan.heat !== 'off';
  if (askedBefore === null || plan.flow === 'none') return;
  memory.pumpNeedsPerson ||= interlocksStopPump(bits, askedBefore.mode);
}

/** The exchanger stands while the pump does or drains; cool fluid through bypass without a gap flushes it. */
function rememberStandstill(memory: Memory, happened: Happened): void {
  const { event, before, after, asked } = happened;
  // A pump that runs down for a moment and up again has not stood.
  const flow = after.telemetry?.flowMlPerMin.value ?? 0;
  const stands = asked !== null && !asked.pumpEnable && flow < 0.8 * after.setFlowMlPerMin;
  // What a machine did on its own is kept for a block or two and tells nothing of a drain of ours.
  if (stands || (asked?.mode === 'drain' && after.keep === null)) {
    memory.slugStands = true;
    memory.flushedMs = 0;
    memory.bypassedMl = 0;
  }
  if (event.type !== 'tick') return;
  const dtMs = after.nowMs - before.nowMs;
  // A single lost reply says nothing: what was last heard counts until the link is lost.
  const heard = after.telemetry;
  const inflow = after.probesCelsius[0].value;
  const goesRound = heard !== null && (heard.inForce.mode === 'bypass' || heard.inForce.mode === 'prime');
  const flows = (heard?.flowMlPerMin.value ?? 0) > 0;
  const flushes = goesRound && flows && inflow !== null && inflow < ceilingCelsius;
  memory.flushedMs = flushes && dtMs <= linkLostAfterMs ? memory.flushedMs + dtMs : 0;
  if (goesRound && !heard.inForce.heaterEnable) {
    memory.bypassedMl += ((heard.flowMlPerMin.value ?? 0) * dtMs) / 60_000;
  }
  // The reducer counts from the first telemetry of a flow that goes round, so up to a tick less.
  if (memory.flushedMs >= flushMs - linkLostAfterMs) memory.slugStands = false;
}
