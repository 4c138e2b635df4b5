import { inflowCeilingCelsius } from '../../domain/command.ts';
import type { Circuit } from './circuit.ts';
import { type Ensemble, pathErrorKelvin } from './ensemble.ts';
import { advance, copyOf, outflowOf, perfusateJPerMlK, streamWPerK } from './heat-model.ts';

/** What each candidate comes to with the inflow at its ceiling, or as near as the heater gets it. */
export interface Forecast {
  /** Mean of the cavity at the end, °C. */
  readonly reachCelsius: readonly number[];
  /** From now until the probes show the band, s; infinite where they never do. */
  readonly secondsToBand: readonly number[];
  /** Inflow at the end, mean of the candidates, °C. */
  readonly inflowCelsius: number;
}

export interface Outlook {
  readonly flowMlPerMin: number;
  readonly cavityMl: number;
  readonly reservoirMl: number | null;
  readonly restingCelsius: number;
  /** Lower edge of the band, °C. */
  readonly bandFromCelsius: number;
  readonly seconds: number;
}

/** Steps begin at this length and grow with the distance, s: the near future is asked for the time, the far for the reach. */
const firstStepSeconds = 15;
const stepGrowth = 0.25;
const assumedReservoirMl = 1500;
/** What lines and reservoir lose between outflow and heater, W (assumed). */
const circuitLossW = 30;

export function forecast(ensemble: Ensemble, circuit: Circuit, outlook: Outlook): Forecast {
  const { flowMlPerMin, cavityMl, restingCelsius, bandFromCelsius } = outlook;
  const now = copyOf(ensemble);
  const { cavityCelsius, shownCelsius } = now;
  const count = cavityCelsius.length;
  const drive = { intoCavityMlPerMin: flowMlPerMin, circulates: true, cavityMl, restingCelsius };
  const stream = streamWPerK(flowMlPerMin);
  const riseKelvin = circuit.heaterW / stream;
  const lostKelvin = circuitLossW / stream;
  const inletCelsius = new Array<number>(count).fill(circuit.inletCelsius);
  const inflowCelsius = new Array<number>(count).fill(circuit.inletCelsius);
  const secondsToBand = new Array<number>(count).fill(Number.POSITIVE_INFINITY);
  const reservoirSeconds = ((outlook.reservoirMl ?? assumedReservoirMl) * perfusateJPerMlK) / stream;

  for (let i = 0; i < count; i += 1)
    if (shows(ensemble, i, shownCelsius) >= bandFromCelsius) secondsToBand[i] = 0;
  let seconds = 0;
  while (seconds < outlook.seconds) {
    const step = Math.min(Math.max(firstStepSeconds, stepGrowth * seconds), outlook.seconds - seconds);
    const mixes = 1 - Math.exp(-step / reservoirSeconds);
    for (let i = 0; i < count; i += 1) {
      const inlet = inletCelsius[i] as number;
      const inflow = Math.min(inflowCeilingCelsius, inlet + riseKelvin);
      const cavity = cavityCelsius[i] as number;
      inflowCelsius[i] = inflow;
      const outflow = outflowOf(cavity, inflow, ensemble.streamShare[i] as number);
      inletCelsius[i] = inlet + (outflow - lostKelvin - inlet) * mixes;
    }
    const before = shownCelsius.slice();
    advance(now, ensemble, inflowCelsius, drive, step);
    for (let i = 0; i < count; i += 1) {
      if ((secondsToBand[i] as number) !== Number.POSITIVE_INFINITY) continue;
      const after = shows(ensemble, i, shownCelsius);
      if (after < bandFromCelsius) continue;
      const from = shows(ensemble, i, before);
      secondsToBand[i] = seconds + (step * (bandFromCelsius - from)) / Math.max(after - from, 1e-9);
    }
    seconds += step;
  }
  return { reachCelsius: cavityCelsius, secondsToBand, inflowCelsius: mean(inflowCelsius) };
}

/** What the control probes will read in candidate `i`, as far as it can be said. */
const shows = (ensemble: Ensemble, i: number, shown: readonly number[]): number =>
  (shown[i] as number) + (ensemble.probeErrorKelvin[i] as number) + (pathErrorKelvin[i] ?? 0);

const mean = (column: readonly number[]): number => column.reduce((sum, x) => sum + x, 0) / column.length;
