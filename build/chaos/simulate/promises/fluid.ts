import { overPlanMl } from '../../../../electron/domain/volume-scale.ts';
import { type Bench, type Judge, Lasting } from './judge.ts';

/** The alarm on the volume comes 2 s after its limit was passed; a meter is off by less than this, mL (chosen). */
const alarmWithinMs = 5_000;
const meterMl = 150;

/** Fluid beyond plan and stated uncertainty is told, where anything measures it. */
export class Fluid implements Judge {
  readonly #bench: Bench;
  readonly #wrong = new Lasting();

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  look(): void {
    const { world, ledger } = this.#bench;
    const { console: life, nowMs } = world;
    const run = life?.last?.run ?? null;
    const { features } = world.rig.rig.identity;
    const measured = features.outflowMeter || features.reservoirLevel || features.cavityPressure;
    if (life === null || life.lane.isHeld || run === null || run.state.phase === 'complete' || !measured) {
      this.#wrong.ms(false, nowMs);
      return;
    }
    const { preset, volumes } = run.state;
    // Where nobody knows what is in, that is what is stated.
    if (volumes.uncertaintyMl === null) return;
    const overPlan = life.last?.run?.alarmSystem().limits.find(({ name }) => name === 'volume-over-plan');
    const over = overPlanMl(overPlan?.value ?? 0, preset.fillVolumeMl);
    const mostMl = preset.fillVolumeMl + over + volumes.uncertaintyMl + meterMl;
    const { cavityMl } = world.rig.rig.plant.volumes;
    const told = run.alarms.some(({ priority, clearedMs }) => priority !== 'low' && clearedMs === null);
    const wrongMs = this.#wrong.ms(cavityMl > mostMl && !told, nowMs);
    ledger.check(
      'fluid',
      wrongMs <= alarmWithinMs,
      nowMs,
      () =>
        `${Math.round(cavityMl)} mL in the cavity, at most ${Math.round(mostMl)} mL by plan, and no alarm`,
    );
  }
}
