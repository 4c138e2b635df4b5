import type { Circuit } from './circuit.ts';
import type { Ensemble } from './ensemble.ts';
import { forecast, type Outlook } from './forecast.ts';
import { mapColumns, meanOf } from './measurement.ts';

/** Flows are proposed in steps of, mL/min. */
const stepMlPerMin = 50;

/** The lowest flow above the present one with which the middle candidate reaches the target; `null`: none the rig can do. */
export function helpfulFlowMlPerMin(
  ensemble: Ensemble,
  circuit: Circuit,
  outlook: Outlook,
  targetCelsius: number,
  highestMlPerMin: number,
): number | null {
  const middle = middleOf(ensemble);
  const reaches = (flowMlPerMin: number): boolean => {
    const { reachCelsius } = forecast(middle, circuit, { ...outlook, flowMlPerMin });
    return (reachCelsius[0] as number) >= targetCelsius;
  };
  let enough = Math.floor(highestMlPerMin / stepMlPerMin);
  let tooLittle = Math.floor(outlook.flowMlPerMin / stepMlPerMin);
  if (enough <= tooLittle || !reaches(enough * stepMlPerMin)) return null;
  while (enough - tooLittle > 1) {
    const between = Math.floor((enough + tooLittle) / 2);
    if (reaches(between * stepMlPerMin)) enough = between;
    else tooLittle = between;
  }
  return enough * stepMlPerMin;
}

const middleOf = (ensemble: Ensemble): Ensemble => mapColumns((name) => [meanOf(ensemble[name])]);
