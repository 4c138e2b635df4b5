import fc from 'fast-check';
import type { ProbeSites } from '../../../../electron/domain/case.ts';
import { clockStarts, controlSites, type Preset, rulingClocks } from '../../../../electron/domain/preset.ts';
import { benchPreset, benchRig } from '../bench.ts';

const { constantFrom, double, integer, record } = fc;
const between = (min: number, max: number) =>
  fc.oneof(
    constantFrom(min, max),
    integer({ min: Math.ceil(min), max: Math.floor(max) }),
    double({ min, max, noNaN: true }),
  );
const flow = between(benchRig.lowestFlowMlPerMin, benchRig.highestFlowMlPerMin);
const volume = between(100, 8000);

/** Any preset the rules let pass on the rig of the bench, odd as it may be. */
export const anyPreset: fc.Arbitrary<Preset> = record({
  mode: constantFrom('circulation' as const, 'circulation' as const, 'single-instillation' as const),
  targetCelsius: between(40, 43.5),
  minutes: between(15, 120),
  flowMlPerMin: flow,
  fillFlowMlPerMin: flow,
  drainFlowMlPerMin: flow,
  fillVolumeMl: volume,
  spareMl: between(0, 2000),
  controlSite: constantFrom(...controlSites),
  rulingClock: constantFrom(...rulingClocks),
  clockStartsOn: constantFrom(...clockStarts),
  rinseCount: integer({ min: 0, max: 10 }),
  rinseMl: volume,
  additionsAt: fc.uniqueArray(integer({ min: 0, max: 15 }), { maxLength: 3 }),
}).map(({ spareMl, rinseCount, rinseMl, additionsAt, ...plan }) => ({
  ...benchPreset,
  ...plan,
  largestCavityVolumeMl: Math.min(8000, plan.fillVolumeMl + spareMl),
  rinses: { count: rinseCount, volumeMl: Math.min(rinseMl, plan.fillVolumeMl) },
  additions: [...additionsAt]
    .sort((one, other) => one - other)
    .map((atMinutes) => ({ atMinutes, label: 'as typed' })),
}));

/** Any placing of the probes that the case lets pass. */
export const anySites: fc.Arbitrary<ProbeSites> = constantFrom<ProbeSites>(
  ['inflow', 'outflow', 'cavity-upper', 'cavity-lower'],
  ['inflow', 'cavity-lower', 'outflow', 'cavity-upper'],
  ['inflow', 'outflow', 'cavity-lower', 'not-used'],
  ['inflow', 'not-used', 'cavity-upper', 'cavity-lower'],
  ['inflow', 'not-used', 'not-used', 'cavity-lower'],
);
