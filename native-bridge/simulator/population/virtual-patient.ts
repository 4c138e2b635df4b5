import { defaultPlantParameters as usual } from '../physics/parameters.ts';
import { type Scenario, scenarioSchema } from '../scenario.ts';
import { type CohortName, type CohortTraits, cohorts } from './cohorts.ts';
import { type Disturbance, drawDisturbances } from './disturbances.ts';
import { Draw } from './draw.ts';
import { filledWith, stiffnessFor, usualFillMl } from './smaller-cavity.ts';
import { bodySurfaceM2, drawTraits, type Traits } from './traits.ts';

export interface VirtualPatient {
  readonly seed: number;
  readonly index: number;
  /** The rig with this patient: power-up state, plant, probes, and the faults among the disturbances. */
  readonly scenario: Scenario;
  /** What the team sets. */
  readonly flowMlPerMin: number;
  readonly fillVolumeMl: number;
  readonly traits: Traits;
  /** In order of time; empty unless disturbed. */
  readonly disturbances: readonly Disturbance[];
}

export interface CohortPatient extends VirtualPatient {
  readonly traits: CohortTraits;
}

/** What a line may need at the flow it was chosen for, mmHg: a third more flow stays below the 150 of its alarm. */
const mostLineMmHg = 80;
/** Carrier beyond fill and circuit that stays in the reservoir, mL. */
const spareMl = 1700;

/** What the team sets, and on which rig. */
interface Planned {
  readonly flowMlPerMin: number;
  readonly fillVolumeMl: number;
  readonly rig: Partial<Scenario['rig']>;
}

/** Patient `index` of the population of `seed`: the same person disturbed or not. */
export function virtualPatient(seed: number, index: number, disturbed: boolean): VirtualPatient {
  const traits = drawTraits(new Draw(seed, index, 'traits'));
  const { fillVolumeMl, flowMlPerMin } = traits;
  const disturbances = disturbed ? drawDisturbances(new Draw(seed, index, 'disturbances'), traits) : [];
  const scenario = scenarioOf(
    { seed, index, name: `Patient ${seed}:${index}` },
    traits,
    { fillVolumeMl, flowMlPerMin, rig: { highestFlowMlPerMin: 4000 } },
    plantOf(traits, fillVolumeMl, flowMlPerMin),
    disturbances.flatMap((one) => (one.kind === 'fault' ? [one.event] : [])),
  );
  return { seed, index, scenario, flowMlPerMin, fillVolumeMl, traits, disturbances };
}

/** Patient `index` of a cohort, treated as `planFor` says of such a patient. */
export function cohortPatient(
  name: CohortName,
  seed: number,
  index: number,
  planFor: (traits: CohortTraits) => Planned,
): CohortPatient {
  const cohort = cohorts[name];
  const usualTraits = drawTraits(new Draw(seed, index, 'traits'));
  const traits = cohort.traits(usualTraits, new Draw(seed, index, name));
  const plan = planFor(traits);
  const { fillVolumeMl, flowMlPerMin } = plan;
  const whole = { ...usual, ...plantOf(traits, fillVolumeMl, flowMlPerMin) };
  const cavity = filledWith(whole, fillVolumeMl, usualFillMl * (traits.surfaceM2 / usualSurfaceM2));
  const { pocketShare } = traits;
  const scenario = scenarioOf(
    { seed, index, name: `Patient ${seed}:${index}, ${name}` },
    traits,
    plan,
    { ...whole, ...cavity, ...(pocketShare === null ? {} : { retainedMl: pocketShare * fillVolumeMl }) },
    [...cohort.belongs(new Draw(seed, index, `${name} belongs`), traits)],
  );
  return { seed, index, scenario, flowMlPerMin, fillVolumeMl, traits, disturbances: [] };
}

function scenarioOf(
  { seed, index, name }: { readonly seed: number; readonly index: number; readonly name: string },
  traits: Traits,
  { fillVolumeMl, rig }: Planned,
  plant: Partial<typeof usual>,
  events: Scenario['events'],
): Scenario {
  return scenarioSchema.parse({
    description: name,
    seed: new Draw(seed, index, 'noise').whole(0x1_0000_0000),
    initial: {
      bodyCelsius: traits.coreCelsius,
      reservoirMl: fillVolumeMl + usual.circuitMl + spareMl,
    },
    plant,
    rig: { ...rig, heaterRatingW: traits.heaterRatingW },
    probes: probesOf(new Draw(seed, index, 'probes')),
    events,
  });
}

/** The patient of the default parameters. */
const usualMassKg = 75;
const usualSurfaceM2 = bodySurfaceM2(usualMassKg);

function plantOf(traits: Traits, fillMl: number, flowMlPerMin: number): Partial<typeof usual> {
  const mass = traits.massKg / usualMassKg;
  const surface = traits.surfaceM2 / usualSurfaceM2;
  const { lossFactor, filmFactor, perfusionFactor, mixingFactor } = traits;
  return {
    roomCelsius: traits.roomCelsius,
    exchangerLossWPerK: usual.exchangerLossWPerK * lossFactor,
    inflowTubeLossWPerK: usual.inflowTubeLossWPerK * lossFactor,
    outflowTubeLossWPerK: usual.outflowTubeLossWPerK * lossFactor,
    reservoirLossWPerK: usual.reservoirLossWPerK * lossFactor,
    cavityLossWPerK: traits.cavityLossWPerK,
    upperVolumeShare: traits.upperVolumeShare,
    upperInflowShare: traits.upperInflowShare,
    upperOutflowShare: traits.upperOutflowShare,
    mixingPerFlow: usual.mixingPerFlow * mixingFactor,
    shortCircuitHalfMlPerMin: usual.shortCircuitHalfMlPerMin * mixingFactor,
    liningWPerK: usual.liningWPerK * filmFactor,
    liningJPerK: usual.liningJPerK * surface,
    liningTissueWPerK: usual.liningTissueWPerK * surface,
    tissueJPerK: usual.tissueJPerK * mass,
    bloodWPerK: usual.bloodWPerK * mass * perfusionFactor,
    coreJPerK: usual.coreJPerK * mass,
    bodyWPerK: traits.shedWPerKKg * traits.massKg,
    // A team uses catheters that carry its flow, and fills no further than the cavity gives.
    lineMmHgPerMlPerMin: Math.min(usual.lineMmHgPerMlPerMin, mostLineMmHg / flowMlPerMin),
    filledCavityMmHg: stiffnessFor(usual, fillMl),
  };
}

/** T1 and T2 are in line and quick; those in the cavity lag by 2 to 20 s, each its own. */
function probesOf(draw: Draw): Scenario['probes'] {
  const each = (value: (probe: number) => number) =>
    [0, 1, 2, 3, 4].map(value) as Scenario['probes']['lagSeconds'];
  return {
    offsetsCelsius: each(() => draw.even(-0.1, 0.1)),
    lagSeconds: each((probe) => (probe < 2 ? draw.even(1.5, 3) : draw.ratio(2, 20))),
    noiseCelsius: each(() => draw.even(0.004, 0.02)),
    stepCelsius: each(() => 0.001),
  };
}
