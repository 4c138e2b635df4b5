import { describe, expect, it } from 'vitest';
import {
  type CohortName,
  cohortNames,
  cohortPatient,
  filledWith,
  stiffnessFor,
} from '../../../../native-bridge/simulator/population/index.ts';
import { defaultScenario, scenarioSchema } from '../../../../native-bridge/simulator/scenario.ts';

const hundredOf = (name: CohortName, fillVolumeMl = 2000) =>
  Array.from({ length: 100 }, (_, index) =>
    cohortPatient(name, 1, index, ({ flowMlPerMin }) => ({
      flowMlPerMin,
      fillVolumeMl,
      rig: { serialNumber: 'COHORT-1' },
    })),
  );

describe.each(cohortNames)('a patient of the cohort %s', (name) => {
  const hundred = hundredOf(name);

  it('is the same whenever asked for, on the rig that was planned, and comes as a scenario', () => {
    const again = hundredOf(name)[7];
    expect(again).toEqual(hundred[7]);
    for (const { scenario } of hundred) {
      expect(scenarioSchema.parse(scenario)).toEqual(scenario);
      expect(scenario.rig.serialNumber).toBe('COHORT-1');
    }
  });

  it('lies in an open cavity only where that is the technique', () => {
    for (const { scenario } of hundred) {
      if (name === 'open') expect(scenario.plant.cavityLossWPerK).toBeGreaterThanOrEqual(3);
      else expect(scenario.plant.cavityLossWPerK).toBeLessThanOrEqual(1);
    }
  });
});

describe('what belongs to a treatment', () => {
  const kinds = (name: CohortName) =>
    new Set(hundredOf(name).flatMap(({ scenario }) => scenario.events.map(({ fault }) => fault)));

  it('is irrigation and hands in an open cavity, urine in a bladder, nothing elsewhere', () => {
    expect(kinds('open')).toEqual(new Set(['fluid-added', 'probe-in-jet']));
    expect(kinds('bladder')).toEqual(new Set(['fluid-added']));
    for (const name of ['closed', 'ward', 'pleural', 'children'] as const) expect(kinds(name).size).toBe(0);
  });

  it('is no cold irrigation, and no hand that stays', () => {
    for (const { scenario } of hundredOf('open')) {
      for (const event of scenario.events) {
        if (event.fault === 'fluid-added') expect(event.celsius).toBeGreaterThanOrEqual(36);
        else expect(event.for).toBeLessThan(10);
      }
    }
  });
});

describe('children', () => {
  const children = hundredOf('children', 1000);

  it('weigh 8 to 30 kg, with the surface of a child and a flow that fits them', () => {
    const masses = children.map(({ traits }) => traits.massKg);
    expect(Math.min(...masses)).toBeGreaterThanOrEqual(8);
    expect(Math.max(...masses)).toBeLessThanOrEqual(30);
    expect(Math.max(...masses) - Math.min(...masses)).toBeGreaterThan(16);
    for (const { traits } of children) {
      // By Costeff: 39 ÷ 98 of 8 kg, 127 ÷ 120 of 30 kg.
      expect(traits.surfaceM2).toBeGreaterThanOrEqual(0.397);
      expect(traits.surfaceM2).toBeLessThanOrEqual(1.059);
      expect(traits.flowMlPerMin / traits.massKg).toBeGreaterThan(38);
      expect(traits.flowMlPerMin / traits.massKg).toBeLessThan(62);
    }
  });

  it('keep a tenth of the fill or more in one of five, and a little in the others', () => {
    const shares = children.map(({ scenario }) => scenario.plant.retainedMl / 1000);
    const much = shares.filter((share) => share >= 0.1);
    expect(much.length).toBeGreaterThan(10);
    expect(much.length).toBeLessThan(30);
    for (const share of shares.filter((one) => one < 0.1)) expect(share).toBeLessThanOrEqual(0.06);
  });
});

describe('a cavity that is filled with less than it holds', () => {
  const { plant } = defaultScenario;

  // Worked by hand: an eighth of the fill has a quarter of the wall.
  it('has less wall, keeps less and is as stiff as it is full', () => {
    const small = filledWith(plant, 375);
    expect(small.tissueJPerK).toBeCloseTo(plant.tissueJPerK / 4, 6);
    expect(small.retainedMl).toBeCloseTo(plant.retainedMl / 8, 6);
    expect(small.filmMl).toBe(10);
    expect(stiffnessFor(plant, 1500)).toBeCloseTo(36, 6);
    expect(filledWith(plant, 375, 375).tissueJPerK).toBe(plant.tissueJPerK);
    expect(filledWith(plant, 6000).tissueJPerK).toBe(plant.tissueJPerK);
  });
});
