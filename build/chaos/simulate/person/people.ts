import type { ConsoleView, RunView } from '../../../../electron/contract/view.ts';
import type { OperatorAction } from '../../../../electron/domain/action.ts';
import { AutoOperator } from '../../../../electron/session/auto-operator.ts';
import type { Draw } from '../../../../native-bridge/simulator/population/draw.ts';
import type { ConsoleLife } from '../world/console-life.ts';
import { type Answer, asks, asksToAct, nobody, type Sent } from '../world/door.ts';
import type { World } from '../world/world.ts';
import { anythingToSend } from './anything.ts';
import type { Beginner } from './beginner.ts';
import { SetupPerson } from './setup-person.ts';

export interface Press extends Sent {
  readonly answer: Answer;
  readonly atMs: number;
}

/** What was asked of the run; `null`: it was something else. */
export const actionOf = ({ name, request }: Sent): OperatorAction | null =>
  name === 'act' ? (request as { action: OperatorAction }).action : null;

/** A view comes four times a second; a careful operator counts in ticks. */
const looksAView = 3;

/** Those at the console. What they press arrives when main hears it, and never from a screen that is not there. */
export class People {
  /** Heard by main. */
  onPress: (press: Press) => void = () => {};
  /** A run was begun. */
  onBegin: () => void = () => {};
  #operator: AutoOperator | null = null;
  readonly #setup: SetupPerson;
  readonly #world: World;
  readonly #beginner: Beginner;
  #lookedMs = -1;

  constructor(world: World, beginner: Beginner, dice: Draw) {
    this.#world = world;
    this.#beginner = beginner;
    this.#setup = new SetupPerson(
      dice,
      () => this.#cavityMl,
      (life, sent) => this.send(life, sent),
    );
  }

  get #cavityMl(): number {
    return this.#world.rig.rig.plant.volumes.cavityMl;
  }

  /** Someone answers every prompt from now on. */
  attend(): void {
    this.#operator = new AutoOperator();
  }

  leave(): void {
    this.#operator = null;
  }

  /** Something was shown. */
  look(view: ConsoleView, life: ConsoleLife): void {
    const { nowMs } = this.#world;
    if (this.#operator === null || nowMs === this.#lookedMs) return;
    if (life.screen.state !== 'there' || life.screen.covered) return;
    this.#lookedMs = nowMs;
    if (view.run === null || view.run.phase === 'complete') this.#setup.look(view, life, nowMs);
    else this.#follow(this.#operator, view.run, life);
  }

  #follow(operator: AutoOperator, run: RunView, life: ConsoleLife): void {
    for (let look = 0; look < looksAView; look += 1) {
      const action = operator.next(run);
      if (action === null) continue;
      this.press(life, action);
      return;
    }
  }

  anything(dice: Draw): Sent | null {
    const view = this.#world.console?.screen.view ?? null;
    return view === null ? null : anythingToSend(view, dice);
  }

  press(life: ConsoleLife | null, action: OperatorAction): void {
    this.send(life, asksToAct(action));
  }

  /** `heard`: main has it. */
  send(life: ConsoleLife | null, sent: Sent, heard: () => void = () => {}): void {
    if (life?.screen.state !== 'there') return;
    life.lane.after(0, () => {
      const what = pressText(sent);
      const answer = life.door.hear(sent, (later) => {
        this.#world.told('press', `${what} has come to: ${answerText(later)}`);
        this.onPress({ ...sent, answer: later, atMs: this.#world.nowMs });
      });
      heard();
      this.#world.told('press', `${what} → ${answerText(answer)}`);
      this.onPress({ ...sent, answer, atMs: this.#world.nowMs });
    });
  }

  /** Out of a review, and into another run. */
  nextCase(life: ConsoleLife, took: (what: string) => void): void {
    if (life.screen.state !== 'there') return;
    this.send(life, asks('newCase', null));
    life.lane.after(2000, () => {
      if (life.engine.snapshot().run !== null) return;
      void this.#beginner.begin(life, this.#cavityMl).then((problem) => {
        took(problem === null ? 'a person starts another run' : `no run is started: ${problem}`);
        if (problem === null) this.onBegin();
      });
    });
  }
}

const answerText = ({ taken, why }: Answer): string => (taken ? 'taken' : (why ?? 'not taken'));

export function pressText(sent: Sent): string {
  const action = actionOf(sent);
  const from = sent.from === nobody ? 'nobody signed in, ' : `${sent.from.role}, `;
  return `${from}${askedText(sent, action)}`;
}

const askedText = (sent: Sent, action: OperatorAction | null): string =>
  action === null ? `${sent.name} ${JSON.stringify(sent.request)}` : JSON.stringify(action);
