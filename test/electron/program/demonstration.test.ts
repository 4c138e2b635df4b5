import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCase } from '../../../electron/program/case-file.ts';
import {
  demonstrationCase,
  demonstrationPatient,
  demonstrationRig,
} from '../../../electron/program/demonstration.ts';
import { parseOptions } from '../../../electron/program/options.ts';
import { prepare } from '../../../electron/program/prepare.ts';
import { defaultScenario, scenarioSchema } from '../../../native-bridge/simulator/scenario.ts';

const assets = join(import.meta.dirname, '../../../assets');
const read = readCase(join(assets, 'demo-case.json'));
if (!read.ok) throw new Error(read.problem);
const demo = read.case;

const theatre = { cavity: 'peritoneal', setting: 'intra-operative' } as const;
const ward = { cavity: 'peritoneal', setting: 'percutaneous' } as const;
const bladder = { cavity: 'bladder', setting: 'percutaneous' } as const;
const usual = [
  theatre,
  { cavity: 'pleural', setting: 'intra-operative' },
  { cavity: 'peritoneal', setting: 'post-operative' },
] as const;
const lineProbesOnly = [ward, bladder, { cavity: 'bladder', setting: 'intra-operative' }] as const;

describe('the demonstration patient', () => {
  it.each(lineProbesOnly)('of a card for $cavity, $setting, has line probes only', (card) => {
    const { probeSites, coreSite, cavity, setting, ...rest } = demonstrationCase(demo, card);
    expect({ cavity, setting }).toEqual(card);
    expect(probeSites).toEqual(['inflow', 'outflow', 'not-used', 'not-used']);
    expect(coreSite).toBe('');
    expect(demo).toMatchObject(rest);
  });

  it.each(usual)('of a card for $cavity, $setting, keeps its probes and its core', (card) => {
    expect(demonstrationCase(demo, card)).toEqual({ ...demo, ...card });
    expect(demonstrationCase(demo, card)).toMatchObject({
      probeSites: ['inflow', 'outflow', 'cavity-upper', 'cavity-lower'],
      coreSite: 'oesophagus',
    });
  });

  it('of the default card is the one that is shipped', () => {
    expect(demonstrationCase(demo, theatre)).toEqual(demo);
  });
});

describe('the demonstration rig', () => {
  it.each(lineProbesOnly)('of a card for $cavity, $setting, measures in its lines only', (card) => {
    const { rig, ...patient } = demonstrationRig(card);
    expect(rig).toEqual({
      serialNumber: 'SIM-WARD-01',
      firmware: '1.0.0',
      features: {
        core: false,
        reservoirLevel: false,
        cavityPressure: false,
        outflowMeter: false,
        inflowLinePressure: true,
        battery: true,
      },
      fittedProbes: [1, 2],
      lowestFlowMlPerMin: 100,
      highestFlowMlPerMin: 3000,
      heaterRatingW: 1500,
    });
    expect({ ...patient, rig: defaultScenario.rig }).toEqual(defaultScenario);
  });

  it.each([null, ...usual])('of a card for %j is the default one, with all it measures', (card) => {
    expect(demonstrationRig(card)).toEqual(defaultScenario);
    expect(demonstrationRig(card).rig).toMatchObject({
      serialNumber: 'SIM-0001',
      fittedProbes: [1, 2, 3, 4],
      features: { core: true, reservoirLevel: true, cavityPressure: true, outflowMeter: true },
    });
  });

  it('has a probe wherever its patient has one', () => {
    for (const card of [...usual, ...lineProbesOnly]) {
      const { fittedProbes } = demonstrationRig(card).rig;
      const { probeSites } = demonstrationCase(demo, card);
      const used = [1, 2, 3, 4].filter((probe) => probeSites[probe - 1] !== 'not-used');
      expect(used).toEqual(fittedProbes);
    }
  });
});

describe('the cavity of the demonstration', () => {
  it('of 3 000 mL is the default one, with 2 L beside the fill in the reservoir', () => {
    expect(demonstrationPatient({ fillVolumeMl: 3000 })).toEqual(defaultScenario);
    expect(demonstrationPatient({ fillVolumeMl: 3000 }).initial.reservoirMl).toBe(5000);
  });

  // Worked by hand: 80 of 3 000 is 0.02667, of its wall 0.02667^(2/3) = 0.08926, of its stiffness 37.5² = 1 406.25.
  it('of 80 mL has the wall of a bladder, keeps a few mL, and is as full with 80 as another with 3 000', () => {
    const { initial, plant, rig } = demonstrationPatient({ fillVolumeMl: 80 });
    expect(initial).toEqual({ ...defaultScenario.initial, reservoirMl: 2080 });
    expect(rig).toEqual(defaultScenario.rig);
    expect(plant.liningJPerK).toBeCloseTo(1696, 0);
    expect(plant.liningTissueWPerK).toBeCloseTo(30.35, 2);
    expect(plant.tissueJPerK).toBeCloseTo(4284, 0);
    expect(plant.bloodWPerK).toBeCloseTo(2.41, 2);
    expect(plant.standstillMixingMlPerMin).toBeCloseTo(5.33, 2);
    expect(plant.retainedMl).toBeCloseTo(2.67, 2);
    expect(plant.filmMl).toBe(10);
    // 9 mmHg above the empty cavity: 12 656 × (80 / 3 000)².
    expect(plant.filledCavityMmHg).toBe(12_656.25);
    expect(plant.coreJPerK).toBe(210_000);
  });

  it('of 6 000 mL has no more wall than the default one, and gives way', () => {
    const { initial, plant } = demonstrationPatient({ fillVolumeMl: 6000 });
    expect(initial.reservoirMl).toBe(8000);
    expect(plant).toEqual({ ...defaultScenario.plant, filledCavityMmHg: 2.25 });
  });

  it('of any fill there may be is one the simulator can be stepped with', () => {
    for (const fillVolumeMl of [50, 80, 500, 2000, 3580, 8000]) {
      const patient = demonstrationPatient({ fillVolumeMl });
      expect(scenarioSchema.parse(patient)).toEqual(patient);
    }
  });

  it('of every shipped card keeps less than a tenth of its fill', () => {
    const files = readdirSync(join(assets, 'presets'));
    const fills = files
      .map((file) => JSON.parse(readFileSync(join(assets, 'presets', file), 'utf8')).fillVolumeMl)
      .filter((fill): fill is number => fill !== null);
    expect(fills.length).toBe(8);
    for (const fillVolumeMl of fills)
      expect(demonstrationPatient({ fillVolumeMl }).plant.retainedMl).toBeLessThan(fillVolumeMl / 10);
  });
});

describe('--demo', () => {
  const folder = mkdtempSync(join(tmpdir(), 'isotherm-demo-'));
  afterAll(() => rmSync(folder, { recursive: true, maxRetries: 10 }));
  const started = (...args: string[]) => {
    const parsed = parseOptions(['--headless', '--demo', ...args]);
    if (!parsed.ok) throw new Error(parsed.problem);
    const { ok, ...rest } = prepare(parsed.options, (...parts) => join(assets, ...parts), folder);
    if (!ok || !('prepared' in rest)) throw new Error('refused');
    return rest.prepared;
  };

  it('shows a probe of the cavity that comes off', () => {
    expect(started().scenario.events.map(({ fault }) => fault)).toEqual(['probe-open']);
  });

  it('of a card with line probes only is on a rig of that kind, and shows none', () => {
    const { scenario, draftCase } = started('--preset', '43.0 °C × 60 min, ward');
    expect(scenario).toEqual(demonstrationRig(ward));
    expect(draftCase?.probeSites).toEqual(['inflow', 'outflow', 'not-used', 'not-used']);
  });
});
