import type { Authority } from '../authority/authority.ts';
import type { AuthorityEvent } from '../authority/table.ts';
import type { RescueRequest } from '../contract/view.ts';
import type { ActionResult } from '../domain/action.ts';
import type { Actor } from '../domain/actor.ts';
import type { Exchanged } from '../domain/rig-driver.ts';
import type { RescueHeader, RunHeader } from '../domain/run-event.ts';
import type { Telemetry } from '../domain/telemetry.ts';
import { emptyMl } from '../domain/volume-scale.ts';
import { drainUnfinished, type HandReading } from '../protocol/rescue-state.ts';
import type { EngineOptions } from './engine-options.ts';
import type { KnownFluid } from './fluid-left.ts';
import type { MachineWatch } from './machine-watch.ts';
import { messageOf } from './publishers.ts';
import { RescueDesk } from './rescue-desk.ts';
import { rescueHeader, standDownHeader } from './run-header.ts';

/** What stage and rescues ask of the engine that drives them. */
export interface Driver {
  readonly authority: () => Authority;
  readonly move: (event: AuthorityEvent) => void;
}

/** What is told to the machine outside a run: what a person asks, and to stand down after one. One at a time. */
export class Rescues {
  readonly #options: EngineOptions;
  readonly #machine: MachineWatch;
  readonly #driver: Driver;
  readonly #known: () => KnownFluid;
  #drainUnfinished = false;
  /** The last drain went on until nothing came, and what was known to be in has come. */
  #dry = false;
  /** Out of the cavity since that record, by machine and by hand, in records that are over, mL. */
  #outMl = 0;
  #open: RescueDesk | null = null;
  /** Of those that are over. */
  readonly #documents: Promise<void>[] = [];

  constructor(options: EngineOptions, machine: MachineWatch, driver: Driver, known: () => KnownFluid) {
    this.#options = options;
    this.#machine = machine;
    this.#driver = driver;
    this.#known = known;
  }

  /** The one whose record is written; `null`: none is. */
  get open(): RescueDesk | null {
    return this.#open;
  }

  /** A person has asked for something that goes on. What a machine does that only stands down is told with the machine. */
  get asksSomething(): boolean {
    return this.#open !== null && !this.#open.idle && !this.#open.standsDown;
  }

  /** A drain is over that has not brought what is in the cavity, and nobody has looked to it since. */
  get drainUnfinished(): boolean {
    return this.#drainUnfinished;
  }

  /** By what came out of it since. */
  get mayBeIn(): boolean {
    const { cavityMl, fillMl } = this.#known();
    return !this.#dry && (cavityMl === null || cavityMl - this.#outMl > emptyMl(fillMl));
  }

  /** Somebody has said what became of the fluid, or a run begins. */
  drainIsSettled(): void {
    this.#drainUnfinished = false;
    this.#dry = false;
    this.#outMl = 0;
  }

  /** Resolves when the documents of those that are over are made. */
  async documents(): Promise<void> {
    await Promise.allSettled(this.#documents);
  }

  /** What a person asks goes into a record of its own, and to the machine at once. */
  ask(by: Actor, request: RescueRequest, bits: number, breakGlass: string | null): ActionResult {
    const { identity } = this.#options.link;
    if (identity === null || this.#machine.telemetry === null) return { taken: false, why: 'link-not-up' };
    if (this.#open?.standsDown) {
      // It is told so already; what cannot be done is refused, and both are kept.
      if (!this.#open.leads(request, bits)) return this.#open.press(by, request, bits, breakGlass);
      this.end();
    }
    this.#open ??= this.#new(rescueHeader(this.#options, by, identity, this.#machine.doing));
    this.#open.hear(this.#machine.telemetry);
    const result = this.#open.press(by, request, bits, breakGlass);
    if (result.taken && !this.#open.idle) {
      this.#options.link.bindTo(identity.serialNumber);
      const { state } = this.#driver.authority();
      this.#driver.move(state === 'waiting' ? 'take-command' : 'begin');
    }
    return result;
  }

  /** What came by hand, on the record that is open or on one of its own: the machine may be out of reach. */
  read(by: Actor, reading: HandReading): ActionResult {
    const rig = this.#options.link.identity ?? this.#known().rig;
    if (rig === null) return { taken: false, why: 'link-not-up' };
    this.#open ??= this.#new(rescueHeader(this.#options, by, rig, this.#machine.doing));
    const result = this.#open.act(by, reading);
    if (result.taken) this.#drainUnfinished = false;
    return result;
  }

  tick(exchanged: Exchanged, telemetry: Telemetry | null): void {
    const before = this.#open?.state.drainEnded;
    this.#open?.tick(exchanged, telemetry);
    const { state } = this.#open ?? {};
    if (state === undefined) return;
    if (state.doing === 'drain') {
      this.#drainUnfinished = false;
      this.#dry = false;
    } else if (state.drainEnded !== before) {
      this.#drainUnfinished = drainUnfinished(state);
      this.#dry = state.drainEnded === 'dry';
    }
  }

  #new(header: RescueHeader): RescueDesk {
    const { clock, openRescueJournal: openJournal, say } = this.#options;
    const { cavityMl: wasMl, fillMl } = this.#known();
    const cavityMl = wasMl === null ? null : wasMl - this.#outMl;
    return new RescueDesk({ clock, header, cavityMl, fillMl, openJournal, say });
  }

  /** What is told to the machine of a run whose record is closed goes on a record as well, until it stands. */
  keepStandingDown(run: RunHeader): void {
    if (this.#driver.authority().state !== 'standing-down') return;
    this.#open ??= this.#new(standDownHeader(this.#options, run));
  }

  /** A rescue that asks nothing more lets go of the machine; its record ends once the machine has stood down. */
  letGo(): void {
    if (this.#open === null || !(this.#open.idle || this.#open.standsDown)) return;
    const { state } = this.#driver.authority();
    if (state === 'commanding' || (state === 'waiting' && this.#machine.stoodDown)) this.#driver.move('end');
    if (this.#driver.authority().state === 'reading') this.end();
  }

  /** Its record ends, and its documents are made beside the ticks. */
  end(): void {
    const rescue = this.#open;
    if (rescue === null) return;
    this.#open = null;
    this.#outMl += rescue.state.outMl + rescue.state.byHandMl;
    this.#documents.push(this.#document(rescue));
  }

  async #document(rescue: RescueDesk): Promise<void> {
    const { makeRescueDocuments, say } = this.#options;
    try {
      const ended = await rescue.end();
      if (ended !== null) await makeRescueDocuments(ended.path, ended.problem);
    } catch (error) {
      say(`The report of a rescue was not made: ${messageOf(error)}. Its journal holds what was done.`);
    }
  }
}
