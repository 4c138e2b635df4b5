import { type Transition, transitions } from '../../../../electron/protocol/transitions.ts';
import { type OperatorActionType, operatorActionTypes } from './actions.ts';
import type { Happened } from './happened.ts';

/** What was visited: steps, rows of the transition table, actions taken and refused, phases, holds, reasons. */
export class Tally {
  steps = 0;
  readonly #seen = new Map<string, number>();

  count(happened: Happened): void {
    this.steps += 1;
    const { before, after, event, taken, refused } = happened;
    this.#add(`phase ${after.phase}`);
    if (event.type === 'action') {
      this.#add(`${event.action.type} ${taken ? 'taken' : 'refused'}`);
      if (refused !== null) this.#add(`refusal ${refused}`);
    } else if (event.type !== 'tick') this.#add(event.type);
    if (before.phase !== after.phase) this.#countRow(happened);
    if (after.heatHeld !== before.heatHeld) this.#add(`heat held: ${after.heatHeld ?? 'released'}`);
    if (after.flowHeld !== before.flowHeld) this.#add(`flow held: ${after.flowHeld ?? 'released'}`);
    if (after.clocks.stop !== before.clocks.stop)
      this.#add(`clock stands: ${after.clocks.stop ?? 'it runs'}`);
    if (after.divert !== before.divert) this.#add(`divert ${after.divert}`);
  }

  times(what: string): number {
    return this.#seen.get(what) ?? 0;
  }

  /** How often each row of the transition table was taken. */
  rows(): [string, number][] {
    return transitions.map((row) => [rowName(row), this.times(rowName(row))]);
  }

  actions(): { type: OperatorActionType; taken: number; refused: number }[] {
    return operatorActionTypes.map((type) => ({
      type,
      taken: this.times(`${type} taken`),
      refused: this.times(`${type} refused`),
    }));
  }

  /** Everything seen, the rarest first. */
  statement(): string {
    const seen = [...this.#seen].sort(([, one], [, other]) => one - other);
    return `${this.steps} steps; ${seen.map(([what, times]) => `${what} ${times}`).join(', ')}`;
  }

  #add(what: string): void {
    this.#seen.set(what, this.times(what) + 1);
  }

  /** The row is found by where it led from and to and by what is told of its cause. */
  #countRow({ before, after, events }: Happened): void {
    const told = events.find((event) => event.type === 'phase');
    if (told?.type !== 'phase') return;
    for (const row of transitions) {
      if (row.from === before.phase && row.to === after.phase && row.on === told.cause) {
        this.#add(rowName(row));
      }
    }
  }
}

const rowName = ({ from, on, guard, to }: Transition): string => `${from} → ${to} on ${on} (${guard})`;
