import type { RescueRequest, RescueView } from '../contract/view.ts';
import type { ActionResult } from '../domain/action.ts';
import { type Actor, type Also, alone, consoleActor } from '../domain/actor.ts';
import type { Intent } from '../domain/command.ts';
import type { Exchanged } from '../domain/rig-driver.ts';
import type { RescueHeader, RunEvent } from '../domain/run-event.ts';
import type { RigIdentity, Telemetry } from '../domain/telemetry.ts';
import type { Clock } from '../domain/time.ts';
import { rescueRefusal, rescueStep } from '../protocol/rescue.ts';
import {
  newRescue,
  type RescueAction,
  type RescueEvent,
  type RescueState,
  rescueIntent,
} from '../protocol/rescue-state.ts';
import type { Journal, OpenJournal } from '../record/journal.ts';
import { messageOf } from './publishers.ts';
import { noRecord, type RecordFacts, recordFacts } from './record-watch.ts';
import { rescueSample } from './run-sample.ts';
import { SessionTime } from './session-time.ts';

/** A rescue takes as long as it takes a person, whatever the pace of a simulated rig. */
const realTime = 1;

/** What a rescue stands on. */
export interface RescueOptions {
  readonly clock: Clock;
  readonly header: RescueHeader;
  /** In the cavity at least, as the last record of this machine has it, mL; `null`: nobody knows. */
  readonly cavityMl: number | null;
  /** What its run had planned to fill, mL. */
  readonly fillMl: number;
  readonly openJournal: (header: RescueHeader) => Promise<OpenJournal>;
  readonly say: (line: string) => void;
}

/**
 * What a person asks of the machine outside a run, or what the console tells it after one, and the record of it. The
 * machine hears it at once; the record is made meanwhile, and what happens before it is open is written then.
 */
export class RescueDesk {
  readonly #options: RescueOptions;
  #state: RescueState;
  #journal: Journal | null = null;
  /** To be written once the record is open; `null`: it is, or cannot be. */
  #waiting: ((journal: Journal) => void)[] | null = [];
  readonly #opening: Promise<void>;
  readonly #time: SessionTime;
  #askedMs: number;
  #linkIsLost = false;

  /** By `header.afterRunId` it stands down after that run, by itself. */
  constructor(options: RescueOptions) {
    this.#options = options;
    this.#time = new SessionTime(options.clock, realTime);
    this.#askedMs = options.clock.monotonicMs();
    this.#state = newRescue(options.header.rig, 0, options.cavityMl, options.fillMl);
    this.#keep([{ type: 'rescue-started', header: options.header }]);
    if (options.header.afterRunId !== undefined) this.#step({ type: 'stand-down', by: consoleActor });
    this.#opening = this.#open();
  }

  get state(): RescueState {
    return this.#state;
  }

  /** Nothing is asked of the machine any more. */
  get idle(): boolean {
    return this.#state.doing === 'nothing';
  }

  /** It tells the machine of a run that is over to stand down, and nothing else. */
  get standsDown(): boolean {
    return this.#state.byConsole;
  }

  /** A person asks for something that is not standing down, and it can be done: not on this record. */
  leads(request: RescueRequest, bits: number): boolean {
    return request !== 'off' && rescueRefusal(this.#state, actionOf(request, bits)) === null;
  }

  /** How its record is; as long as there is none yet, nothing is said of it. */
  get recordFacts(): RecordFacts {
    return this.#journal === null ? noRecord : recordFacts(this.#journal);
  }

  intent(): Intent | null {
    return rescueIntent(this.#state);
  }

  /** What the machine was heard doing before anything is asked of it. */
  hear(telemetry: Telemetry): void {
    if (this.#state.telemetry === null) this.#step({ type: 'tick', telemetry });
  }

  press(by: Actor, request: RescueRequest, bits: number, breakGlass: string | null = null): ActionResult {
    const result = this.act(by, actionOf(request, bits), { ...alone, breakGlass });
    if (result.taken) this.#askedMs = this.#options.clock.monotonicMs();
    return result;
  }

  act(by: Actor, action: RescueAction, also: Also = alone): ActionResult {
    return this.#step({ type: 'action', by, action, also }) ?? { taken: false, why: 'no-run' };
  }

  /** A tick of the console failed. */
  keepFault(message: string, failures: number): void {
    this.#keep([{ type: 'console-fault', message, failures }]);
  }

  tick({ linkLost, rigRestarted, written }: Exchanged, telemetry: Telemetry | null): void {
    // A rig that runs faster is no witness of time.
    const witness = this.#options.header.rig.timeScale === realTime ? telemetry : null;
    if (witness !== null) this.#time.hearUptime(witness.uptimeMs);
    this.#keep(this.#time.notice());
    if (linkLost && !this.#linkIsLost) this.#step({ type: 'link-lost', detail: '' });
    if (!linkLost && this.#linkIsLost) this.#step({ type: 'link-restored', detail: '' });
    this.#linkIsLost = linkLost;
    if (rigRestarted) this.#step({ type: 'rig-restarted', detail: 'its uptime went back' });
    this.#step({ type: 'tick', telemetry });
    const sample = rescueSample({
      sessionMs: this.#nowMs,
      wallMs: this.#options.clock.wallMs(),
      fresh: telemetry,
      written,
      linkLost,
      draining: this.#state.doing === 'drain',
      changeMl: -this.#state.outMl,
    });
    this.#write((journal) => journal.sample(sample));
    if (this.#journal !== null) this.#keep(this.#journal.news());
  }

  /** Closes the record; resolves to its path and what could not be written, `null` where there is none. */
  async end(): Promise<{ path: string; problem: string | null } | null> {
    const { outMl, drainEnded } = this.#state;
    const volumeOutMl = outMl > 0 ? Math.round(outMl) : null;
    this.#keep([
      ...(this.#journal?.news(true) ?? []),
      { type: 'rescue-ended', volumeOutMl, summary: drainEnded ?? '' },
    ]);
    await this.#opening;
    if (this.#journal === null) return null;
    return { path: this.#journal.path, problem: await this.#journal.close() };
  }

  /** Standing down after a run is shown as that, not as something a person has asked. */
  view(): RescueView | null {
    const { doing, outMl, drySeconds } = this.#state;
    if (doing === 'nothing' || this.standsDown) return null;
    const seconds = Math.floor((this.#options.clock.monotonicMs() - this.#askedMs) / 1000);
    return { asked: doing, seconds, written: this.#state.telemetry !== null, drainedMl: outMl, drySeconds };
  }

  async #open(): Promise<void> {
    const { openJournal, header } = this.#options;
    try {
      const opened = await openJournal(header);
      if (opened.ok) this.#journal = opened.journal;
      else this.#notRecorded(opened.problem);
    } catch (error) {
      this.#notRecorded(messageOf(error));
    }
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const write of waiting) this.#write(write);
  }

  #notRecorded(problem: string): void {
    try {
      this.#options.say(`The rescue is not recorded: ${problem}`);
    } catch {
      // Who cannot even be told is not waited for.
    }
  }

  #step(event: RescueEvent): ActionResult | null {
    const step = rescueStep(this.#state, event, this.#nowMs);
    this.#state = step.state;
    this.#keep(step.events);
    return step.result;
  }

  #keep(events: readonly RunEvent[]): void {
    const [nowMs, wallMs] = [this.#nowMs, this.#options.clock.wallMs()];
    for (const event of events) this.#write((journal) => void journal.event(event, nowMs, wallMs));
  }

  #write(write: (journal: Journal) => void): void {
    if (this.#journal !== null) write(this.#journal);
    else this.#waiting?.push(write);
  }

  get #nowMs(): number {
    return this.#time.nowMs();
  }
}

function actionOf(request: RescueRequest, bits: number): RescueAction {
  switch (request) {
    case 'off':
    case 'end-drain':
      return { type: 'stop-run' };
    case 'circulate-unheated':
      return { type: 'circulate-unheated' };
    case 'drain':
      return { type: 'drain-now' };
    case 'clear-interlocks':
      return { type: 'clear-interlocks', bits };
  }
}

/** What may be asked of a machine now. `state`: of the rescue that goes on; `null`: none does. */
export function rescueOffers(
  rig: RigIdentity | null,
  telemetry: Telemetry | null,
  state: RescueState | null,
  stoodDown: boolean,
): Readonly<Record<RescueRequest, boolean>> {
  if (rig === null || telemetry === null) return noOffers;
  const probe: RescueState = {
    ...(state ?? newRescue(rig, 0, null)),
    telemetry,
    interlockBits: telemetry.interlockBits,
  };
  const may = (request: RescueRequest): boolean =>
    rescueRefusal(probe, actionOf(request, telemetry.interlockBits)) === null;
  const drains = state?.doing === 'drain';
  return {
    off: !stoodDown && !drains && state?.doing !== 'off',
    'circulate-unheated': state?.doing !== 'circulate-unheated' && may('circulate-unheated'),
    drain: !drains && may('drain'),
    'end-drain': drains,
    'clear-interlocks': telemetry.interlockBits !== 0 && may('clear-interlocks'),
  };
}

export const noOffers: Readonly<Record<RescueRequest, boolean>> = {
  off: false,
  'circulate-unheated': false,
  drain: false,
  'end-drain': false,
  'clear-interlocks': false,
};
