import type { Acted, AlarmAction } from '../alarms/acting.ts';
import type { AlarmSystemView } from '../contract/alarm-system.ts';
import type { Actor } from '../domain/actor.ts';
import type { Alarm } from '../domain/alarm.ts';
import type { Annunciation } from '../domain/command.ts';
import type { AlarmDesk } from './alarm-desk.ts';
import { type RestFacts, restSignals } from './rest-signals.ts';

/**
 * The alarms where no run goes on: in set-up, and in review, where those of the run that are not acknowledged still
 * sound. They go on in the time of the run they come from.
 */
export class RestAlarms {
  readonly #desk: AlarmDesk;
  /** From monotonic time to the time of the desk, ms. */
  readonly #offsetMs: number;
  #nowMs: number;

  constructor(desk: AlarmDesk, offsetMs = 0) {
    this.#desk = desk;
    this.#offsetMs = offsetMs;
    this.#nowMs = offsetMs;
  }

  step(facts: RestFacts, monotonicMs: number): void {
    this.#nowMs = monotonicMs + this.#offsetMs;
    this.#desk.step(restSignals(facts), this.#nowMs, monotonicMs);
  }

  act(action: AlarmAction, by: Actor): Acted {
    return this.#desk.act(action, by, this.#nowMs);
  }

  get shown(): readonly Alarm[] {
    return this.#desk.shown;
  }

  get soundsHigh(): boolean {
    return this.#desk.soundsHigh;
  }

  get annunciation(): Annunciation {
    return this.#desk.annunciation;
  }

  view(): AlarmSystemView {
    return this.#desk.view();
  }
}
