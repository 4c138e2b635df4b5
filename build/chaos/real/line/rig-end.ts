import type { Clock } from '../../../../electron/domain/time.ts';
import { scenarioSchema } from '../../../../native-bridge/simulator/scenario.ts';
import { SimulatedRig } from '../../../../native-bridge/simulator/start.ts';
import type { Truth } from './truth.ts';

/** A reply as it left the rig, and what the rig had in itself at that moment. */
export interface Reply {
  readonly bytes: Uint8Array;
  readonly truth: Truth;
}

/** The simulated rig at real time on the line's clock, behind the man in the middle. */
export class RigEnd {
  readonly rig: SimulatedRig['rig'];
  readonly #simulated: SimulatedRig;
  readonly #clock: Clock;
  readonly #startedMs: number;
  #hear: (bytes: Uint8Array) => void = () => {};
  #replies: Reply[] = [];

  constructor(clock: Clock, seed: number) {
    this.#clock = clock;
    this.#startedMs = clock.monotonicMs();
    this.#simulated = new SimulatedRig({ clock, scenario: scenarioSchema.parse({}), seed, speed: 1 });
    this.rig = this.#simulated.rig;
    this.#simulated.serve({
      write: (bytes) => void this.#replies.push({ bytes: bytes.slice(), truth: this.#truth() }),
      onBytes: (listener) => {
        this.#hear = listener;
      },
      onClosed: () => {},
      close: async () => {},
    });
  }

  /** What the rig answers at once, in order. */
  ask(bytes: Uint8Array): readonly Reply[] {
    this.#replies = [];
    this.#hear(bytes.slice());
    return this.#replies;
  }

  stop(): void {
    this.#simulated.stop();
  }

  #truth(): Truth {
    const atMs = this.#clock.monotonicMs();
    const { rig } = this;
    const telemetry = structuredClone(rig.telemetry());
    // Its uptime runs on between two steps of its plant.
    return {
      atMs,
      telemetry: { ...telemetry, uptimeMs: rig.uptimeMs + atMs - this.#startedMs - rig.sessionMs },
    };
  }
}
