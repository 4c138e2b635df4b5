import { describe, expect, it } from 'vitest';
import { bodySurfaceAreaM2 } from '../../../electron/domain/body-surface.ts';
import { calibrationHolds } from '../../../electron/domain/precision.ts';
import { rigWithin, siteRefusals } from '../../../electron/domain/site.ts';
import { en } from '../../../electron/domain/text/en.ts';
import { zh } from '../../../electron/domain/text/zh.ts';
import { benchRig } from '../protocol/bench.ts';

describe('body surface', () => {
  // Worked by hand from the published formulae.
  it.each([
    ['du-bois', 170, 70, 1.81],
    ['mosteller', 170, 70, 1.818],
    ['haycock', 170, 70, 1.827],
    ['du-bois', 75, 10, 0.437],
    ['mosteller', 75, 10, 0.456],
    ['haycock', 75, 10, 0.463],
  ] as const)('by %s of %f cm and %f kg is %f m²', (formula, cm, kg, m2) => {
    expect(bodySurfaceAreaM2(cm, kg, formula)).toBeCloseTo(m2, 2);
  });
});

describe('what a site does not treat', () => {
  const site = {
    leastWeightKg: 8,
    flowCeilingMlPerMin: { 'intra-operative': 3000, 'post-operative': 1000, percutaneous: 600 },
  } as const;
  const flows = (flowMlPerMin: number | null, fillFlowMlPerMin: number | null = 500) => ({
    flowMlPerMin,
    fillFlowMlPerMin,
    drainFlowMlPerMin: 500,
  });

  it('is a patient lighter than its least weight', () => {
    const at = (weightKg: number | null) => siteRefusals(site, { setting: 'percutaneous', weightKg }, null);
    expect(at(8)).toEqual([]);
    expect(at(null)).toEqual([]);
    expect(at(7.9)).toEqual([{ kind: 'too-light', weightKg: 7.9, leastWeightKg: 8 }]);
  });

  it.each([
    [flows(600), 'percutaneous', null],
    [flows(601), 'percutaneous', 601],
    [flows(500, 700), 'percutaneous', 700],
    [flows(1500), 'post-operative', 1500],
    [flows(1500), 'intra-operative', null],
    [flows(null, null), 'percutaneous', null],
  ] as const)('is %j, %s: refused %s', (preset, setting, over) => {
    const found = siteRefusals(site, { setting, weightKg: 70 }, preset);
    expect(found.map((one) => (one.kind === 'flow-over-ceiling' ? one.flowMlPerMin : one.kind))).toEqual(
      over === null ? [] : [over],
    );
    for (const one of found) {
      expect(en.siteRefusal(one)).toContain('mL/min');
      expect(zh.siteRefusal(one)).toContain('mL/min');
    }
  });

  it('lets a rig do what it can up to the ceiling, and no more than it can', () => {
    expect(rigWithin(site, 'percutaneous', benchRig).highestFlowMlPerMin).toBe(600);
    expect(rigWithin({ flowCeilingMlPerMin: null }, 'percutaneous', benchRig)).toBe(benchRig);
    const weak = { ...benchRig, highestFlowMlPerMin: 400 };
    expect(rigWithin(site, 'intra-operative', weak).highestFlowMlPerMin).toBe(400);
  });
});

describe('a calibration', () => {
  const at = (date: string) => Date.parse(`${date}T12:00:00Z`);
  it.each([
    ['2025-06-30', '2026-06-29', 12, true],
    ['2025-06-30', '2026-06-30', 12, true],
    ['2025-06-30', '2026-07-01', 12, false],
    ['2025-08-31', '2026-03-03', 6, true],
    ['2025-06-30', '2031-06-30', null, true],
    [null, '2026-06-30', null, false],
  ] as const)('of %s at a run on %s, every %s months: in force %s', (date, run, months, holds) => {
    expect(calibrationHolds(date, at(run), months)).toBe(holds);
  });
});
