import type { KeptEvent } from '../../domain/run-event.ts';
import type { Sample } from '../../domain/sample.ts';
import { readingsByHand } from './readings-by-hand.ts';

/** Held above it with organs that fail, it is an abdominal compartment syndrome (WSACS consensus 2013), mmHg. */
export const highCavityMmHg = 20;

/** The highest value on record, and when. */
export interface Highest {
  readonly mmHg: number;
  readonly atSeconds: number;
}

/** Pressures over the whole run; `null`: never measured. */
export interface PressureFigures {
  readonly line: Highest | null;
  readonly cavity: Highest | null;
  /** Time above 20 mmHg in the cavity; `null`: never measured. */
  readonly cavityHighMinutes: number | null;
  /** Of the cavity, as people have read it off. */
  readonly cavityByHand: Highest | null;
}

export class PressureFold {
  #line: Highest | null = null;
  #cavity: Highest | null = null;
  #cavityHighMs = 0;

  add(
    { inflowLinePressureMmHg: line, cavityPressureMmHg: cavity, sessionMs }: Sample,
    coveredMs: number,
  ): void {
    this.#line = higher(this.#line, line.value, sessionMs);
    this.#cavity = higher(this.#cavity, cavity.value, sessionMs);
    if ((cavity.value ?? 0) > highCavityMmHg) this.#cavityHighMs += coveredMs;
  }

  finish(events: readonly KeptEvent[]): PressureFigures {
    const byHand = readingsByHand(events, 'cavity-pressure').reduce<Highest | null>(
      (highest, { value, sessionMs }) => higher(highest, value, sessionMs),
      null,
    );
    return {
      line: this.#line,
      cavity: this.#cavity,
      cavityHighMinutes: this.#cavity === null ? null : this.#cavityHighMs / 60_000,
      cavityByHand: byHand,
    };
  }
}

const higher = (so: Highest | null, mmHg: number | null, sessionMs: number): Highest | null =>
  mmHg === null || (so !== null && mmHg <= so.mmHg) ? so : { mmHg, atSeconds: sessionMs / 1000 };
