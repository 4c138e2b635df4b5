import {
  type Asked,
  type Authority,
  commandOf,
  failed,
  laid,
  letGoOnce,
  moved,
  newAuthority,
  struck,
  tellsFault,
  wentWell,
} from '../authority/authority.ts';
import type { AuthorityEvent } from '../authority/table.ts';
import type { ActionResult, OperatorAction } from '../domain/action.ts';
import type { Actor } from '../domain/actor.ts';
import type { Intent } from '../domain/command.ts';
import type { Exchanged } from '../domain/rig-driver.ts';
import type { EngineOptions } from './engine-options.ts';
import { inTime } from './in-time.ts';
import { KeptInterventions, turnsOff } from './kept-interventions.ts';
import { MachineWatch } from './machine-watch.ts';
import { Pace } from './pace.ts';
import { messageOf, Publishers } from './publishers.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';
import { Stage } from './stage.ts';

/** An exchange has a deadline of its own; one that has not ended after this never will, ms. */
export const exchangeLimitMs = 2_000;
/** The last tick is older than this: the engine stands, and nothing that is pressed is taken (as old as telemetry of a lost link). */
export const standsAfterMs = 1_000;

const nothingUntold = { linkLost: false, rigRestarted: false };

/**
 * Exchange, protocol, alarms, record: ten times a second for the life of the program, with a run or without. A tick
 * that throws is told and followed by the next; nobody outward is called in one. What it must never do: write what
 * the authority does not give it, resume anything by itself, wait for a disk, a screen or a document.
 */
export class Ticks {
  readonly #options: EngineOptions;
  readonly #publishers: Publishers;
  readonly #machine = new MachineWatch();
  readonly stage: Stage;
  #authority: Authority = newAuthority;
  readonly #kept = new KeptInterventions();
  #lastWritten: Intent | null = null;
  /** Of the link, and not told to the end: what is told once only must not get lost in a tick that fails. */
  #untold = nothingUntold;
  #tickedMs: number;
  #revision = 0;
  #ticks = false;
  #loop: Promise<void> = Promise.resolve();

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#publishers = new Publishers(options.publishers, options.say);
    this.#tickedMs = options.clock.monotonicMs();
    const driver = { authority: () => this.#authority, move: (event: AuthorityEvent) => this.#move(event) };
    this.stage = new Stage(options, this.#machine, driver, options.lost);
  }

  start(): void {
    this.#ticks = true;
    this.#tickedMs = this.#options.clock.monotonicMs();
    this.#options.link.open();
    this.#loop = this.#tickOnAndOn();
  }

  async stop(): Promise<void> {
    this.#ticks = false;
    await this.#loop;
    await this.#options.link.close();
  }

  get authority(): Authority {
    return this.#authority;
  }

  get lastTickAgeMs(): number {
    return this.#options.clock.monotonicMs() - this.#tickedMs;
  }

  /** The last tick is too old: nobody can say what the machine does. */
  get stands(): boolean {
    return this.lastTickAgeMs > standsAfterMs;
  }

  /** `name` could not publish what it was handed last. */
  fails(name: string): boolean {
    return this.#publishers.fails(name);
  }

  /** What stands now. */
  snapshot(): Snapshot {
    return snapshotOf(this.#options, {
      authority: this.#authority,
      machine: this.#machine,
      stage: this.stage,
      revision: this.#revision,
    });
  }

  /** Something outside a tick that nobody caught: told like a tick that failed, but the engine itself goes on. */
  hearFault(error: unknown): void {
    this.#authority = struck(this.#authority, messageOf(error), this.#options.clock.monotonicMs());
    this.#keepFault(messageOf(error));
  }

  /** Does what a person asks; what throws in it is told like a tick that failed. */
  guarded<T>(take: () => T, otherwise: () => T): T {
    try {
      return take();
    } catch (error) {
      this.#fail(error);
      return otherwise();
    } finally {
      this.changed();
    }
  }

  /** While nothing can be taken: what turns something off is the next tick's first act, the strongest of it. */
  keepFor(by: Actor, action: OperatorAction): ActionResult {
    if (!turnsOff(action) || !this.stage.runIsOpen) return { taken: false, why: 'not-ticking' };
    this.#kept.keep({ by, action });
    this.#authority = laid(this.#authority, action.type === 'heat-off' ? 'heat-off' : 'all-off');
    return { taken: true, unconfirmed: true };
  }

  async #tickOnAndOn(): Promise<void> {
    const pace = new Pace(this.#options.clock);
    while (this.#ticks) {
      const answered = await this.#guardedTick();
      // A simulated rig with a scale above 1 paces itself by its replies.
      if (!(answered && this.stage.current?.followsRig === true)) await pace.next();
    }
  }

  async #guardedTick(): Promise<boolean> {
    let answered = false;
    try {
      answered = await this.#tick();
      const held = this.stage.runIsOpen ? (this.stage.current?.run.held ?? null) : null;
      this.#authority = wentWell(this.#authority, held);
    } catch (error) {
      this.#fail(error);
    }
    this.#tickedMs = this.#options.clock.monotonicMs();
    this.#publish();
    return answered;
  }

  /** Whatever fails before the exchange, the exchange is made: the machine hears at least that heat is off. */
  async #tick(): Promise<boolean> {
    const problems: unknown[] = [];
    const attempt = <T>(part: () => T): T | null => {
      try {
        return part();
      } catch (error) {
        problems.push(error);
        this.#authority = laid(this.#authority, 'heat-off');
        return null;
      }
    };
    attempt(() => this.#takeKept());
    const asked = attempt(() => ({ intent: this.stage.asked() }));
    const holdHeartbeat =
      attempt(() => this.stage.runIsOpen && this.stage.current?.run.holdHeartbeat()) === true;
    const exchanged = await this.#exchange(asked, holdHeartbeat);
    attempt(() => this.#hear(exchanged));
    if (problems.length > 0) throw problems[0];
    return exchanged.ok;
  }

  async #exchange(asked: Asked | null, holdHeartbeat: boolean): Promise<Exchanged> {
    const { clock, link } = this.#options;
    const command = commandOf(this.#authority, asked, this.#lastWritten, this.#machine.telemetry);
    const exchanged = await inTime(clock, exchangeLimitMs, link.tick(command, { holdHeartbeat }));
    this.#authority = letGoOnce(this.#authority, exchanged?.ok === true && exchanged.written !== null);
    if (exchanged === null) {
      link.abandon();
      throw new Error('an exchange with the rig did not end');
    }
    this.#lastWritten = exchanged.written ?? this.#lastWritten;
    return exchanged;
  }

  #hear(fresh: Exchanged): void {
    const { clock, link } = this.#options;
    const nowMs = clock.monotonicMs();
    const exchanged: Exchanged = {
      ...fresh,
      linkLost: fresh.linkLost || this.#untold.linkLost,
      rigRestarted: fresh.rigRestarted || this.#untold.rigRestarted,
    };
    this.#untold = exchanged;
    const telemetry = this.#machine.hear(exchanged, link.identity, nowMs);
    if (this.#authority.state === 'faulted') return;
    if (exchanged.linkLost) this.#move('link-lost');
    if (exchanged.rigRestarted) this.#move('rig-restarted');
    if (this.#authority.state === 'standing-down' && this.#machine.stoodDown) this.#move('stood-down');
    const facts = this.#machine.facts(tellsFault(this.#authority, nowMs), nowMs);
    this.stage.tick(exchanged, telemetry, facts, nowMs);
    this.#untold = nothingUntold;
    this.#machine.follow(this.#authority.state, nowMs);
    // The machine of a run stays its machine until it has stood down and the run is left.
    if (this.stage.current === null && this.#authority.state === 'reading') link.unbind();
  }

  #move(event: AuthorityEvent): void {
    const before = this.#authority.state;
    this.#authority = moved(this.#authority, event);
    if (this.#authority.state !== before) this.#revision += 1;
  }

  #takeKept(): void {
    const { clock, link } = this.#options;
    const heard = link.state(clock.monotonicMs()) === 'up' && this.#machine.telemetry !== null;
    this.#kept.take(heard, ({ by, action }) => void this.stage.act(by, action));
  }

  /** Told and counted; the ticks go on, or the console gives up by the authority's own rule. */
  #fail(error: unknown): void {
    const { clock, say } = this.#options;
    const message = messageOf(error);
    this.#authority = failed(this.#authority, message, clock.monotonicMs());
    try {
      say(`A tick of the console failed (${this.#authority.failures} so far): ${message}. Heat is off.`);
    } catch {
      // What cannot be said is on the screen and at the machine.
    }
    this.#keepFault(message);
  }

  #keepFault(message: string): void {
    this.#revision += 1;
    try {
      this.stage.keepFault(message, this.#authority.failedInRow);
    } catch {
      // What cannot be kept either is on the screen and at the machine.
    }
  }

  /** Something that has to be shown at once. */
  changed(): void {
    this.#revision += 1;
    this.#publish();
  }

  #publish(): void {
    try {
      this.#publishers.publish(this.snapshot());
    } catch (error) {
      this.#options.say(`What stands could not be told: ${messageOf(error)}.`);
    }
  }
}
