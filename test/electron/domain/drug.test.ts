import { describe, expect, it } from 'vitest';
import { concentrationMgPerL, dosePerM2 } from '../../../electron/domain/drug.ts';

// Worked by hand; the drug is nobody's.
describe('a dose on the body surface', () => {
  it.each([
    [120, 1.6, 75],
    [90, 1.8, 50],
    [35, 0.7, 50],
    [0, 1.8, 0],
  ])('%f mg on %f m² is %f mg/m²', (doseMg, m2, per) => {
    expect(dosePerM2(doseMg, m2)).toBeCloseTo(per, 9);
  });

  it('is not known where either is not, or there is no surface', () => {
    expect(dosePerM2(null, 1.8)).toBeNull();
    expect(dosePerM2(120, null)).toBeNull();
    expect(dosePerM2(120, 0)).toBeNull();
  });
});

describe('what a dose comes to in the fluid of the cavity', () => {
  it.each([
    [120, 3000, 40],
    [50, 4000, 12.5],
    [35, 2800, 12.5],
    [1, 1000, 1],
    [0, 3000, 0],
  ])('%f mg in %f mL is %f mg/L', (doseMg, ml, mgPerL) => {
    expect(concentrationMgPerL(doseMg, ml)).toBeCloseTo(mgPerL, 9);
  });

  it('is not known where either is not, or nothing is in', () => {
    expect(concentrationMgPerL(null, 3000)).toBeNull();
    expect(concentrationMgPerL(120, null)).toBeNull();
    expect(concentrationMgPerL(120, 0)).toBeNull();
    expect(concentrationMgPerL(120, -20)).toBeNull();
  });
});
