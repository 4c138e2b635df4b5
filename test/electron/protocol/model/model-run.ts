import type { OperatorAction } from '../../../../electron/domain/action.ts';
import { resumeRun } from '../../../../electron/protocol/resume.ts';
import { holdsHeartbeat } from '../../../../electron/protocol/self-test.ts';
import type { RunState } from '../../../../electron/protocol/state.ts';
import { inCavityMl } from '../../../../electron/protocol/volumes.ts';
import { perfusionistNamed } from '../../../support/people.ts';
import type { Bench } from '../bench.ts';
import type { ExchangePromise } from './exchange-promises.ts';
import { Held, type Holding } from './held.ts';
import type { Memory } from './memory.ts';
import { ModelRig } from './model-rig.ts';

const by = perfusionistNamed('Perfusionist');
const interventions: readonly string[] = ['heat-off', 'pause-flow', 'stop-run'];

/** What an exchange may be besides an ordinary one. */
export interface Exchange {
  readonly reply?: 'heard' | 'lost';
  /** The console slept: the machine's watchdog looks before the block comes. */
  readonly asleep?: boolean;
  /** Pressed while the exchange is under way: its reply still answers what was asked before. */
  readonly during?: OperatorAction;
}

/** A run of the protocol on the control of the machine, every step and exchange held against every promise. */
export class ModelRun {
  readonly rig: ModelRig;
  nowMs: number;
  readonly #held: Held;
  readonly #exchanges: readonly ExchangePromise[];
  #pressed = new Set<string>();
  #waited: boolean;
  /** Its last telemetry said that its valves stand where they do not. */
  #toldWrong = false;

  constructor(beginning: Bench, holding: Holding) {
    this.#held = new Held(beginning.state, holding);
    this.#exchanges = holding.exchanges;
    this.rig = new ModelRig(beginning.taken, inCavityMl(beginning.state.volumes));
    this.rig.celsius = [...beginning.celsius];
    this.nowMs = beginning.nowMs;
    this.#waited = beginning.state.decision !== 'none';
  }

  get state(): RunState {
    return this.#held.state;
  }
  get memory(): Memory {
    return this.#held.memory;
  }

  act(action: OperatorAction): boolean {
    const { result } = this.#held.hear({ type: 'action', action, by }, this.nowMs);
    if (result?.taken) {
      if (!interventions.includes(action.type)) this.#pressed.clear();
      this.#pressed.add(action.type);
    }
    return result?.taken === true;
  }

  react(reaction: Parameters<typeof reactionEvent>[0]): void {
    this.#held.hear(reactionEvent(reaction), this.nowMs);
  }

  /** `ms` may be negative: a clock that is set back. */
  exchange(ms: number, { reply = 'heard', asleep = false, during }: Exchange = {}): void {
    this.nowMs += ms;
    this.rig.pass(ms);
    if (asleep) this.rig.watch();
    if (this.memory.linkUp) this.#write();
    this.rig.watch();
    const telemetry = this.memory.linkUp && reply === 'heard' ? this.rig.telemetry() : null;
    if (telemetry !== null) this.#toldWrong = this.rig.standsIn !== null;
    if (during !== undefined) this.act(during);
    this.#held.hear({ type: 'tick', telemetry, wallMs: this.rig.nowMs }, this.nowMs);
  }

  loseLink(): void {
    this.memory.linkUp = false;
    this.#held.hear({ type: 'link-lost', detail: 'cable' }, this.nowMs);
  }

  restoreLink(): void {
    this.#held.hear({ type: 'link-restored', detail: 'cable' }, this.nowMs);
    this.memory.linkUp = true;
    this.exchange(100);
  }

  /** The console is gone for so long, is started again, and the run is taken up as far as the reducer goes. */
  loseConsole(gapMs: number): void {
    if (this.state.phase === 'complete') return;
    this.nowMs += gapMs;
    this.rig.pass(gapMs);
    this.rig.watch();
    const telemetry = this.rig.telemetry();
    this.#held.takeUp(
      resumeRun(this.state, { gapMs, telemetry, wasMode: this.state.lastHeard?.mode ?? null }),
    );
    this.#waited = true;
    this.#pressed.clear();
  }

  restartRig(): void {
    this.rig.restart();
    this.#held.hear({ type: 'rig-restarted', detail: 'its uptime went back' }, this.nowMs);
    this.exchange(100);
  }

  #write(): void {
    const written = this.#held.asked;
    if (written === null) this.#waited = true;
    if (written === null) return;
    const { telemetry } = this.state;
    const holds = holdsHeartbeat(this.state);
    const modeBefore = telemetry?.inForce.mode ?? null;
    const accepted = this.rig.take(written, holds);
    const obeys = this.rig.takesRequests && this.rig.standsIn === null && !this.#toldWrong;
    const pressed = this.#pressed;
    const first = this.#waited;
    this.#waited = false;
    this.#pressed = new Set();
    const exchanged = {
      state: this.state,
      written,
      accepted,
      obeys,
      control: this.rig.control,
      modeBefore,
      first,
      pressed,
    };
    for (const { says, kept } of this.#exchanges) if (!kept(exchanged)) throw new Error(`not kept: ${says}`);
  }
}

const reactionEvent = (reaction: 'none' | 'heater-off' | 'heater-off-bypass' | 'heater-and-pump-off') =>
  ({ type: 'reaction', reaction, reason: 'alarm' }) as const;
