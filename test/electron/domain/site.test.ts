import { describe, expect, it } from 'vitest';
import { bodySurfaceAreaM2 } from '../../../electron/domain/body-surface.ts';
import { defaultProbeSites, type ProbeSites } from '../../../electron/domain/case.ts';
import { calibrationHolds } from '../../../electron/domain/precision.ts';
import type { PresetControlSite } from '../../../electron/domain/preset.ts';
import { measured, missing } from '../../../electron/domain/reading.ts';
import { probeRefusals, rigWithin, siteRefusals } from '../../../electron/domain/site.ts';
import type { ProbeReadings } from '../../../electron/domain/telemetry.ts';
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
    leastFillVolumeMl: 50,
    bodySurfaceFormula: 'du-bois',
    flowCeilingMlPerMin: { 'intra-operative': 3000, 'post-operative': 1000, percutaneous: 600 },
  } as const;
  const plan = { fillVolumeMl: 3000, fillMlPerM2: null, fillMlPerKg: null, largestCavityVolumeMl: 4000 };
  const flows = (flowMlPerMin: number | null, fillFlowMlPerMin: number | null = 500) => ({
    ...plan,
    flowMlPerMin,
    fillFlowMlPerMin,
    drainFlowMlPerMin: 500,
  });

  it('is a patient lighter than its least weight', () => {
    const at = (weightKg: number | null) =>
      siteRefusals(site, { setting: 'percutaneous', heightCm: null, weightKg }, null);
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
    const found = siteRefusals(site, { setting, heightCm: 170, weightKg: 70 }, preset);
    expect(found.map((one) => (one.kind === 'flow-over-ceiling' ? one.flowMlPerMin : one.kind))).toEqual(
      over === null ? [] : [over],
    );
    for (const one of found) {
      expect(en.siteRefusal(one)).toContain('mL/min');
      expect(zh.siteRefusal(one)).toContain('mL/min');
    }
  });

  it.each([
    // 2 000 mL/m² × 1.81 m² (Du Bois, 170 cm, 70 kg), to 10 mL.
    [{ fillMlPerM2: 2000 }, 170, 70, []],
    [{ fillMlPerM2: 2500 }, 170, 70, [{ kind: 'fill-over-largest', fillMl: 4520, largestMl: 4000 }]],
    [{ fillMlPerM2: 2000 }, null, 70, [{ kind: 'body-not-entered', per: 'm2' }]],
    [{ fillMlPerKg: 40 }, null, 10, []],
    [{ fillMlPerKg: 40 }, null, null, [{ kind: 'body-not-entered', per: 'kg' }]],
    [{ fillMlPerKg: 4 }, null, 10, [{ kind: 'fill-too-small', fillMl: 40, leastFillMl: 50 }]],
    [{ fillVolumeMl: 4500 }, null, null, [{ kind: 'fill-over-largest', fillMl: 4500, largestMl: 4000 }]],
  ] as const)('is a fill of %j at %s cm and %s kg: %j', (fill, heightCm, weightKg, refused) => {
    const preset = { ...flows(600), fillVolumeMl: null, ...fill };
    const found = siteRefusals(site, { setting: 'percutaneous', heightCm, weightKg }, preset);
    expect(found).toEqual(refused);
    for (const one of found) {
      const words = [en.siteRefusal(one), zh.siteRefusal(one)];
      if (one.kind === 'fill-over-largest')
        for (const said of words)
          expect(said.replaceAll(/\D/g, '')).toContain(`${one.fillMl}${one.largestMl}`);
    }
  });

  it('is a set of probes without one where the preset controls, or with one that the rig does not have', () => {
    const found = (probeSites: ProbeSites, controlSite: PresetControlSite, fitted: readonly number[]) =>
      probeRefusals(
        probeSites,
        { controlSite },
        [1, 2, 3, 4].map((probe) =>
          fitted.includes(probe) ? measured(37) : missing('not-fitted'),
        ) as unknown as ProbeReadings,
      );
    const bare = ['inflow', 'outflow', 'not-used', 'not-used'] as const;
    expect(found(bare, 'inflow', [1, 2])).toEqual([]);
    expect(found(bare, 'outflow', [1, 2])).toEqual([]);
    expect(found(bare, 'cavity', [1, 2])).toEqual([{ kind: 'no-probe-there', site: 'cavity' }]);
    expect(found(['inflow', 'cavity-upper', 'not-used', 'not-used'], 'outflow', [1, 2])).toEqual([
      { kind: 'no-probe-there', site: 'outflow' },
    ]);
    expect(found(defaultProbeSites, 'cavity', [1, 2, 3])).toEqual([{ kind: 'probe-not-fitted', probe: 4 }]);
    expect(probeRefusals(defaultProbeSites, { controlSite: 'cavity' }, null)).toEqual([]);
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
