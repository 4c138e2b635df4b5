import { describe, expect, it } from 'vitest';
import { newEnsemble } from '../../../../electron/protocol/estimate/ensemble.ts';
import {
  assimilate,
  isEvent,
  meanOf,
  movedCavity,
  sdOf,
} from '../../../../electron/protocol/estimate/measurement.ts';
import { unknownPatient } from '../../../../electron/protocol/estimate/priors.ts';

const before = newEnsemble(39, null, unknownPatient);

describe('a measurement', () => {
  it('moves the candidates towards it and narrows them, as far as it is to be trusted', () => {
    const trusted = assimilate(before, before.coreCelsius, 37.5, 0.01);
    expect(meanOf(trusted.coreCelsius)).toBeCloseTo(37.5, 1);
    expect(sdOf(trusted.coreCelsius)).toBeLessThan(0.02);
    const doubted = assimilate(before, before.coreCelsius, 37.5, 5);
    expect(meanOf(doubted.coreCelsius)).toBeCloseTo(meanOf(before.coreCelsius), 1);
    expect(sdOf(doubted.coreCelsius)).toBeCloseTo(sdOf(before.coreCelsius), 2);
  });

  it('moves what goes with it and leaves what does not', () => {
    const after = assimilate(before, before.coreCelsius, 37.5, 0.1);
    expect(meanOf(after.wallWPerK) / meanOf(before.wallWPerK)).toBeCloseTo(1, 1);
    const both = { ...before, tissueCelsius: before.coreCelsius.map((core) => core + 1) };
    expect(meanOf(assimilate(both, both.coreCelsius, 37.5, 0.1).tissueCelsius)).toBeCloseTo(38.5, 1);
  });

  it('never makes a conductance or a capacity negative, however wild', () => {
    const after = assimilate(before, before.wallWPerK, -1e6, 0.001);
    for (const wall of after.wallWPerK) expect(wall).toBeGreaterThan(0);
  });

  it('leaves the candidates it was given as they were', () => {
    const copy = structuredClone(before);
    assimilate(before, before.coreCelsius, 37.5, 0.1);
    expect(before).toEqual(copy);
  });

  it('that all candidates agree on teaches nothing', () => {
    expect(assimilate(before, before.cavityCelsius, 41, 0.1)).toEqual(before);
  });
});

describe('a cavity that turns cold at once', () => {
  it('is an event where no candidate comes near it, and none where one does', () => {
    const far = sdOf(before.coreCelsius) * 4;
    expect(isEvent(before.coreCelsius, meanOf(before.coreCelsius) - far, 0.07)).toBe(true);
    expect(isEvent(before.coreCelsius, meanOf(before.coreCelsius) - far / 2, 0.07)).toBe(false);
  });

  it('is taken as it is, and says nothing of the patient', () => {
    const after = movedCavity(before, -0.4);
    expect(meanOf(after.cavityCelsius)).toBeCloseTo(38.6);
    expect(meanOf(after.shownCelsius)).toBeCloseTo(38.6);
    expect({
      ...after,
      cavityCelsius: before.cavityCelsius,
      shownCelsius: before.shownCelsius,
    }).toEqual(before);
  });
});
