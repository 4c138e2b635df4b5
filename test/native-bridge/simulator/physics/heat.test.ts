import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circuitModes } from '../../../../electron/domain/circuit.ts';
import { settled } from '../../../../native-bridge/simulator/physics/heat.ts';
import { noAddition } from '../../../../native-bridge/simulator/physics/hydraulics.ts';
import {
  defaultPlantParameters,
  type PlantParameters,
} from '../../../../native-bridge/simulator/physics/parameters.ts';
import { newPlant, type PlantState, stepPlant } from '../../../../native-bridge/simulator/physics/plant.ts';

const open = {
  inflowOpenShare: 1,
  outflowOpenShare: 1,
  pumpStalled: false,
  pumpRunsOn: false,
  occlusionMmHg: null,
};
const warm = {
  bodyCelsius: 37,
  cavityCelsius: 40,
  cavityMl: 3000,
  reservoirCelsius: 42,
  reservoirMl: 2000,
  primed: true,
};

const temperatures = ({ circuit, cavity, body }: PlantState): number[] => [
  circuit.reservoirCelsius,
  circuit.exchangerCelsius,
  circuit.inflowCelsius,
  circuit.outflowCelsius,
  cavity.upperCelsius,
  cavity.lowerCelsius,
  body.liningCelsius,
  body.tissueCelsius,
  body.coreCelsius,
];

/** Heat held above 0 °C, J. */
function heldJ({ circuit, cavity, body, volumes }: PlantState, p: PlantParameters): number {
  const upperMl = p.upperVolumeShare * volumes.cavityMl + p.filmMl;
  const lowerMl = (1 - p.upperVolumeShare) * volumes.cavityMl + p.filmMl;
  const inPerfusate =
    (volumes.reservoirMl + p.filmMl) * circuit.reservoirCelsius +
    p.exchangerMl * circuit.exchangerCelsius +
    p.inflowLineMl * circuit.inflowCelsius +
    p.outflowLineMl * circuit.outflowCelsius +
    upperMl * cavity.upperCelsius +
    lowerMl * cavity.lowerCelsius;
  return (
    p.perfusateJPerMlK * inPerfusate +
    p.exchangerMetalJPerK * circuit.exchangerCelsius +
    p.liningJPerK * body.liningCelsius +
    p.tissueJPerK * body.tissueCelsius +
    p.coreJPerK * body.coreCelsius
  );
}

describe('a part', () => {
  it('settles between what it was and what pulls at it, whatever the step', () => {
    expect(settled(37, 100, 10, 10 * 42, 1)).toBeCloseTo(37 + 5 / 11, 9);
    expect(settled(37, 100, 1e9, 1e9 * 42, 1e6)).toBeCloseTo(42, 6);
  });
});

describe('the plant', () => {
  it('never leaves the range of its temperatures without a heater, with any parameters, mode and step', () => {
    const factor = fc.double({ min: 0.01, max: 100, noNaN: true });
    const conductances = ['liningWPerK', 'liningTissueWPerK', 'bloodWPerK', 'bodyWPerK', 'cavityLossWPerK'];
    const capacities = ['liningJPerK', 'tissueJPerK', 'coreJPerK'];
    const names = [...conductances, ...capacities] as (keyof PlantParameters)[];
    fc.assert(
      fc.property(
        fc.array(factor, { minLength: names.length, maxLength: names.length }),
        fc.constantFrom(...circuitModes),
        fc.double({ min: 0.05, max: 2, noNaN: true }),
        fc.integer({ min: 0, max: 6000 }),
        (factors, mode, seconds, pumpMlPerMin) => {
          const changed = names.map((name, i) => [
            name,
            defaultPlantParameters[name] * (factors[i] as number),
          ]);
          const p: PlantParameters = { ...defaultPlantParameters, ...Object.fromEntries(changed) };
          let plant = newPlant(warm, p);
          for (let step = 0; step < 50; step += 1) {
            plant = stepPlant(
              plant,
              { mode, pumpMlPerMin, heaterW: 0, addition: noAddition, leakMlPerMin: 0 },
              open,
              p,
              seconds,
            );
          }
          expect(Math.min(...temperatures(plant))).toBeGreaterThan(p.roomCelsius - 1e-6);
          expect(Math.max(...temperatures(plant))).toBeLessThan(42 + 1e-6);
        },
      ),
    );
  });

  it('keeps the heat it is given, to 1 %, where nothing can be lost', () => {
    const p: PlantParameters = {
      ...defaultPlantParameters,
      exchangerLossWPerK: 0,
      inflowTubeLossWPerK: 0,
      outflowTubeLossWPerK: 0,
      reservoirLossWPerK: 0,
      cavityLossWPerK: 0,
      bodyWPerK: 0,
    };
    let plant = newPlant(warm, p);
    const before = heldJ(plant, p);
    let givenJ = 0;
    for (let step = 0; step < 6000; step += 1) {
      const inputs = {
        mode: 'circulate',
        pumpMlPerMin: 2000,
        heaterW: 800,
        addition: noAddition,
        leakMlPerMin: 0,
      } as const;
      givenJ += 0.1 * plant.circuit.heatW;
      plant = stepPlant(plant, inputs, open, p, 0.1);
    }
    expect((heldJ(plant, p) - before) / givenJ).toBeCloseTo(1, 2);
  });
});
