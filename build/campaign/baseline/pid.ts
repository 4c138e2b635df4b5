/** Gains of the fixed PID that ours is held against. */
export interface PidGains {
  /** Inflow set-point for each kelvin of error, K/K. */
  readonly kp: number;
  /** K/(K·s). */
  readonly ki: number;
  /** K per K/s of the measured temperature. */
  readonly kd: number;
}

/** Time constant of the derivative's filter, s: as long as the slower of the probes' usual lags. */
const slopeFilterSeconds = 10;
const lowestSetpointCelsius = 30;

/**
 * A fixed PID on the same cascade: inflow set-point = target + Kp·e + Ki·∫e − Kd·dy/dt, from lowest set-point to
 * the inflow ceiling; the integral stands still while the set-point is clamped in the direction of the error.
 * The gains never change: that is what it is here for.
 */
export class Pid {
  readonly #gains: PidGains;
  readonly #ceilingCelsius: number;
  #integralKelvin = 0;
  #slopePerSecond = 0;
  #lastCelsius: number | null = null;

  constructor(gains: PidGains, ceilingCelsius: number) {
    this.#gains = gains;
    this.#ceilingCelsius = ceilingCelsius;
  }

  /** The inflow set-point in °C for this tick. */
  step(targetCelsius: number, celsius: number, seconds: number): number {
    const { kp, ki, kd } = this.#gains;
    const change = this.#lastCelsius === null ? 0 : celsius - this.#lastCelsius;
    this.#slopePerSecond =
      (this.#slopePerSecond * slopeFilterSeconds + change) / (slopeFilterSeconds + seconds);
    this.#lastCelsius = celsius;
    const error = targetCelsius - celsius;
    const asked = targetCelsius + kp * error + this.#integralKelvin - kd * this.#slopePerSecond;
    const clamped = Math.min(this.#ceilingCelsius, Math.max(lowestSetpointCelsius, asked));
    const windsUp = (asked > clamped && error > 0) || (asked < clamped && error < 0);
    if (!windsUp) this.#integralKelvin += ki * error * seconds;
    return clamped;
  }

  /** Not in control: what was learnt is kept, the slope begins anew. */
  pause(): void {
    this.#slopePerSecond = 0;
    this.#lastCelsius = null;
  }
}
