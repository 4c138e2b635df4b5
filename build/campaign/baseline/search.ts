import { writeFileSync } from 'node:fs';
import { Noise } from '../../../native-bridge/simulator/physics/noise.ts';
import { say } from '../../plain/step.mjs';
import type { SearchOptions } from '../arguments.ts';
import { interruptedCode, interruptible, progressLine } from '../interruptible.ts';
import { controlFigures } from '../judge/figures.ts';
import { runPool } from '../pool.ts';
import { anywhere, nearby } from './candidates.ts';
import { costOf } from './cost.ts';
import { type Baseline, baselinePath, readBaseline } from './gains.ts';
import type { PidGains } from './pid.ts';
import type { TuningResult, TuningTask } from './tune.ts';

const worker = new URL('./worker.ts', import.meta.url);
/** Drawn anywhere, tried on the first few patients; the best of them on all. */
const drawnAnywhere = 64;
const triedOn = 3;
const keptOfThem = 10;
/** Then each round draws about the best so far, within a factor that shrinks from the first to the last. */
const rounds = 3;
const drawnNearby = 12;
const firstFactor = 4;
/** Reachable ones are about 3 in 4; so many are looked at for each that is wanted. */
const drawnForEach = 3;

const byCost = (a: Tried, b: Tried): number => a.cost - b.cost;

interface Tried {
  readonly gains: PidGains;
  readonly cost: number;
}
type Tune = (tasks: readonly TuningTask[]) => Promise<TuningResult[]>;

/** Finds the fixed gains whose figures on the tuning patients are best, and keeps them in baseline.json. */
export async function searchBaseline({ patients, seed, threads }: SearchOptions): Promise<number> {
  const found: Tried[] = [];
  const treatments = drawnAnywhere * triedOn + (keptOfThem + rounds * drawnNearby) * patients;
  const { interrupted } = await interruptible(async (stop, progress) => {
    // Who is reachable is found out first, and is no part of the count.
    let indices: readonly number[] = [];
    let done = 0;
    const tune: Tune = async (tasks) => {
      const results: TuningResult[] = [];
      const left = [...tasks];
      const take = (result: TuningResult) => {
        results.push(result);
        if (indices.length > 0) done += 1;
        progress((elapsedMs) => progressLine('treatments', done, treatments, elapsedMs));
      };
      await runPool({ worker, threads, next: () => left.shift() ?? null, take, stop });
      return results;
    };
    indices = await reachableIndices(tune, patients, seed);
    const noise = new Noise(seed, 'baseline search');
    const tryOn = async (candidates: readonly PidGains[], patientsTried: readonly number[]) =>
      stop.aborted ? [] : (await costs(tune, candidates, patientsTried, seed)).sort(byCost);
    const first = await tryOn(
      Array.from({ length: drawnAnywhere }, () => anywhere(noise)),
      indices.slice(0, triedOn),
    );
    const tryAll = async (candidates: readonly PidGains[]) => {
      found.push(...(await tryOn(candidates, indices)));
      found.sort(byCost);
    };
    await tryAll(first.slice(0, keptOfThem).map(({ gains }) => gains));
    for (let round = 0; round < rounds && found[0] !== undefined; round += 1) {
      const best = found[0].gains;
      const factor = firstFactor ** (1 / (round + 1));
      await tryAll(Array.from({ length: drawnNearby }, () => nearby(best, factor, noise)));
    }
  });
  if (interrupted || found[0] === undefined) {
    say('interrupted: baseline.json is as it was');
    return interruptedCode;
  }
  keep(found[0], patients, seed);
  return 0;
}

function keep({ gains, cost }: Tried, tuningPatients: number, tuningSeed: number): void {
  const baseline: Baseline = {
    description: `Best of ${drawnAnywhere} gains drawn anywhere (tried on ${triedOn} patients, the best ${keptOfThem} on all) and ${rounds} rounds of ${drawnNearby} about the best so far: npm run campaign -- --search-baseline`,
    gains,
    tuningSeed,
    tuningPatients,
    tried: drawnAnywhere + rounds * drawnNearby,
    cost: Number(cost.toFixed(3)),
  };
  writeFileSync(baselinePath, `${JSON.stringify(baseline, null, 2)}\n`);
  console.log(JSON.stringify(baseline, null, 2));
}

/** The first patients of the seed whose target is reachable. */
async function reachableIndices(tune: Tune, patients: number, seed: number): Promise<number[]> {
  const { gains } = readBaseline();
  const tasks = Array.from({ length: drawnForEach * patients }, (_, index) => ({
    seed,
    index,
    gains,
    candidate: 0,
  }));
  const results = await tune(tasks);
  return results
    .filter(({ figures }) => figures !== null)
    .map(({ index }) => index)
    .sort((a, b) => a - b)
    .slice(0, patients);
}

async function costs(
  tune: Tune,
  candidates: readonly PidGains[],
  indices: readonly number[],
  seed: number,
): Promise<Tried[]> {
  const tasks = candidates.flatMap((gains, candidate) =>
    indices.map((index) => ({ seed, index, gains, candidate })),
  );
  const results = await tune(tasks);
  return candidates.map((gains, candidate) => {
    const own = results.filter((result) => result.candidate === candidate);
    return { gains, cost: costOf(controlFigures(own.flatMap(({ figures }) => figures ?? []))) };
  });
}
