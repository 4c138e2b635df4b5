import type { ConsoleView } from '../../../../electron/contract/view.ts';
import type { Draw } from '../../../../native-bridge/simulator/population/draw.ts';
import type { ConsoleLife } from '../world/console-life.ts';
import { asks, asksToAct, glass, type Sent } from '../world/door.ts';

/** A person reads before they press, ms. */
const readsForMs = 3_000;
/** What nobody would call fluid in a cavity, mL. */
const emptyMl = 100;

/** Somebody careful at a console that has no run: answers what it asks, and makes a machine safe that is not. */
export class SetupPerson {
  readonly #dice: Draw;
  readonly #send: (life: ConsoleLife, sent: Sent) => void;
  /** They can see and feel the patient, and say nothing that is not so. */
  readonly #cavityMl: () => number;
  #pressedMs = 0;

  constructor(dice: Draw, cavityMl: () => number, send: (life: ConsoleLife, sent: Sent) => void) {
    this.#dice = dice;
    this.#cavityMl = cavityMl;
    this.#send = send;
  }

  look(view: ConsoleView, life: ConsoleLife, nowMs: number): void {
    if (nowMs - this.#pressedMs < readsForMs) return;
    const sent = this.#next(view);
    if (sent === null) return;
    this.#pressedMs = nowMs;
    this.#send(life, sent);
  }

  #next({ recovery, fluid, machine, run }: ConsoleView): Sent | null {
    const alarms = (run?.alarms ?? machine.alarms).filter(({ acknowledgedMs }) => acknowledgedMs === null);
    const alarmIds = alarms.map(({ id }) => id);
    if (alarmIds.length > 0) return asksToAct({ type: 'acknowledge', alarmIds });
    if (recovery !== null && machine.inForce !== null) {
      const may = recovery.takeUpRefusals.length === 0;
      const choices = may ? (['take-up', 'take-up', 'drain', 'end'] as const) : (['drain', 'end'] as const);
      return asks('recover', { choice: this.#dice.one(choices), glass });
    }
    if (machine.offers.drain && machine.rescue === null && machine.doing !== 'stood-down') {
      return asks('rescue', { request: this.#dice.one(['off', 'drain'] as const), bits: 0, glass });
    }
    if (machine.offers.off && machine.doing !== 'stood-down')
      return asks('rescue', { request: 'off', bits: 0, glass });
    if (fluid === null) return null;
    if (this.#cavityMl() <= emptyMl) return asks('fluid', { answer: 'cavity-empty', glass });
    return machine.offers.drain ? asks('rescue', { request: 'drain', bits: 0, glass }) : null;
  }
}
