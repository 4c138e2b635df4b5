import { type Bench, type Judge, Lasting, truthOf } from './judge.ts';

/** 2 s, one exchange of 100 ms with its deadline of 60 ms, and one look of the judge. */
const unknownWithinMs = 2_000 + 160 + 100;
/** Written by the console (docs/link.md), and one step of the rig and one look of the judge. */
const watchdogWithinMs = 1_500 + 200;

/** Heat needs a control temperature, and a console. */
export class Heat implements Judge {
  readonly #bench: Bench;
  readonly #unknown = new Lasting();
  #heartbeat = -1;
  #beatMs = 0;

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  look(): void {
    this.#judgeUnknown();
    this.#judgeDead();
  }

  /** By what the rig's own sensors give: nothing in the cavity, in phases that are controlled by it. */
  #judgeUnknown(): void {
    const { world, ledger } = this.#bench;
    const { console: life, nowMs } = world;
    const run = life?.last?.run ?? null;
    const { rig } = world.rig;
    const asks = life?.written?.heater === true;
    const state = run?.state ?? null;
    const byCavity =
      state !== null && !state.byOutflow && (state.phase === 'heat-up' || state.phase === 'treatment');
    const blind =
      asks &&
      byCavity &&
      state !== null &&
      rig
        .telemetry()
        .probesCelsius.every(
          ({ value }, probe) => value === null || !state.sites[probe]?.startsWith('cavity'),
        );
    const ms = this.#unknown.ms(blind, nowMs);
    if (blind)
      ledger.check('heat', ms <= unknownWithinMs, nowMs, () => `heat is asked for blindly for ${ms} ms`);
  }

  #judgeDead(): void {
    const { world, ledger } = this.#bench;
    const { nowMs } = world;
    const { heartbeat } = world.rig.rig.control;
    if (heartbeat !== this.#heartbeat) {
      this.#heartbeat = heartbeat;
      this.#beatMs = nowMs;
    }
    const deadMs = nowMs - this.#beatMs;
    if (deadMs <= watchdogWithinMs) return;
    const { heatOn } = truthOf(world);
    ledger.check('heat', !heatOn, nowMs, () => `the heater is on, the last heartbeat came ${deadMs} ms ago`);
  }
}
