import { settled } from './heat.ts';
import type { PlantParameters } from './parameters.ts';

export interface BodyTemperatures {
  /** Peritoneum and the millimetres behind it. */
  readonly liningCelsius: number;
  /** Viscera and abdominal wall, warmed through the lining and cooled by their blood. */
  readonly tissueCelsius: number;
  readonly coreCelsius: number;
  /** The core temperature the body defends: that of the start. */
  readonly restingCelsius: number;
}

/** Blood carries more as the tissue warms. */
const bloodWPerK = (tissueCelsius: number, p: PlantParameters): number =>
  p.bloodWPerK * (1 + p.vasodilationPerKelvin * Math.max(0, tissueCelsius - 37));

/** `wallW`: perfusate to lining, W/K; `cavityCelsius`: the cavity's mean. */
export function stepBody(
  body: BodyTemperatures,
  cavityCelsius: number,
  wallW: number,
  p: PlantParameters,
  seconds: number,
): BodyTemperatures {
  const { liningCelsius, tissueCelsius, coreCelsius, restingCelsius } = body;
  const bloodW = bloodWPerK(tissueCelsius, p);
  const depthW = p.liningTissueWPerK;
  return {
    liningCelsius: settled(
      liningCelsius,
      p.liningJPerK,
      wallW + depthW,
      wallW * cavityCelsius + depthW * tissueCelsius,
      seconds,
    ),
    tissueCelsius: settled(
      tissueCelsius,
      p.tissueJPerK,
      depthW + bloodW,
      depthW * liningCelsius + bloodW * coreCelsius,
      seconds,
    ),
    coreCelsius: settled(
      coreCelsius,
      p.coreJPerK,
      bloodW + p.bodyWPerK,
      bloodW * tissueCelsius + p.bodyWPerK * restingCelsius,
      seconds,
    ),
    restingCelsius,
  };
}
