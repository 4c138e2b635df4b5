import { defaultPlantParameters as usual } from '../physics/parameters.ts';
import { type Scenario, scenarioSchema } from '../scenario.ts';
import { type Disturbance, drawDisturbances } from './disturbances.ts';
import { Draw } from './draw.ts';
import { drawTraits, type Traits } from './traits.ts';

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

/** Carrier beyond fill and circuit that stays in the reservoir, mL. */
const spareMl = 1700;

/** Patient `index` of the population of `seed`: the same person disturbed or not. */
export function virtualPatient(seed: number, index: number, disturbed: boolean): VirtualPatient {
  const traits = drawTraits(new Draw(seed, index, 'traits'));
  const { fillVolumeMl, flowMlPerMin } = traits;
  const disturbances = disturbed ? drawDisturbances(new Draw(seed, index, 'disturbances'), flowMlPerMin) : [];
  const scenario = scenarioSchema.parse({
    description: `Patient ${seed}:${index}`,
    seed: new Draw(seed, index, 'noise').whole(0x1_0000_0000),
    initial: {
      bodyCelsius: traits.coreCelsius,
      reservoirMl: fillVolumeMl + usual.circuitMl + spareMl,
    },
    plant: plantOf(traits),
    rig: { heaterRatingW: traits.heaterRatingW, highestFlowMlPerMin: 4000 },
    probes: probesOf(new Draw(seed, index, 'probes')),
    events: disturbances.flatMap((one) => (one.kind === 'fault' ? [one.event] : [])),
  });
  return { seed, index, scenario, flowMlPerMin, fillVolumeMl, traits, disturbances };
}

function plantOf(traits: Traits): Partial<typeof usual> {
  const size = traits.massKg / 75;
  return {
    roomCelsius: traits.roomCelsius,
    exchangerLossWPerK: usual.exchangerLossWPerK * traits.lossFactor,
    inflowTubeLossWPerK: usual.inflowTubeLossWPerK * traits.lossFactor,
    outflowTubeLossWPerK: usual.outflowTubeLossWPerK * traits.lossFactor,
    reservoirLossWPerK: usual.reservoirLossWPerK * traits.lossFactor,
    cavityLossWPerK: usual.cavityLossWPerK * traits.lossFactor,
    liningWPerK: usual.liningWPerK * traits.wallFactor,
    bloodWPerK: usual.bloodWPerK * traits.perfusionFactor,
    tissueJPerK: usual.tissueJPerK * size,
    coreJPerK: usual.coreJPerK * size,
    bodyWPerK: usual.bodyWPerK * size,
    // A team uses catheters that carry its flow, and fills no further than the cavity gives.
    lineMmHgPerMlPerMin: Math.min(usual.lineMmHgPerMlPerMin, 80 / traits.flowMlPerMin),
    filledCavityMmHg: usual.filledCavityMmHg * (3000 / traits.fillVolumeMl) ** 2,
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
  };
}
