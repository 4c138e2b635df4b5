import type { OperatorActionType } from '../../../../electron/domain/action.ts';
import { actionOf, type Press } from '../person/people.ts';
import { type Bench, type Judge, type Truth, truthOf, truthText } from './judge.ts';

/** Presses after which the pump may turn again. */
const startsFlow: ReadonlySet<OperatorActionType> = new Set([
  'resume-flow',
  'circulate-unheated',
  'drain-now',
  'take-command',
  'advance',
  'start-treatment',
  'end-treatment',
  'leave-retained',
  'skip-rinses',
  'leave-bypass',
] as const);
const startsHeat: ReadonlySet<OperatorActionType> = new Set(['resume-heat'] as const);
const stopsFlow: ReadonlySet<OperatorActionType> = new Set(['pause-flow', 'stop-run'] as const);
const stopsHeat: ReadonlySet<OperatorActionType> = new Set(['pause-flow', 'stop-run', 'heat-off'] as const);

const startsByRescue: ReadonlySet<string> = new Set(['circulate-unheated', 'drain']);

/** An interlock that stops the pump stops it at once; two looks of the judge, ms. */
const latchStopsWithinMs = 200;

/** What was turned off by a person, a lost link, a latched machine, a restart or a fault comes back by a press only. */
export class Resumes implements Judge {
  readonly #bench: Bench;
  /** Why flow or heat may not come back by itself; `null`: it may. */
  #flow: string | null = null;
  #heat: string | null = null;
  #before: Truth | null = null;
  #uptimeMs = 0;
  #bits = 0;
  /** When flow or heat was turned off last. */
  #stoppedMs = Number.NEGATIVE_INFINITY;
  /** What reached the rig since the last look left the console then, or later. */
  #leftMs = Number.POSITIVE_INFINITY;
  #latchedMs = Number.NEGATIVE_INFINITY;

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  onPress(press: Press): void {
    if (!press.answer.taken) return;
    const action = actionOf(press);
    if (action === null) {
      this.#hearOther(press);
      return;
    }
    if (stopsHeat.has(action.type)) this.#stoppedMs = press.atMs;
    if (startsFlow.has(action.type)) this.#flow = null;
    if (startsHeat.has(action.type)) this.#heat = null;
    if (stopsFlow.has(action.type)) this.#flow = `a person pressed ${action.type}`;
    if (stopsHeat.has(action.type)) this.#heat = `a person pressed ${action.type}`;
  }

  #hearOther({ name, request, atMs }: Press): void {
    const asked = request as { readonly request?: string; readonly choice?: string } | null;
    const drains = name === 'recover' && asked?.choice === 'drain';
    if (drains || (name === 'rescue' && startsByRescue.has(asked?.request ?? ''))) this.#flow = null;
    if (name !== 'rescue' || asked?.request !== 'off') return;
    this.#stop('a person pressed off', atMs);
  }

  onBegin(): void {
    this.#flow = null;
    this.#heat = null;
  }

  onKill(): void {
    this.#stoppedMs = this.#bench.world.nowMs;
    this.#flow = 'the console was lost';
    this.#heat = 'the console was lost';
  }

  look(): void {
    const { world } = this.#bench;
    const truth = truthOf(world);
    this.#leftMs = world.wire.oldestLeftMs();
    const before = this.#before;
    this.#before = truth;
    this.#notice(truth, before?.pumpOn === true, before?.heatOn === true);
    if (before === null) return;
    if (!before.pumpOn && truth.pumpOn) this.#judge(this.#flow, 'the pump', truth);
    if (!before.heatOn && truth.heatOn) this.#judge(this.#heat, 'the heater', truth);
  }

  #notice(truth: Truth, pumped: boolean, heated: boolean): void {
    const { world } = this.#bench;
    const { console: life, rig } = world;
    const { uptimeMs } = rig.rig;
    if (uptimeMs < this.#uptimeMs) this.#stop('the rig restarted');
    this.#uptimeMs = uptimeMs;
    // The machine test trips the watchdog itself, and heats and pumps step by step.
    const tests = life?.last?.run?.state.phase === 'machine-test';
    if ((truth.latched & ~this.#bits) !== 0 && !tests) this.#latchedMs = world.nowMs;
    this.#bits = truth.latched;
    if (world.nowMs - this.#latchedMs <= latchStopsWithinMs && !tests) {
      if (heated && !truth.heatOn) this.#heat ??= 'the rig latched';
      if (pumped && !truth.pumpOn) this.#flow ??= 'the rig latched';
    }
    if (life !== null && life.last?.authority.state === 'waiting') this.#stop('the link was lost');
  }

  #stop(why: string, atMs = this.#bench.world.nowMs): void {
    if (this.#flow === null || this.#heat === null) this.#stoppedMs = atMs;
    this.#flow ??= why;
    this.#heat ??= why;
  }

  #judge(why: string | null, what: string, truth: Truth): void {
    const { world, ledger } = this.#bench;
    // What was on the line already, late or swapped, is obeyed yet: nobody can take it back.
    if (this.#leftMs <= this.#stoppedMs) return;
    ledger.check(
      'resumes',
      why === null,
      world.nowMs,
      () => `${what} came on although ${why}: ${truthText(truth)}`,
    );
  }
}
