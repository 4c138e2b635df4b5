import type { CircuitMode } from '../../../electron/domain/circuit.ts';
import { type MissingReason, measured, missing, type Reading } from '../../../electron/domain/reading.ts';
import type { Conditions, ProbeCondition } from '../conditions.ts';
import type { Probes } from '../probes.ts';
import { deliveredCelsius } from './circuit.ts';
import { cavityPressureMmHg, inflowLinePressureMmHg } from './hydraulics.ts';
import { Noise } from './noise.ts';
import type { PlantParameters } from './parameters.ts';
import type { PlantState } from './plant.ts';

/** Index of the core probe after the four of the rig. */
export const coreProbe = 4;
const probeCount = 5;
/** Outside this the rig says "out of range", °C (chosen: a PT100 input for body and perfusate). */
const rangeCelsius = [5, 60] as const;
/** Flow meters show 0 below this, mL/min (chosen). */
const meterCutOffMlPerMin = 5;

/** What the rig's sensors tell: the plant with lag, noise and faults. Values are those of the last step. */
export class Sensors {
  flowMlPerMin = 0;
  outflowMlPerMin = 0;
  inflowLineMmHg = 0;
  cavityMmHg = 0;
  levelMl = 0;
  readonly #lagged = new Float64Array(probeCount);
  readonly #shown = new Float64Array(probeCount);
  readonly #missing: (MissingReason | null)[] = Array.from({ length: probeCount }, () => null);
  readonly #noise: Noise;
  readonly #p: PlantParameters;
  readonly #offset: Float64Array;
  readonly #lag: Float64Array;
  readonly #noiseWidth: Float64Array;
  readonly #stepsPerCelsius: Float64Array;
  #flow = 0;
  #outflow = 0;

  constructor(plant: PlantState, parameters: PlantParameters, probes: Probes, seed: number) {
    this.#noise = new Noise(seed, 'sensors');
    this.#p = parameters;
    this.#offset = Float64Array.from(probes.offsetsCelsius);
    this.#lag = Float64Array.from(probes.lagSeconds);
    this.#noiseWidth = Float64Array.from(probes.noiseCelsius);
    this.#stepsPerCelsius = Float64Array.from(probes.stepCelsius, (celsius) => 1 / celsius);
    for (let probe = 0; probe < probeCount; probe += 1) this.#lagged[probe] = truth(plant, probe);
    this.cavityMmHg = cavityPressureMmHg(plant.volumes.cavityMl, parameters);
  }

  /** Probe 0 to 3 of the rig or `coreProbe`, to 0.001 °C. */
  probeCelsius(probe: number): Reading {
    const why = this.#missing[probe];
    return why ? missing(why) : measured(this.#shown[probe] as number);
  }

  step(
    plant: PlantState,
    mode: CircuitMode,
    conditions: Conditions,
    sessionMs: number,
    seconds: number,
  ): void {
    const p = this.#p;
    for (let probe = 0; probe < probeCount; probe += 1) {
      this.#readProbe(probe, plant, conditions.probes[probe] as ProbeCondition, sessionMs, seconds);
    }
    const { flows, volumes } = plant;
    const meterShare = seconds / p.flowMeterLagSeconds;
    this.#flow += (flows.pumped - this.#flow) * meterShare;
    this.#outflow += (flows.outOfCavity - this.#outflow) * meterShare;
    this.flowMlPerMin = this.#meter(this.#flow);
    this.outflowMlPerMin = this.#meter(this.#outflow);

    const line = inflowLinePressureMmHg(mode, flows, volumes.cavityMl, conditions.obstructions, p);
    const cavity = cavityPressureMmHg(volumes.cavityMl, p);
    const pressureShare = seconds / p.pressureLagSeconds;
    this.inflowLineMmHg = this.#pressure(this.inflowLineMmHg, line, pressureShare);
    this.cavityMmHg = this.#pressure(this.cavityMmHg, cavity, pressureShare);
    const level = conditions.levelMl ?? volumes.reservoirMl;
    this.levelMl = Math.max(0, level + p.levelNoiseMl * this.#noise.around());
  }

  #readProbe(
    probe: number,
    plant: PlantState,
    condition: ProbeCondition,
    sessionMs: number,
    seconds: number,
  ): void {
    const around =
      condition.kind === 'in-jet'
        ? inJet(plant, truth(plant, probe), condition.share, this.#p)
        : truth(plant, probe);
    const before = this.#lagged[probe] as number;
    const after = before + ((around - before) * seconds) / (this.#lag[probe] as number);
    this.#lagged[probe] = after;
    const noise = (this.#noiseWidth[probe] as number) * this.#noise.around();
    if (condition.kind === 'stuck') return;
    const celsius = after + (this.#offset[probe] as number) + noise;
    const drifted =
      condition.kind === 'drifting'
        ? celsius + (condition.celsiusPerMin * (sessionMs - condition.sinceMs)) / 60_000
        : celsius;
    this.#missing[probe] = whyMissing(condition, drifted, sessionMs);
    const steps = this.#stepsPerCelsius[probe] as number;
    // The wire has three decimals whatever the converter has.
    this.#shown[probe] = Math.round((Math.round(drifted * steps) / steps) * 1000) / 1000;
  }

  #meter(mlPerMin: number): number {
    if (mlPerMin < meterCutOffMlPerMin) return 0;
    return mlPerMin * (1 + this.#p.flowNoiseShare * this.#noise.around());
  }

  #pressure(before: number, mmHg: number, share: number): number {
    return before + (mmHg + this.#p.pressureNoiseMmHg * this.#noise.around() - before) * share;
  }
}

function whyMissing(condition: ProbeCondition, celsius: number, sessionMs: number): MissingReason | null {
  if (condition.kind === 'open' || condition.kind === 'shorted' || condition.kind === 'not-fitted') {
    return condition.kind;
  }
  if (condition.kind === 'intermittent' && isBad(condition, sessionMs)) return 'open';
  return celsius < rangeCelsius[0] || celsius > rangeCelsius[1] ? 'out-of-range' : null;
}

const isBad = (
  { everyMs, badMs, sinceMs }: ProbeCondition & { readonly kind: 'intermittent' },
  sessionMs: number,
): boolean => (sessionMs - sinceMs) % everyMs < badMs;

/** A probe in the inflow jet reads a mixture, as long as there is a jet. */
function inJet(plant: PlantState, celsius: number, share: number, p: PlantParameters): number {
  const { intoCavity } = plant.flows;
  if (intoCavity === 0) return celsius;
  return celsius + share * (deliveredCelsius(plant.circuit.inflowCelsius, intoCavity, p) - celsius);
}

function truth(plant: PlantState, probe: number): number {
  switch (probe) {
    case 0:
      return plant.circuit.inflowCelsius;
    case 1:
      return plant.circuit.outflowCelsius;
    case 2:
      return plant.cavity.upperCelsius;
    case 3:
      return plant.cavity.lowerCelsius;
    default:
      return plant.body.coreCelsius;
  }
}
