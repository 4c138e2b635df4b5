import { defaultPlantParameters as parameters } from '../../../../native-bridge/simulator/physics/parameters.ts';
import { circulating, Driver } from '../driver.ts';

/** What the literature reports, what the plant of the simulated rig does, and how far apart they may be. */
export interface PublishedPoint {
  readonly what: string;
  readonly source: string;
  readonly unit: '°C' | 'min';
  readonly published: number;
  readonly modelled: number;
  readonly tolerance: number;
}

/** From a cold start: prime, preheat, fill with 3 000 mL, then circulate with a fixed inflow set-point. */
export function filledBy(inflowSetpointCelsius: number, flowSetpointMlPerMin: number): Driver {
  const driver = new Driver();
  driver.send({ mode: 'prime', heaterEnable: false, pumpEnable: false });
  driver.run(60, { mode: 'prime', pumpEnable: true, flowSetpointMlPerMin: 1500 });
  driver.send({ mode: 'bypass', heaterEnable: true, inflowSetpointCelsius: 42.5 });
  driver.runUntil(() => (driver.probe(0) ?? 0) > 42.3, 600);
  driver.run(30);
  driver.send({ mode: 'fill', flowSetpointMlPerMin: 1000 });
  driver.runUntil(() => driver.rig.plant.volumes.cavityMl >= 3000, 300);
  driver.send({ ...circulating, inflowSetpointCelsius, flowSetpointMlPerMin });
  return driver;
}

export const cavityMean = (driver: Driver): number => {
  const { upperCelsius, lowerCelsius } = driver.rig.plant.cavity;
  return parameters.upperVolumeShare * upperCelsius + (1 - parameters.upperVolumeShare) * lowerCelsius;
};

const settleSeconds = 45 * 60;
function after45Min(inflowCelsius: number, flowMlPerMin: number): Driver {
  const driver = filledBy(inflowCelsius, flowMlPerMin);
  driver.run(settleSeconds);
  return driver;
}
const outflow = (driver: Driver): number => driver.rig.plant.circuit.outflowCelsius;

/** Runs the plant for each point; about a second in all. */
export function publishedPoints(): PublishedPoint[] {
  const heatingUp = filledBy(45, 1500);
  const seconds = heatingUp.runUntil(() => cavityMean(heatingUp) >= 42, 1800);
  return [
    {
      what: 'outflow, 42 °C in at 1.0 L/min',
      source: 'PubMed 10338326',
      unit: '°C',
      published: 40,
      modelled: outflow(after45Min(42, 1000)),
      tolerance: 0.5,
    },
    {
      what: 'mean of the cavity, closed, 44 °C in at 1.5 L/min',
      source: '10.1245/s10434-017-6279-3',
      unit: '°C',
      published: 42,
      modelled: cavityMean(after45Min(44, 1500)),
      tolerance: 0.5,
    },
    {
      what: 'outflow, 45 °C in at 1.5 L/min',
      source: 's12894-019-0543-8',
      unit: '°C',
      published: 43,
      modelled: outflow(after45Min(45, 1500)),
      tolerance: 0.5,
    },
    {
      what: 'outflow, 45 °C in at 0.5 L/min',
      source: 'NESS 2011 P15 (pig)',
      unit: '°C',
      published: 40.4,
      modelled: outflow(after45Min(45, 500)),
      tolerance: 0.5,
    },
    {
      what: 'cavity from full to 42 °C, 45 °C in at 1.5 L/min',
      source: 'PubMed 31667330 (median, heating wire)',
      unit: 'min',
      published: 14,
      modelled: seconds / 60,
      tolerance: 4,
    },
  ];
}

/** As docs/simulator.md prints them. */
export const publishedRow = (point: PublishedPoint): string => {
  const difference = point.modelled - point.published;
  const sign = difference < 0 ? '−' : '+';
  return `| ${point.what} | ${point.published.toFixed(1)} ${point.unit} | ${point.modelled.toFixed(1)} ${point.unit} | ${sign}${Math.abs(difference).toFixed(1)} | ${point.source} |`;
};
