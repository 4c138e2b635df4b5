import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflowCeilingCelsius } from '../../../../electron/domain/command.ts';
import {
  type ControlInput,
  type ControllerState,
  feedForwardCelsius,
  pauseController,
  startController,
  stepController,
} from '../../../../electron/protocol/control/controller.ts';

const steady: ControlInput = {
  targetCelsius: 42.5,
  celsius: 42.5,
  flowMlPerMin: 1500,
  cavityVolumeMl: 3000,
  dtSeconds: 0.1,
};
const run = (state: ControllerState, seconds: number, input: Partial<ControlInput>): ControllerState => {
  let next = state;
  for (let tick = 0; tick < seconds * 10; tick += 1) next = stepController(next, { ...steady, ...input });
  return next;
};

/** A cavity that follows the inflow with its residence time and loses heat to the patient. */
class Cavity {
  celsius: number;
  state: ControllerState;
  readonly input: Pick<ControlInput, 'flowMlPerMin' | 'cavityVolumeMl' | 'targetCelsius'>;
  #inflow: number;

  constructor(celsius: number, flowMlPerMin = 1500, cavityVolumeMl = 3000, targetCelsius = 42.5) {
    this.celsius = celsius;
    this.#inflow = targetCelsius;
    this.input = { flowMlPerMin, cavityVolumeMl, targetCelsius };
    this.state = startController(flowMlPerMin, targetCelsius);
  }

  /** The highest temperature of these seconds. */
  pass(seconds: number): number {
    let highest = this.celsius;
    for (let tick = 0; tick < seconds * 10; tick += 1) {
      this.state = stepController(this.state, { ...this.input, celsius: this.celsius, dtSeconds: 0.1 });
      this.warm(this.state.setpointCelsius);
      highest = Math.max(highest, this.celsius);
    }
    return highest;
  }

  /** A tenth of a second with the machine holding the inflow at a set-point, 10 s behind. */
  warm(setpointCelsius: number): void {
    const { flowMlPerMin, cavityVolumeMl } = this.input;
    this.#inflow += (setpointCelsius - this.#inflow) / 100;
    const exchange = flowMlPerMin / 60 / cavityVolumeMl;
    const loss = 0.012 * (this.celsius - 37) * (3000 / cavityVolumeMl) * 0.1;
    this.celsius += 0.1 * exchange * (this.#inflow - this.celsius) - 0.1 * loss;
  }
}

describe('the set-point', () => {
  const input = fc.record({
    targetCelsius: fc.double({ min: 40, max: 43.5, noNaN: true }),
    celsius: fc.double({ min: 0, max: 60, noNaN: true }),
    flowMlPerMin: fc.double({ min: 0, max: 6000, noNaN: true }),
    cavityVolumeMl: fc.double({ min: 0, max: 9000, noNaN: true }),
    dtSeconds: fc.double({ min: 0, max: 60, noNaN: true }),
  });

  it('is never above the inflow ceiling and never below 30 °C, whatever is measured', () => {
    fc.assert(
      fc.property(fc.array(input, { minLength: 1, maxLength: 60 }), (inputs) => {
        let state = startController(1500, 42.5);
        for (const each of inputs) {
          state = stepController(state, each);
          expect(state.setpointCelsius).toBeLessThanOrEqual(inflowCeilingCelsius);
          expect(state.setpointCelsius).toBeGreaterThanOrEqual(30);
          expect(Math.abs(state.offsetCelsius)).toBeLessThanOrEqual(5);
        }
      }),
    );
  });

  it('moves by at most half a degree a second', () => {
    fc.assert(
      fc.property(fc.array(input, { minLength: 1, maxLength: 60 }), (inputs) => {
        let state = startController(1500, 42.5);
        for (const each of inputs) {
          const next = stepController(state, each);
          const change = Math.abs(next.setpointCelsius - state.setpointCelsius);
          expect(change).toBeLessThanOrEqual(0.5 * each.dtSeconds + 1e-9);
          state = next;
        }
      }),
    );
  });

  it('stays where it is over no time at all', () => {
    const state = startController(1500, 42.5);
    expect(stepController(state, { ...steady, dtSeconds: 0 })).toBe(state);
  });
});

describe('the integral', () => {
  it('learns nothing while the ceiling holds the set-point back', () => {
    const cold = run(startController(1500, 42.5), 600, { celsius: 36 });
    expect(cold.setpointCelsius).toBe(inflowCeilingCelsius);
    expect(cold.offsetCelsius).toBeCloseTo(feedForwardCelsius(1500), 6);
  });

  it('learns nothing while the floor does', () => {
    const hot = run(startController(1500, 31), 600, { celsius: 60, targetCelsius: 40 });
    expect(hot.setpointCelsius).toBe(30);
    expect(hot.offsetCelsius).toBeCloseTo(feedForwardCelsius(1500), 6);
  });

  it('lets go of the ceiling as soon as the cavity is near', () => {
    const cold = run(startController(1500, 42.5), 1800, { celsius: 36 });
    const near = run(cold, 30, { celsius: 43.0 });
    expect(near.setpointCelsius).toBeLessThan(inflowCeilingCelsius - 0.5);
  });
});

describe('a cavity under control', () => {
  it.each([
    [600, 2000],
    [1000, 3000],
    [1500, 3000],
    [2500, 4000],
  ])('at %s mL/min and %s mL is warmed up without passing 43 °C and then held', (flow, volume) => {
    const cavity = new Cavity(37, flow, volume);
    expect(cavity.pass(1800)).toBeLessThan(43.0);
    const settled = cavity.celsius;
    expect(Math.abs(settled - 42.5)).toBeLessThan(0.25);
    const highest = cavity.pass(600);
    expect(highest).toBeLessThan(43.0);
    expect(Math.abs(cavity.celsius - 42.5)).toBeLessThan(0.2);
  });

  it('is caught again after a pause, without a bump', () => {
    const cavity = new Cavity(42.5);
    cavity.pass(1200);
    for (let tick = 0; tick < 1800; tick += 1) {
      cavity.state = pauseController(cavity.state, 38);
      cavity.warm(38);
    }
    const resumed = cavity.state.setpointCelsius;
    expect(resumed).toBe(38);
    cavity.pass(0.1);
    expect(Math.abs(cavity.state.setpointCelsius - resumed)).toBeLessThanOrEqual(0.05 + 1e-9);
    expect(cavity.pass(1800)).toBeLessThan(43.0);
    expect(Math.abs(cavity.celsius - 42.5)).toBeLessThan(0.2);
  });
});

describe('a pause', () => {
  it('keeps what was learnt and waits at the inflow', () => {
    const learnt = run(startController(1500, 42.5), 300, { celsius: 42.2 });
    const paused = pauseController(learnt, 39.4);
    expect(paused.offsetCelsius).toBe(learnt.offsetCelsius);
    expect(paused).toMatchObject({ setpointCelsius: 39.4, slopePerSecond: 0, lastCelsius: null });
  });

  it('keeps to the limits of the set-point, and to itself where the inflow is not known', () => {
    const state = startController(1500, 42.5);
    expect(pauseController(state, 21).setpointCelsius).toBe(30);
    expect(pauseController(state, 47).setpointCelsius).toBe(inflowCeilingCelsius);
    expect(pauseController(state, null).setpointCelsius).toBe(42.5);
  });
});

describe('the feed-forward', () => {
  it('is about 2 °C at 1 L/min, more at less flow, and bounded', () => {
    expect(feedForwardCelsius(1000)).toBeCloseTo(2);
    expect(feedForwardCelsius(2000)).toBeCloseTo(1);
    expect(feedForwardCelsius(100)).toBe(5);
    expect(feedForwardCelsius(0)).toBe(5);
  });
});
