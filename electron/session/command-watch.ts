import type { Intent } from '../domain/command.ts';
import type { InForce, Telemetry } from '../domain/telemetry.ts';

/** Half a step of the wire, °C. */
const wireStepCelsius = 0.0051;

/** The rig took the block but has something else in force, and no interlock explains it. */
export function commandMismatch(intent: Intent | null, telemetry: Telemetry | null): boolean {
  if (intent === null || telemetry === null || telemetry.interlockBits !== 0) return false;
  const inForce: InForce = telemetry.inForce;
  return (
    inForce.mode !== intent.mode ||
    inForce.heaterEnable !== intent.heaterEnable ||
    inForce.pumpEnable !== intent.pumpEnable ||
    inForce.flowSetpointMlPerMin !== Math.round(intent.flowSetpointMlPerMin) ||
    Math.abs(inForce.inflowSetpointCelsius - intent.inflowSetpointCelsius) > wireStepCelsius ||
    Math.abs(inForce.inflowLimitCelsius - intent.inflowLimitCelsius) > wireStepCelsius
  );
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

/** Since when the rig has been asked for the flow and mode it is asked for now. */
export class FlowSteady {
  /** `undefined`: never looked at. */
  #asked: Intent | null | undefined;
  #sinceMs = 0;

  steadyMs(intent: Intent | null, nowMs: number): number {
    if (this.#asked === undefined || !sameFlow(intent, this.#asked)) this.#sinceMs = nowMs;
    this.#asked = intent;
    return nowMs - this.#sinceMs;
  }
}

function sameFlow(a: Intent | null, b: Intent | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.mode === b.mode && a.pumpEnable === b.pumpEnable && a.flowSetpointMlPerMin === b.flowSetpointMlPerMin
  );
}
