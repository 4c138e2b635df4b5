import fc from 'fast-check';
import { scenarioSchema } from '../../../../native-bridge/simulator/scenario.ts';
import { benchPreset } from '../bench.ts';
import { carefulAction, hastyAction } from './careful.ts';
import { ClosedRun } from './closed-run.ts';
import type { Holding } from './held.ts';
import type { Incident } from './incidents.ts';

/** Ticks between two looks of the operator. */
export const looksEvery = 20;
const mostTicks = 12_000;

/** Patient, rig and plan, over their plausible ranges. */
export const anyMachine: fc.Arbitrary<Machine> = fc.record({
  seed: fc.integer({ min: 0, max: 0xffff }),
  bodyCelsius: fc.constantFrom(35.5, 36.8, 37.5),
  roomCelsius: fc.constantFrom(18, 21, 24),
  heaterRatingW: fc.constantFrom(800, 1500, 2500),
  outflowMeter: fc.boolean(),
  flowMlPerMin: fc.constantFrom(600, 1500, 2500),
  targetCelsius: fc.constantFrom(40, 42.5, 43.5),
});

export interface Machine {
  readonly seed: number;
  readonly bodyCelsius: number;
  readonly roomCelsius: number;
  readonly heaterRatingW: number;
  readonly outflowMeter: boolean;
  readonly flowMlPerMin: number;
  readonly targetCelsius: number;
}

export function runOn(machine: Machine, holding: Holding): ClosedRun {
  const { seed, bodyCelsius, roomCelsius, heaterRatingW, outflowMeter, ...plan } = machine;
  const scenario = scenarioSchema.parse({
    initial: { bodyCelsius, reservoirCelsius: 41.5, primed: true },
    plant: { roomCelsius },
    rig: { heaterRatingW, features: { outflowMeter } },
  });
  const preset = { ...benchPreset, ...plan, fillVolumeMl: 1500, largestCavityVolumeMl: 2500 };
  return new ClosedRun(preset, scenario, seed, holding);
}

/** Lives through the incidents, and on until the run is complete or enough has been seen. */
export function live(run: ClosedRun, incidents: readonly Incident[], hasty: boolean): void {
  const next = hasty ? hastyAction : carefulAction;
  const waiting = [...incidents];
  let dueTick = (waiting[0]?.afterSeconds ?? 0) * 10;
  for (let tick = 0; tick < mostTicks && run.state.phase !== 'complete'; tick += 1) {
    run.tick();
    const incident = waiting[0];
    if (incident !== undefined && tick >= dueTick) {
      if ('press' in incident) run.press(incident.press);
      else run.inject(incident.fault, incident.forSeconds);
      waiting.shift();
      dueTick = tick + (waiting[0]?.afterSeconds ?? 0) * 10;
    }
    const action = tick % looksEvery === 0 ? next(run.state) : null;
    if (action !== null) run.press(action);
    if (waiting.length === 0 && tick > dueTick + 600) return;
  }
}

/** An ordinary patient on a healthy rig. */
export const ordinary: Machine = {
  seed: 1,
  bodyCelsius: 36.8,
  roomCelsius: 21,
  heaterRatingW: 1500,
  outflowMeter: true,
  flowMlPerMin: 1500,
  targetCelsius: 42.5,
};

/** A careful operator leads the run on until something is so, or too long has passed. */
export function leadOn(run: ClosedRun, until: (run: ClosedRun) => boolean, mostTicksLong = 60_000): void {
  for (let tick = 0; tick < mostTicksLong && !until(run); tick += 1) {
    run.tick();
    const action = tick % looksEvery === 0 ? carefulAction(run.state) : null;
    if (action !== null) run.press(action);
  }
}
