import type { CircuitMode } from '../../electron/domain/circuit.ts';
import type { ScenarioEvent } from './faults.ts';

/** The events of a scenario, each handed out once, at its time. */
export class Schedule {
  #waiting: readonly ScenarioEvent[];
  readonly #firstInMs = new Map<CircuitMode, number>();
  #mode: CircuitMode | null = null;
  #nextMs = 0;

  constructor(events: readonly ScenarioEvent[]) {
    this.#waiting = events;
    this.#nextMs = this.#earliestMs();
  }

  /** Events that begin by `sessionMs`, with the rig now in `mode`. */
  due(sessionMs: number, mode: CircuitMode): readonly ScenarioEvent[] {
    if (mode !== this.#mode) this.#enter(mode, sessionMs);
    if (sessionMs < this.#nextMs) return none;
    const due = this.#waiting.filter((event) => this.#beginsMs(event) <= sessionMs);
    this.#waiting = this.#waiting.filter((event) => !due.includes(event));
    this.#nextMs = this.#earliestMs();
    return due;
  }

  #enter(mode: CircuitMode, sessionMs: number): void {
    this.#mode = mode;
    if (this.#firstInMs.has(mode)) return;
    this.#firstInMs.set(mode, sessionMs);
    this.#nextMs = this.#earliestMs();
  }

  #beginsMs({ at }: ScenarioEvent): number {
    if (typeof at === 'number') return at * 1000;
    return (this.#firstInMs.get(at.mode) ?? Number.POSITIVE_INFINITY) + at.after * 1000;
  }

  #earliestMs(): number {
    return Math.min(...this.#waiting.map((event) => this.#beginsMs(event)));
  }
}

const none: readonly ScenarioEvent[] = [];
