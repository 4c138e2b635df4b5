import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Draw } from '../../../native-bridge/simulator/population/draw.ts';
import { approach, modeTo } from './approach.ts';
import { faults } from './faults/all.ts';
import { isOfPerson } from './faults/names.ts';
import { History } from './history.ts';
import { type Breach, type Counts, Ledger } from './ledger.ts';
import { Observer } from './observer.ts';
import { Beginner, warmScenario } from './person/beginner.ts';
import { People } from './person/people.ts';
import type { Beginning, Plan, PlannedFault } from './plan.ts';
import { judgeByHand, judgeDrained } from './promises/drained.ts';
import { Judges } from './promises/judges.ts';
import type { TookEffect } from './tally.ts';
import { Scheduler } from './world/scheduler.ts';
import { World } from './world/world.ts';

export interface RunOptions {
  /** Where its files go while it lasts. */
  readonly scratch: string;
  /** Told of every line of the story. */
  readonly hear?: (line: string) => void;
  readonly settleTurns?: number;
}

export interface RunResult {
  readonly seed: number;
  readonly index: number;
  readonly counts: Counts;
  readonly breaches: readonly Breach[];
  readonly faults: readonly TookEffect[];
  /** Shown as recorded and missing. */
  readonly lost: number;
  readonly hash: string;
  /** Simulated, with the way to where it begins. */
  readonly seconds: number;
  /** It came to where it was to begin. */
  readonly begun: boolean;
}

/** After everything was mended the console gets so long before somebody drains, s. */
const mendedSeconds = 5;
const stopsWithinSeconds = 5;

/** One run of the simulation, from its plan to its verdict. Nothing of it is left behind. */
export async function simulateRun(plan: Plan, options: RunOptions): Promise<RunResult> {
  const folder = join(options.scratch, `${plan.seed}-${plan.index}`);
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  mkdirSync(folder, { recursive: true });
  try {
    return await new Simulation(plan, folder, options).run();
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

class Simulation {
  readonly #plan: Plan;
  readonly #history: History;
  readonly #world: World;
  readonly #people: People;
  readonly #beginner: Beginner;
  readonly #ledger = new Ledger();
  readonly #judges: Judges;
  readonly #took: TookEffect[] = [];
  #beganMs = 0;
  #draining = false;

  constructor(plan: Plan, folder: string, options: RunOptions) {
    this.#plan = plan;
    const scheduler = new Scheduler(undefined, options.settleTurns);
    this.#history = new History(() => scheduler.nowMs, options.hear ?? (() => {}));
    const seed = new Draw(plan.seed, plan.index, 'rig').whole(0xffff_ffff);
    const { tell } = this.#history;
    this.#world = new World({ scenario: warmScenario(), seed, folder, tell, scheduler });
    this.#beginner = new Beginner(modeTo(plan.begin));
    this.#people = new People(this.#world, this.#beginner, new Draw(plan.seed, plan.index, 'person'));
    this.#judges = new Judges({ world: this.#world, ledger: this.#ledger });
    this.#ledger.onBreach = ({ promise, why }) => tell('broken', `${promise}: ${why}`);
    this.#connect();
  }

  async run(): Promise<RunResult> {
    const { begin } = this.#plan;
    const begun = await this.#begin(begin);
    this.#beganMs = this.#world.nowMs;
    this.#history.tell('rig', `begins in ${begin}`);
    if (!this.#plan.attended && !this.#plan.whole) this.#people.leave();
    for (const fault of this.#plan.faults)
      this.#world.around.after(1000 * fault.atSeconds, () => this.#strike(fault));
    await this.#world.seconds(this.#plan.seconds);
    if (!this.#hasStruck) await this.#strikeSurely();
    if (this.#plan.drainsAtEnd) await this.#drain();
    await this.#end();
    return this.#result(begun);
  }

  #connect(): void {
    const world = this.#world;
    const observer = new Observer(world);
    world.onView = (view, life) => {
      if (life.screen.state !== 'there') return;
      this.#judges.recorded.seen(view);
      observer.seen(view);
      this.#people.look(view, life);
    };
    world.onKill = () => this.#judges.onKill();
    world.onStart = () => {
      if (this.#plan.attended && !this.#draining) this.#people.attend();
    };
    this.#people.onPress = (press) => this.#judges.onPress(press);
    this.#people.onBegin = () => {
      this.#judges.onBegin();
      this.#people.attend();
    };
    const look = (): void => {
      world.around.after(100, look);
      observer.look();
      this.#judges.look();
    };
    world.around.after(50, look);
  }

  async #begin(begin: Beginning): Promise<boolean> {
    const life = this.#world.start();
    await this.#world.seconds(0.6);
    if (begin === 'setup') return true;
    let problem: string | null = 'no answer';
    void this.#beginner.begin(life, 0).then((answer) => {
      problem = answer;
    });
    await this.#world.seconds(0.4);
    if (problem !== null) throw new Error(`no run was started: ${problem}`);
    this.#judges.onBegin();
    return approach(this.#world, this.#people, begin);
  }

  #strike(fault: PlannedFault): void {
    const { seed, index } = this.#plan;
    const dice = new Draw(seed, index, `fault ${fault.stream}`);
    let told = false;
    const took = (what: string): void => {
      if (told) return;
      told = true;
      this.#history.tell('fault', what);
      this.#took.push({
        name: fault.kind,
        phase: this.#phase(),
        atSeconds: (this.#world.nowMs - this.#beganMs) / 1000,
        what,
      });
    };
    faults[fault.kind]({ world: this.#world, people: this.#people, dice, took });
  }

  #phase(): Beginning {
    return this.#judges.phase;
  }

  get #hasStruck(): boolean {
    return this.#took.some(({ name }) => !isOfPerson(name));
  }

  /** Nothing that was planned had an effect: a line that is cut has. */
  async #strikeSurely(): Promise<void> {
    this.#strike({ kind: 'line-cut', atSeconds: this.#plan.seconds, stream: 1000 });
    await this.#world.seconds(45);
  }

  async #drain(): Promise<void> {
    const world = this.#world;
    this.#mend();
    this.#draining = true;
    this.#people.leave();
    if (world.console === null) world.startAnew();
    await world.seconds(mendedSeconds);
    if (world.console?.lane.isHeld) await world.seconds(mendedSeconds * 4);
    const judge = this.#plan.index % 3 === 0 ? judgeByHand : judgeDrained;
    await judge({ world, ledger: this.#ledger }, this.#people);
  }

  /** What stood in the way of machine, line and screen does no longer; the console is as it has become. */
  #mend(): void {
    const world = this.#world;
    world.traps.disarm();
    world.wire.mend();
    world.loopback.wire = 'whole';
    world.disk.refusing = false;
    world.rig.rig.mend();
    Reflect.deleteProperty(world.rig.rig, 'take');
    const life = world.console;
    if (life !== null && life.screen.state !== 'there') life.lane.after(0, () => life.reload());
    this.#history.tell('rig', 'everything that can be mended is');
  }

  /** The console ends in good order where it can, and a reader opens what it left. */
  async #end(): Promise<void> {
    const world = this.#world;
    const life = world.console;
    if (life !== null && this.#plan.index % 2 === 0) {
      void life.engine.endInGoodOrder('The simulation is over.');
      await world.seconds(stopsWithinSeconds);
    }
    world.disk.refusing = false;
    world.kill(null);
    this.#judges.recorded.read();
    world.rig.stop();
  }

  #result(begun: boolean): RunResult {
    const { seed, index } = this.#plan;
    return {
      seed,
      index,
      counts: this.#ledger.counts,
      breaches: this.#ledger.breaches,
      faults: this.#took,
      lost: this.#judges.recorded.lost,
      hash: this.#history.digest(),
      seconds: this.#world.nowMs / 1000,
      begun,
    };
  }
}
