import type { PlantParameters } from './parameters.ts';

/** Power for each kelvin of error, W/K (chosen: exchanger heat capacity ÷ about 17 s). */
const gainWPerK = 120;
/** Time in which a standing error of 1 K moves the trim by 1 K, s (chosen: overshoot below 0.3 K at any flow). */
const resetSeconds = 20;
/** What losses and sensor errors can amount to, K. */
const mostTrimKelvin = 3;
/** Further away from the set-point the feed-forward is on its way there, and the trim waits, K. */
const trimWithinKelvin = 0.5;

/** What the loop measures. */
export interface HeaterLoopInputs {
  readonly setpointCelsius: number;
  readonly inflowCelsius: number;
  /** In front of the exchanger; a sensor of the rig's own that is not on the wire. */
  readonly inletCelsius: number;
  readonly flowMlPerMin: number;
}

/**
 * The rig's own loop: heater power that holds the inflow set-point. Feed-forward of what the measured stream
 * needs from inlet to set-point, so that a change of flow or reservoir changes the power at once, and PI on the
 * error. The integral (trim, in kelvin) stands still far from the set-point and while the power saturates in the
 * direction of the error.
 */
export class HeaterLoop {
  #trimKelvin = 0;

  /** Power to draw, 0 to `ratingW`, W. */
  step(inputs: HeaterLoopInputs, ratingW: number, p: PlantParameters, seconds: number): number {
    const errorKelvin = inputs.setpointCelsius - inputs.inflowCelsius;
    const streamW = (inputs.flowMlPerMin * p.perfusateJPerMlK) / 60;
    const riseKelvin = inputs.setpointCelsius - inputs.inletCelsius + this.#trimKelvin;
    const wantedW = streamW * riseKelvin + gainWPerK * errorKelvin;
    const saturated = errorKelvin > 0 ? wantedW > ratingW : wantedW < 0;
    if (!saturated && Math.abs(errorKelvin) < trimWithinKelvin) {
      const trim = this.#trimKelvin + (errorKelvin * seconds) / resetSeconds;
      this.#trimKelvin = Math.min(mostTrimKelvin, Math.max(-mostTrimKelvin, trim));
    }
    return Math.min(ratingW, Math.max(0, wantedW));
  }

  /** The heater was off: the trim belongs to a circuit that has changed since. */
  reset(): void {
    this.#trimKelvin = 0;
  }
}
