import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { heatUp, prepared, treat } from '../../../../build/campaign/judge/judge-patient.ts';
import { cardOf, regimenPatient } from '../../../../build/campaign/regimens/regimen-patient.ts';
import { regimenNames, regimens } from '../../../../build/campaign/regimens/regimens.ts';
import { theatre, ward } from '../../../../build/shipped-site.ts';
import { siteRefusals } from '../../../../electron/domain/site.ts';
import { readPresets } from '../../../../electron/program/presets.ts';

const twenty = (name: (typeof regimenNames)[number]) =>
  Array.from({ length: 20 }, (_, index) => regimenPatient(name, 3, index));

test('every shipped card has a regimen, and children have one of their own', () => {
  const complete = readPresets('assets/presets').presets.map(({ name }) => name);
  const carded = regimenNames.filter((name) => regimens[name].file.startsWith('assets/presets/'));
  expect(carded.map((name) => cardOf(name).name).sort()).toEqual(complete.sort());
  expect(complete.length).toBe(9);
  expect(regimenNames.filter((name) => !carded.includes(name))).toEqual(['children']);
  // Those with blanks are the site's to fill: nobody is treated by them here.
  expect(readdirSync('assets/presets').length).toBe(11);
});

describe.each(regimenNames)('a patient of %s', (name) => {
  test('is treated by the card as it is shipped, but for what the team sets', () => {
    const card = cardOf(name);
    const { sets } = regimens[name];
    const own =
      sets === 'nothing'
        ? []
        : sets === 'flow'
          ? ['flowMlPerMin']
          : ['flowMlPerMin', 'fillFlowMlPerMin', 'drainFlowMlPerMin', 'largestCavityVolumeMl', 'rinses'];
    for (const { preset } of twenty(name)) {
      for (const [field, value] of Object.entries(card)) {
        const isReckoned = field === 'fillVolumeMl' && value === null;
        if (!isReckoned && !own.includes(field)) expect(preset).toHaveProperty(field, value);
      }
      expect(preset.fillVolumeMl).toBeLessThanOrEqual(preset.largestCavityVolumeMl);
    }
  });

  test('is on the rig and by the site of the place, and the same every time', () => {
    const { case: treated, scenario, site } = regimenPatient(name, 3, 4);
    const onLines = name === 'ward' || name === 'bladder';
    expect(scenario.rig.fittedProbes).toEqual(onLines ? [1, 2] : [1, 2, 3, 4]);
    expect(scenario.rig.features.reservoirLevel).toBe(!onLines);
    expect(site).toBe(onLines ? ward : theatre);
    expect(treated.cavity).toBe(cardOf(name).cavity);
    expect(regimenPatient(name, 3, 4)).toEqual(regimenPatient(name, 3, 4));
  });
});

test('on a ward the flow is 300 to 600 mL/min, closed at 43 °C for 30 min it is 2.5 L/min', () => {
  for (const { preset } of twenty('ward')) {
    expect(preset.flowMlPerMin).toBeGreaterThanOrEqual(300);
    expect(preset.flowMlPerMin).toBeLessThanOrEqual(600);
  }
  for (const { preset } of twenty('43x30')) expect(preset.flowMlPerMin).toBe(2500);
});

describe('a child', () => {
  test('is filled with 60 mL/kg, and has a third of room above it', () => {
    for (const { preset, case: treated } of twenty('children')) {
      const kg = treated.patient.weightKg ?? 0;
      expect(Math.abs(preset.fillVolumeMl - 60 * kg)).toBeLessThanOrEqual(5);
      expect(Math.abs(preset.largestCavityVolumeMl - 80 * kg)).toBeLessThanOrEqual(12);
      expect(preset.targetCelsius).toBe(41);
    }
  });

  test('below the least weight of a site is refused by its rules', () => {
    const { preset, case: treated } = regimenPatient('children', 3, 0);
    const child = { ...treated.patient, setting: treated.setting };
    const weightKg = child.weightKg ?? 0;
    expect(siteRefusals(theatre, child, preset)).toEqual([]);
    expect(siteRefusals(ward, child, preset)).toContainEqual({
      kind: 'too-light',
      weightKg,
      leastWeightKg: ward.leastWeightKg,
    });
    expect(siteRefusals(theatre, { ...child, weightKg: 7.9 }, preset)).toContainEqual({
      kind: 'too-light',
      weightKg: 7.9,
      leastWeightKg: 8,
    });
  });
});

describe('a careful operator', { timeout: 180_000 }, () => {
  test('records each addition of a card that plans some', () => {
    const treatment = prepared({ seed: 3, index: 0, disturbed: false, regimen: 'dutch' });
    heatUp(treatment, 5400);
    treat(treatment);
    expect(treatment.state.additionsMs.map((ms) => ms !== null)).toEqual([true, true, true]);
    expect([...treatment.urgent.values()]).toEqual([]);
  });

  test('on a ward reads the core by hand, and looks whether it comes back', () => {
    const treatment = prepared({ seed: 3, index: 0, disturbed: false, regimen: 'ward' });
    heatUp(treatment, 5400);
    treat(treatment);
    const { core, returns } = treatment.state;
    expect(core.byHand?.celsius).toBeCloseTo(treatment.rig.plant.body.coreCelsius, 0);
    expect(returns.seen).toBe(true);
  });
});
