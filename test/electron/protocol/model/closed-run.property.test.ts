import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { scenarioSchema } from '../../../../native-bridge/simulator/scenario.ts';
import { benchPreset } from '../bench.ts';
import { carefulAction, hastyAction } from './careful.ts';
import { ClosedRun } from './closed-run.ts';
import { holdingAll } from './held.ts';
import { anyIncident, type Incident } from './incidents.ts';
import { Tally } from './tally.ts';

const stepsPromised = 50_000;
const tally = new Tally();
/** Ticks between two looks of the operator. */
const looksEvery = 20;
const mostTicks = 12_000;

const machine = fc.record({
  seed: fc.integer({ min: 0, max: 0xffff }),
  bodyCelsius: fc.constantFrom(35.5, 36.8, 37.5),
  roomCelsius: fc.constantFrom(18, 21, 24),
  heaterRatingW: fc.constantFrom(800, 1500, 2500),
  outflowMeter: fc.boolean(),
  flowMlPerMin: fc.constantFrom(600, 1500, 2500),
  targetCelsius: fc.constantFrom(40, 42.5, 43.5),
});

interface Machine {
  readonly seed: number;
  readonly bodyCelsius: number;
  readonly roomCelsius: number;
  readonly heaterRatingW: number;
  readonly outflowMeter: boolean;
  readonly flowMlPerMin: number;
  readonly targetCelsius: number;
}

function runOn({ seed, bodyCelsius, roomCelsius, heaterRatingW, outflowMeter, ...plan }: Machine): ClosedRun {
  const scenario = scenarioSchema.parse({
    initial: { bodyCelsius, reservoirCelsius: 41.5, primed: true },
    plant: { roomCelsius },
    rig: { heaterRatingW, features: { outflowMeter } },
  });
  const preset = { ...benchPreset, ...plan, fillVolumeMl: 1500, largestCavityVolumeMl: 2500 };
  return new ClosedRun(preset, scenario, seed, holdingAll(tally));
}

/** Lives through the incidents, and on until the run is complete or enough has been seen. */
function live(run: ClosedRun, incidents: readonly Incident[], hasty: boolean): void {
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

describe('a whole run on the simulated rig', () => {
  it('keeps every promise, and those of machine and patient, whatever is pressed and whatever fails', () => {
    const incidents = fc.array(anyIncident, { minLength: 3, maxLength: 20, size: 'max' });
    fc.assert(
      fc.property(machine, incidents, fc.boolean(), (on, happens, hasty) => live(runOn(on), happens, hasty)),
      { numRuns: 60 },
    );
  }, 240_000);

  it('is completed by a careful operator when nothing fails', () => {
    const nothing: Machine = {
      seed: 1,
      bodyCelsius: 36.8,
      roomCelsius: 21,
      heaterRatingW: 1500,
      outflowMeter: true,
      flowMlPerMin: 1500,
      targetCelsius: 42.5,
    };
    const run = runOn(nothing);
    for (let tick = 0; tick < 60_000 && run.state.phase !== 'complete'; tick += 1) {
      run.tick();
      const action = tick % looksEvery === 0 ? carefulAction(run.state) : null;
      if (action !== null) run.press(action);
    }
    expect(run.state).toMatchObject({ phase: 'complete', endingAs: 'completed' });
  });
});

describe('what those runs came through', () => {
  afterAll(() => console.log(tally.statement()));

  it(`is more than ${stepsPromised} steps`, () => {
    expect(tally.steps).toBeGreaterThan(stepsPromised);
  });

  it('is every phase of a circulation', () => {
    const phases = [
      'self-test',
      'prime',
      'preheat',
      'fill',
      'heat-up',
      'treatment',
      'drain',
      'rinse',
      'complete',
    ];
    expect(phases.filter((phase) => tally.times(`phase ${phase}`) === 0)).toEqual([]);
  });
});
