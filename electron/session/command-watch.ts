import { type CircuitMode, interlockBit } from '../domain/circuit.ts';
import type { Intent } from '../domain/command.ts';
import { interlocksStopPump } from '../domain/interlock-effects.ts';
import type { InForce, Telemetry } from '../domain/telemetry.ts';

/** Half a step of the wire, °C. */
const wireStepCelsius = 0.0051;

/**
 * The rig took the block and has something else in force, and what is latched does not explain that field. An
 * interlock turns off and diverts; that something is on that was asked off none of them explains.
 */
export function commandMismatch(intent: Intent | null, telemetry: Telemetry | null): boolean {
  if (intent === null || telemetry === null) return false;
  const { inForce, interlockBits: bits } = telemetry;
  return (
    heaterMismatch(intent, inForce, bits) ||
    pumpMismatch(intent, inForce, bits) ||
    modeMismatch(intent.mode, inForce.mode, bits) ||
    inForce.flowSetpointMlPerMin !== Math.round(intent.flowSetpointMlPerMin) ||
    Math.abs(inForce.inflowSetpointCelsius - intent.inflowSetpointCelsius) > wireStepCelsius ||
    Math.abs(inForce.inflowLimitCelsius - intent.inflowLimitCelsius) > wireStepCelsius
  );
}

/** Every interlock turns the heater off. */
const heaterMismatch = (asked: Intent, inForce: InForce, bits: number): boolean =>
  inForce.heaterEnable !== asked.heaterEnable && (inForce.heaterEnable || bits === 0);

function pumpMismatch(asked: Intent, inForce: InForce, bits: number): boolean {
  if (inForce.pumpEnable === asked.pumpEnable) return false;
  // A rig without bypass stops its pump on over-temperature (docs/link.md).
  return inForce.pumpEnable || !(interlocksStopPump(bits, asked.mode) || (bits & tooHot) !== 0);
}

const tooHot = interlockBit('over-temperature');
const stopped = interlockBit('emergency-stop');

function modeMismatch(asked: CircuitMode, inForce: CircuitMode, bits: number): boolean {
  if (inForce === asked) return false;
  const diverted = inForce === 'bypass' && (bits & tooHot) !== 0;
  const closed = inForce === 'standby' && (bits & stopped) !== 0;
  return !diverted && !closed;
}

/** What is found wrong stays wrong until the rig is heard again: a lost reply says nothing either way. */
export class CommandWatch {
  #mismatch = false;

  /** `intent` and `telemetry` of one exchange; `null` where nothing was written, or nothing heard. */
  mismatch(intent: Intent | null, telemetry: Telemetry | null): boolean {
    if (intent === null || telemetry !== null) this.#mismatch = commandMismatch(intent, telemetry);
    return this.#mismatch;
  }
}

/** Share of its speed that a pump loses in `slowsWithinMs` while it runs down, with room for its noise (chosen). */
const slowsShare = 0.05;
const slowsWithinMs = 500;

/** Tells a pump that runs down as it was told from one that does not obey; from drain flow it takes over 3 s. */
export class RunDown {
  #slowestRpm: number | null = null;
  #slowedMs: number | null = null;

  /** One exchange: `written` and `telemetry` of it, `null` where nothing was written or heard. */
  hear(written: Intent | null, telemetry: Telemetry | null, nowMs: number): void {
    if (written === null || written.pumpEnable) {
      this.#slowestRpm = this.#slowedMs = null;
    } else if (telemetry !== null) {
      const { pumpSpeedRpm } = telemetry;
      this.#slowestRpm ??= pumpSpeedRpm;
      if (pumpSpeedRpm > this.#slowestRpm * (1 - slowsShare)) return;
      this.#slowedMs = nowMs;
      this.#slowestRpm = pumpSpeedRpm;
    }
  }

  /** It has been slowing until now. */
  slows(nowMs: number): boolean {
    return this.#slowedMs !== null && nowMs - this.#slowedMs < slowsWithinMs;
  }
}

/** Since when the rig has been asked for the flow and mode it is asked for now, and for which flow last. */
export class FlowSteady {
  /** `undefined`: never looked at. */
  #asked: Intent | null | undefined;
  #sinceMs = 0;
  #lastSetFlowMlPerMin: number | undefined;

  /** Asked for while the pump was to run; `undefined`: it never was. */
  get lastSetFlowMlPerMin(): number | undefined {
    return this.#lastSetFlowMlPerMin;
  }

  steadyMs(intent: Intent | null, nowMs: number): number {
    if (this.#asked === undefined || !sameFlow(intent, this.#asked)) this.#sinceMs = nowMs;
    this.#asked = intent;
    if (intent?.pumpEnable && intent.flowSetpointMlPerMin > 0)
      this.#lastSetFlowMlPerMin = intent.flowSetpointMlPerMin;
    return nowMs - this.#sinceMs;
  }
}

function sameFlow(a: Intent | null, b: Intent | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.mode === b.mode && a.pumpEnable === b.pumpEnable && a.flowSetpointMlPerMin === b.flowSetpointMlPerMin
  );
}
