import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflowCeilingCelsius } from '../../../../electron/domain/command.ts';
import {
  type ControlInput,
  type ControllerState,
  lowestSetpointCelsius,
  ratePerSecond,
  startController,
  stepController,
} from '../../../../electron/protocol/control/controller.ts';

const steady: ControlInput = {
  targetCelsius: 42.5,
  celsius: 42.5,
  inflowCelsius: 44,
  flowMlPerMin: 1500,
  cavityVolumeMl: 3000,
  heating: true,
  dtSeconds: 0.1,
};
const pass = (state: ControllerState, seconds: number, input: Partial<ControlInput>): ControllerState => {
  let next = state;
  for (let tick = 0; tick < seconds * 10; tick += 1) next = stepController(next, { ...steady, ...input });
  return next;
};

describe('the set-point, whatever is measured', () => {
  const maybe = (celsius: fc.Arbitrary<number>) => fc.option(celsius, { nil: null });
  const input = fc.record({
    targetCelsius: fc.double({ min: 40, max: 43.5, noNaN: true }),
    celsius: maybe(fc.double({ min: 0, max: 60, noNaN: true })),
    inflowCelsius: maybe(fc.double({ min: 0, max: 60, noNaN: true })),
    flowMlPerMin: fc.double({ min: 0, max: 6000, noNaN: true }),
    cavityVolumeMl: fc.double({ min: 0, max: 9000, noNaN: true }),
    heating: fc.boolean(),
    dtSeconds: fc.double({ min: 0, max: 60, noNaN: true }),
  });
  const always = (check: (before: ControllerState, after: ControllerState, input: ControlInput) => void) =>
    fc.assert(
      fc.property(fc.array(input, { minLength: 1, maxLength: 80 }), (inputs) => {
        let state = startController(42.5);
        for (const each of inputs) {
          const next = stepController(state, each);
          check(state, next, each);
          state = next;
        }
      }),
      { numRuns: 400 },
    );

  it('is a number between 30 °C and the inflow ceiling', () => {
    always((_, { setpointCelsius }) => {
      expect(setpointCelsius).toBeGreaterThanOrEqual(lowestSetpointCelsius);
      expect(setpointCelsius).toBeLessThanOrEqual(inflowCeilingCelsius);
    });
  });

  it('moves by at most half a degree a second while heating, and not at all while the temperature is unknown', () => {
    always((before, { setpointCelsius }, { celsius, heating, dtSeconds }) => {
      if (!heating) return;
      const most = celsius === null ? 0 : ratePerSecond * dtSeconds;
      expect(Math.abs(setpointCelsius - before.setpointCelsius)).toBeLessThanOrEqual(most + 1e-9);
    });
  });

  it('waits where the inflow is while nothing is heated', () => {
    always((_, { setpointCelsius }, { inflowCelsius, heating, dtSeconds }) => {
      if (heating || inflowCelsius === null || dtSeconds === 0) return;
      expect(setpointCelsius).toBe(
        Math.min(inflowCeilingCelsius, Math.max(lowestSetpointCelsius, inflowCelsius)),
      );
    });
  });

  it('stays where it is over no time at all', () => {
    const state = startController(42.5);
    expect(stepController(state, { ...steady, dtSeconds: 0 })).toBe(state);
  });
});

describe('the set-point', () => {
  it('is the ceiling for a cold cavity', () => {
    const cold = pass(startController(42.5), 60, { celsius: 38 });
    expect(cold.setpointCelsius).toBe(inflowCeilingCelsius);
  });

  it('holds what the cavity loses: a steady cavity teaches it in ten minutes', () => {
    const held = pass(startController(42.5), 600, { inflowCelsius: 44 });
    expect(held.setpointCelsius).toBeCloseTo(44, 1);
  });

  it('follows a change of flow at once, because the loss stays and the exchange changes', () => {
    const held = pass(startController(42.5), 300, { inflowCelsius: 43.5 });
    const less = pass(held, 4, { inflowCelsius: 43.5, flowMlPerMin: 1000 });
    expect(less.setpointCelsius).toBeGreaterThan(43.9);
    expect(less.setpointCelsius).toBeLessThan(45);
  });

  it('asks for more in advance while the inflow lags behind', () => {
    const held = pass(startController(42.5), 300, { inflowCelsius: 44 });
    const lagging = stepController(held, { ...steady, inflowCelsius: 43.8, dtSeconds: 1 });
    const there = stepController(held, { ...steady, inflowCelsius: 44, dtSeconds: 1 });
    expect(lagging.setpointCelsius).toBeGreaterThan(there.setpointCelsius + 0.05);
  });

  it('is not moved by a gap: the cavity is taken as measured, its surroundings as learnt', () => {
    const held = pass(startController(42.5), 600, { inflowCelsius: 44 });
    const lost = pass(held, 30, { celsius: null, heating: false });
    const back = stepController(lost, { ...steady, celsius: 42.3 });
    expect(back.estimate).toEqual({
      cavityCelsius: 42.3,
      probeCelsius: 42.3,
      surroundingsCelsius: held.estimate?.surroundingsCelsius,
      known: true,
    });
  });
});

describe('saturation', () => {
  it('of 20 min at the ceiling teaches nothing but the loss: nothing has to unwind', () => {
    const cold = { celsius: 41, inflowCelsius: 44.9 };
    const near = { celsius: 42.5, inflowCelsius: 44.5 };
    const long = pass(pass(startController(42.5), 1200, cold), 60, near);
    const short = pass(pass(startController(42.5), 600, cold), 60, near);
    expect(Math.abs(long.setpointCelsius - short.setpointCelsius)).toBeLessThan(0.1);
  });
});
