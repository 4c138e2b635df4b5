import { defaultPlantParameters as parameters } from '../../../../native-bridge/simulator/physics/parameters.ts';
import { cavityMeanCelsius } from '../../../../native-bridge/simulator/physics/truth.ts';
import { circulating, Driver } from '../driver.ts';

/** What the literature reports, what the plant of the simulated rig does, and how far apart they may be. */
export interface PublishedPoint {
  readonly what: string;
  readonly source: string;
  readonly unit: '°C' | 'min' | 'L/min';
  readonly published: number;
  readonly modelled: number;
  readonly tolerance: number;
}

/** Of the pig of NESS 2011 P15: neither is printed; 800 W is the weakest heater in the field. */
const pig = { inflowCelsius: 44, rig: { heaterRatingW: 800, highestFlowMlPerMin: 4000 } };

/** From a cold start: prime, preheat, fill with 3 000 mL, then circulate with a fixed inflow set-point. */
export function filledBy(inflowSetpointCelsius: number, flowSetpointMlPerMin: number, rig = {}): Driver {
  const driver = new Driver({ rig });
  driver.send({ mode: 'prime', heaterEnable: false, pumpEnable: false });
  driver.run(60, { mode: 'prime', pumpEnable: true, flowSetpointMlPerMin: 1500 });
  driver.send({ mode: 'bypass', heaterEnable: true, inflowSetpointCelsius: 42.5 });
  driver.runUntil(() => (driver.probe(0) ?? 0) > 42.3, 900);
  driver.run(30);
  driver.send({ mode: 'fill', flowSetpointMlPerMin: 1000 });
  driver.runUntil(() => driver.rig.plant.volumes.cavityMl >= 3000, 300);
  driver.send({ ...circulating, inflowSetpointCelsius, flowSetpointMlPerMin });
  return driver;
}

export const cavityMean = (driver: Driver): number => cavityMeanCelsius(driver.rig.plant, parameters);

const settleSeconds = 45 * 60;
function after45Min(inflowCelsius: number, flowMlPerMin: number, rig = {}): Driver {
  const driver = filledBy(inflowCelsius, flowMlPerMin, rig);
  driver.run(settleSeconds);
  return driver;
}
const outflow = (driver: Driver): number => driver.rig.plant.circuit.outflowCelsius;

/** Lowest flow at which the outflow comes to 43 °C within 45 min, L/min to 0.1. */
function lowestFlowFor43(): number {
  let [tooLow, enough] = [10, 40];
  while (enough - tooLow > 1) {
    const tried = Math.round((tooLow + enough) / 2);
    if (outflow(after45Min(pig.inflowCelsius, tried * 100, pig.rig)) >= 43) enough = tried;
    else tooLow = tried;
  }
  return enough / 10;
}

/** Runs the plant for each point; a few seconds in all. */
export function publishedPoints(): PublishedPoint[] {
  const heatingUp = filledBy(45, 1500);
  const seconds = heatingUp.runUntil(() => cavityMean(heatingUp) >= 42, 1800);
  const pigHeatingUp = filledBy(pig.inflowCelsius, 4000, pig.rig);
  const pigSeconds = pigHeatingUp.runUntil(() => outflow(pigHeatingUp) >= 43, 3600);
  const pigSource = 'NESS 2011 P15 (pig)';
  return [
    {
      what: 'outflow, 42 °C in at 1.0 L/min',
      source: 'PubMed 10338326',
      unit: '°C',
      published: 40,
      modelled: outflow(after45Min(42, 1000)),
      tolerance: 0.4,
    },
    {
      what: 'mean of the cavity, closed, 44 °C in at 1.5 L/min',
      source: '10.1245/s10434-017-6279-3',
      unit: '°C',
      published: 42,
      modelled: cavityMean(after45Min(44, 1500)),
      tolerance: 0.4,
    },
    {
      what: 'outflow, 45 °C in at 1.5 L/min',
      source: 's12894-019-0543-8',
      unit: '°C',
      published: 43,
      modelled: outflow(after45Min(45, 1500)),
      tolerance: 0.4,
    },
    {
      what: 'outflow, 44 °C in at 0.5 L/min',
      source: pigSource,
      unit: '°C',
      published: 40.4,
      modelled: outflow(after45Min(pig.inflowCelsius, 500, pig.rig)),
      tolerance: 0.4,
    },
    {
      what: 'lowest flow that brings 43 °C out, 44 °C in',
      source: pigSource,
      unit: 'L/min',
      published: 3,
      modelled: lowestFlowFor43(),
      tolerance: 0.3,
    },
    {
      what: 'cavity from full to 42 °C, 45 °C in at 1.5 L/min',
      source: 'PubMed 31667330 (median to 42–43 °C, heating wire)',
      unit: 'min',
      published: 14,
      modelled: seconds / 60,
      tolerance: 4,
    },
    {
      what: 'outflow from full to 43 °C, 44 °C in at 4.0 L/min',
      source: pigSource,
      unit: 'min',
      published: 18,
      modelled: pigSeconds / 60,
      tolerance: 4,
    },
  ];
}

/** Minutes from the full cavity to 42, 42.5 and 43 °C, 45 °C in, as a row of docs/plant.md. */
export function heatUpRow(flowMlPerMin: number): string {
  const driver = filledBy(45, flowMlPerMin, { highestFlowMlPerMin: 4000 });
  const reached = new Map<number, number>();
  for (let seconds = 1; seconds <= 3600; seconds += 1) {
    driver.run(1);
    for (const celsius of [42, 42.5, 43]) {
      if (!reached.has(celsius) && cavityMean(driver) >= celsius) reached.set(celsius, seconds / 60);
    }
  }
  const cells = [42, 42.5, 43].map((celsius) => reached.get(celsius)?.toFixed(0) ?? 'not within 60');
  return `| ${(flowMlPerMin / 1000).toFixed(1)} L/min | ${cells.join(' | ')} | ${cavityMean(driver).toFixed(1)} °C |`;
}

/** As docs/plant.md prints them. */
export const publishedRow = (point: PublishedPoint): string => {
  const difference = Number((point.modelled - point.published).toFixed(1));
  const sign = difference < 0 ? '−' : '+';
  return `| ${point.what} | ${point.published.toFixed(1)} ${point.unit} | ${point.modelled.toFixed(1)} ${point.unit} | ${sign}${Math.abs(difference).toFixed(1)} | ${point.source} |`;
};
