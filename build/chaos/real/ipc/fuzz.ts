import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TreatmentCase } from '../../../../electron/domain/case.ts';
import { AutoOperator } from '../../../../electron/session/auto-operator.ts';
import { plainRunView } from '../../../../electron/session/run-view.ts';
import { Draw } from '../../../../native-bridge/simulator/population/draw.ts';
import type { Account } from '../account.ts';
import { momentOf } from './facets.ts';
import { clinicianName, FuzzedConsole } from './fuzzed-console.ts';
import { harmed } from './hostile.ts';
import { judge } from './judge.ts';
import { anyMessage, calmMessage, type Known, type Message } from './messages.ts';
import { isNone } from './oracle.ts';
import { anotherSender, ownPage } from './senders.ts';
import { asPerson, isRefusal, type Sending } from './sending.ts';
import type { IpcFault, Promised } from './terms.ts';

export interface FuzzOptions {
  readonly folder: string;
  readonly seed: number;
  /** Which console this is. */
  readonly index: number;
  readonly messages: number;
  readonly account: Account<IpcFault, Promised>;
  readonly stop: AbortSignal;
  /** `where`: the stage it was sent in, or the phase of the run. */
  readonly onMessage: (where: string) => void;
}

/** Now and then so many are sent in one moment, of which the limits let a few through. */
const burst = { share: 0.001, messages: 250 } as const;
/** In stretches nothing moves the run but its operator, and time goes faster: so it comes to its later phases. */
const calm = { every: 800, messages: 550, ms: 500 } as const;

/** The engine's pace. */
const tickMs = 100;

/** One console from its start to its end, asked so many things while a careful operator brings a run on. */
export class Fuzz {
  readonly #options: FuzzOptions;
  readonly #console: FuzzedConsole;
  readonly #dice: Draw;
  #operator = new AutoOperator();
  #uncaught: unknown[] = [];
  #inBurst = 0;
  #calm = false;
  #lostBefore = false;
  #interlocksBefore = 0;
  #restartBefore = false;

  constructor(options: FuzzOptions) {
    this.#options = options;
    this.#dice = new Draw(options.seed, options.index, 'ipc');
    this.#console = new FuzzedConsole(options.folder, options.seed + options.index);
  }

  async play(): Promise<void> {
    const hear = (error: unknown): void => void this.#uncaught.push(error);
    process.on('uncaughtException', hear);
    process.on('unhandledRejection', hear);
    try {
      await this.#console.goOn(1000);
      await this.#console.signIn();
      for (let sent = 0; sent < this.#options.messages && !this.#options.stop.aborted; sent += 1) {
        this.#calm = sent % calm.every < calm.messages;
        await this.#send(this.#drawn());
        this.#options.onMessage(this.#where);
        if (this.#dice.even(0, 1) < burst.share) this.#inBurst = burst.messages;
        this.#inBurst -= 1;
        if (this.#inBurst <= 0) await this.#tick();
      }
    } finally {
      process.off('uncaughtException', hear);
      process.off('unhandledRejection', hear);
    }
  }

  /** What the next console finds of a run that this one left open; `null`: nothing. */
  leave(to: string): void {
    const { run, stage } = this.#console.program.engine.snapshot();
    if (stage !== 'run' || run === null) return;
    const runs = join(this.#options.folder, 'data', 'runs', run.header.runId);
    const there = join(to, 'data', 'runs', run.header.runId);
    for (const name of ['journal.sqlite', 'journal.sqlite-wal']) {
      if (!existsSync(join(runs, name))) continue;
      mkdirSync(there, { recursive: true });
      cpSync(join(runs, name), join(there, name));
    }
    this.#options.account.tookEffect('console-lost');
  }

  close(): Promise<void> {
    return this.#console.close();
  }

  get #where(): string {
    const { stage, run } = this.#console.program.engine.snapshot();
    if (stage !== 'run' || run === null) return stage;
    return run.state.decision === 'none' ? run.state.phase : 'waiting for a decision';
  }

  get #known(): Known {
    const { prepared, engine } = this.#console.program;
    const { run, machine } = engine.snapshot();
    const { preset, store, draftCase } = prepared;
    return {
      case: draftCase as TreatmentCase,
      presets: [...(preset === null ? [] : [preset, preset, preset]), ...store.shelf.presets.slice(0, 5)],
      alarmIds: (run?.alarms ?? machine.alarms).map(({ id }) => id),
      phase: run?.state.phase ?? null,
    };
  }

  #drawn(): Sending {
    const dice = this.#dice;
    const { account } = this.#options;
    const message = (this.#calm ? calmMessage : anyMessage)(dice, this.#known);
    const { name, request } = message;
    const kind = dice.whole(10);
    if (kind === 0) {
      account.tookEffect('another-sender');
      return { name, sender: anotherSender(dice), payloads: [request], none: true, message: null };
    }
    if (kind < 5) return { name, sender: ownPage, payloads: [request], none: false, message };
    const { fault, payloads } = harmed(request, dice);
    account.tookEffect(fault);
    const sent = dice.whole(3) === 0 ? payloads : this.#cloned(payloads);
    // A number or a text of the right kind may be one that the field takes.
    const none = fault !== 'out-of-bounds' && isNone(name, sent);
    return { name, sender: ownPage, payloads: sent, none, message: null };
  }

  /** As Electron carries it; what it cannot carry is handed over as it is, which no page could do. */
  #cloned(payloads: readonly unknown[]): readonly unknown[] {
    try {
      return payloads.map((payload) => structuredClone(payload));
    } catch {
      this.#options.account.tookEffect('unclonable');
      return payloads;
    }
  }

  async #send({ name, sender, payloads, none, message }: Sending): Promise<void> {
    const { account, index } = this.#options;
    const { program, view } = this.#console;
    const before = momentOf(program, view);
    const asked = await this.#console.ask(name, sender, payloads);
    const after = momentOf(program, view);
    for (const { promise, holds, why } of judge({ name, none, message, before, after, asked }))
      account.check(promise, index + 1, holds, () => why);
    if (message !== null) this.#judgeName(message, before.facets.events, after.facets.events);
    if (asked.kind === 'reply' && JSON.stringify(asked.reply).includes('"too-many"'))
      account.tookEffect('flood');
    else if (message !== null && asked.kind === 'reply' && isRefusal(asked.reply))
      account.tookEffect('wrong-time');
    const own = Object.prototype as Record<string, unknown>;
    account.check(
      'crash',
      index + 1,
      own.polluted === undefined,
      () => `${name} changed what all objects are`,
    );
  }

  /** Whatever was kept of the act was kept in the name of whoever is signed in; no message says who acts. */
  #judgeName({ name, request }: Message, before: string, after: string): void {
    if (name !== 'act' || before === after) return;
    const { action } = request as { action: { type: string } };
    const events = this.#console.program.engine.snapshot().run?.events ?? [];
    const kept = events.findLast(({ event }) => event.type === 'action')?.event;
    const right =
      kept?.type === 'action' && kept.by.name === clinicianName && kept.action.type === action.type;
    this.#options.account.check(
      'name',
      this.#options.index + 1,
      right,
      () => `${action.type} is kept as ${JSON.stringify(kept)}`,
    );
  }

  /** A tenth of a second, and now and then the operator presses what is due, or begins the next run. */
  async #tick(): Promise<void> {
    const ticks = this.#calm ? calm.ms / tickMs : 1;
    for (let tick = 0; tick < ticks; tick += 1) await this.#oneTick();
  }

  async #oneTick(): Promise<void> {
    const { account, index } = this.#options;
    const before = this.#console.program.engine.authority.failures;
    await this.#console.goOn(tickMs);
    const { engine } = this.#console.program;
    const ticks = engine.authority.failures === before && engine.lastTickAgeMs <= 200;
    account.check(
      'ticks',
      index + 1,
      ticks,
      () => `the last tick is ${engine.lastTickAgeMs} ms old: ${this.#console.said.at(-1)}`,
    );
    const [error] = this.#uncaught.splice(0);
    account.check(
      'crash',
      index + 1,
      error === undefined,
      () => `nobody caught: ${String((error as Error).stack ?? error)}`,
    );
    this.#notice();
    await this.#operate();
  }

  #notice(): void {
    const { account } = this.#options;
    const { link, telemetry, run } = this.#console.program.engine.snapshot();
    const lost = link.state === 'lost';
    if (lost && !this.#lostBefore) account.tookEffect('line-cut');
    this.#lostBefore = lost;
    const bits = telemetry?.interlockBits ?? this.#interlocksBefore;
    if (bits !== 0 && this.#interlocksBefore === 0) account.tookEffect('interlock');
    this.#interlocksBefore = bits;
    const restarted = run?.state.decision === 'rig-restarted';
    if (restarted && !this.#restartBefore) account.tookEffect('rig-restart');
    this.#restartBefore = restarted;
  }

  async #operate(): Promise<void> {
    const { stage, run, fluid } = this.#console.program.engine.snapshot();
    if (stage === 'run' && run !== null) {
      const action = this.#operator.next(plainRunView(run));
      if (action === null) return;
      await this.#send(asPerson('act', { action, glass: null, second: null }));
      return;
    }
    this.#operator = new AutoOperator();
    if (this.#dice.whole(12) > 0) return;
    const { case: treatmentCase, presets } = this.#known;
    if (fluid !== null) await this.#send(asPerson('fluid', { answer: 'another-patient', glass: null }));
    else if (stage === 'review') await this.#send(asPerson('newCase', null));
    else await this.#send(asPerson('start', this.#startOf(treatmentCase, presets[0]?.name ?? '')));
  }

  #startOf(treatmentCase: TreatmentCase, presetName: string): unknown {
    return { case: treatmentCase, presetName, edited: null, fluidInCavityMl: 0 };
  }
}
