import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClockStop } from '../../../electron/domain/clock-stop.ts';
import { type ClockInput, type Clocks, newClocks, stepClocks } from '../../../electron/protocol/clocks.ts';

const holding: ClockInput = {
  inTreatment: true,
  judged: true,
  dtMs: 100,
  heard: true,
  linkUp: true,
  circulating: true,
  celsius: 42.5,
  targetCelsius: 42.5,
  bandCelsius: 0.5,
};
const started: Clocks = { ...newClocks, startedMs: 0, stop: null };
const passing = (...inputs: Partial<ClockInput>[]): Clocks =>
  inputs.reduce<Clocks>((clocks, input) => stepClocks(clocks, { ...holding, ...input }), started);

describe('the clocks of a treatment', () => {
  it('both run while the control temperature is in band', () => {
    expect(passing({}, {}, {})).toMatchObject({ elapsedMs: 300, inBandMs: 300, stop: null });
  });

  it.each([
    [42.0, null],
    [43.0, null],
    [41.999, 'below-band'],
    [43.001, 'above-band'],
  ] as const)('at %s °C the in-band clock says %s', (celsius, stop) => {
    expect(passing({ celsius })).toMatchObject({ stop, inBandMs: stop === null ? 100 : 0, elapsedMs: 100 });
  });

  it('name the most basic reason for a stop', () => {
    const wrong: [Partial<ClockInput>, ClockStop][] = [
      [{ celsius: 41 }, 'below-band'],
      [{ celsius: null }, 'temperature-unknown'],
      [{ celsius: null, circulating: false }, 'not-circulating'],
      [{ celsius: null, circulating: false, linkUp: false }, 'link-lost'],
    ];
    for (const [input, stop] of wrong)
      expect(passing(input)).toMatchObject({ stop, elapsedMs: 100, inBandMs: 0 });
  });

  it('count no time in band over which nothing was heard', () => {
    expect(passing({ heard: false }, {})).toMatchObject({ elapsedMs: 200, inBandMs: 100, stop: null });
  });

  it('stand outside treatment, and say why', () => {
    expect(stepClocks(newClocks, { ...holding, inTreatment: false }).stop).toBe('not-started');
    expect(passing({}, { inTreatment: false })).toMatchObject({
      elapsedMs: 100,
      inBandMs: 100,
      stop: 'ended',
    });
  });
});

describe('the clock of the drug', () => {
  it('runs from first contact on, in band or not, until it is ended', () => {
    let clocks: Clocks = { ...started, drugFromMs: 0 };
    for (const input of [{}, { celsius: 40 }, { linkUp: false }, { inTreatment: false }]) {
      clocks = stepClocks(clocks, { ...holding, ...input });
    }
    expect(clocks.drugMs).toBe(400);
    expect(stepClocks({ ...clocks, drugEnded: true }, holding).drugMs).toBe(400);
  });
});

describe('over any treatment', () => {
  const input = fc.record({
    dtMs: fc.integer({ min: 0, max: 1000 }),
    heard: fc.boolean(),
    linkUp: fc.boolean(),
    circulating: fc.boolean(),
    celsius: fc.option(fc.double({ min: 40, max: 45, noNaN: true })),
  });

  it('time in band is at most time elapsed, and elapsed is the sum of all time', () => {
    fc.assert(
      fc.property(fc.array(input), (inputs) => {
        const clocks = passing(...inputs);
        expect(clocks.elapsedMs).toBe(inputs.reduce((sum, { dtMs }) => sum + dtMs, 0));
        expect(clocks.inBandMs).toBeLessThanOrEqual(clocks.elapsedMs);
      }),
    );
  });
});
