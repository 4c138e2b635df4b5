import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Preset } from '../../../electron/domain/preset.ts';
import { presetBounds } from '../../../electron/domain/preset-fields.ts';
import { isComplete, presetProblems, templateProblems } from '../../../electron/domain/preset-problems.ts';
import { benchPreset, benchRig } from '../protocol/bench.ts';

const edited = (changes: Record<string, unknown>) => ({ ...benchPreset, ...changes });
const told = (changes: Record<string, unknown>, rig: typeof benchRig | null = null) =>
  presetProblems(edited(changes), rig).map(({ field, message }) => `${field}: ${message}`);

describe('a good preset', () => {
  it('has no problem, nor has one planned with additions or filled once', () => {
    expect(presetProblems(benchPreset, benchRig)).toEqual([]);
    const additions = [
      { atMinutes: 0, label: 'as entered' },
      { atMinutes: 15, label: 'as entered, second part' },
    ];
    expect(told({ additions, mode: 'single-instillation' }, benchRig)).toEqual([]);
  });

  it('without a rinse needs no volume of rinse', () => {
    expect(told({ rinses: { count: 0, volumeMl: 0 } })).toEqual([]);
    expect(told({ rinses: { count: 1, volumeMl: 0 } })).toEqual([
      'rinses.volumeMl: rinse volume must lie between 50 and 8000 mL, but is 0 mL: enter a value in that range',
    ]);
  });
});

describe('each field says the value, the bound with its unit, and how to mend it', () => {
  it.each([
    [
      { targetCelsius: 44 },
      'targetCelsius: target must lie between 40 and 43.5 °C, but is 44 °C: enter a value in that range',
    ],
    [
      { minutes: 10 },
      'minutes: treatment time must lie between 15 and 120 min, but is 10 min: enter a value in that range',
    ],
    [
      { flowMlPerMin: Number.NaN },
      'flowMlPerMin: flow must be a number in mL/min, but is no number: enter one between 100 and 5000',
    ],
    [
      { drainFlowMlPerMin: null },
      'drainFlowMlPerMin: drain flow must be a number in mL/min, but is blank: enter one between 100 and 5000',
    ],
    [
      { fillVolumeMl: '500' },
      'fillVolumeMl: fill volume must be a number in mL, but is "500": enter one between 50 and 8000',
    ],
    [
      { largestCavityVolumeMl: 400 },
      'largestCavityVolumeMl: largest cavity volume is below the fill volume (400 of 500 mL): raise it or fill less',
    ],
    [{ name: '  ' }, 'name: name is blank: write at least 1 character'],
    [
      { cavity: 'abdomen' },
      'cavity: cavity must be one of peritoneal, pleural, bladder, but is "abdomen": choose one of them',
    ],
    [
      { mode: undefined },
      'mode: mode must be one of circulation, single-instillation, but is blank: choose one of them',
    ],
    [{ version: 1.5 }, 'version: version must be a whole number, but is 1.5: round it'],
    [
      { rinses: { count: 11, volumeMl: 300 } },
      'rinses.count: number of rinses must lie between 0 and 10, but is 11: enter a value in that range',
    ],
    [
      { additions: [{ atMinutes: 16, label: 'late' }] },
      'additions: time of addition 1 must lie between 0 and 15 min, but is 16 min: enter a value in that range',
    ],
    [
      { additions: [{ atMinutes: 5, label: '' }] },
      'additions: label of addition 1 is blank: write at least 1 character',
    ],
    [{ targetCelcius: 42 }, 'targetCelcius: no preset has this field: check its spelling, or take it out'],
  ])('%j', (changes, problem) => {
    expect(told(changes)).toEqual([problem]);
  });

  it('and a flow that the connected rig cannot do says what it can', () => {
    expect(told({ flowMlPerMin: 3000 }, benchRig)).toEqual([
      'flowMlPerMin: flow 3000 mL/min is outside what rig BENCH-1 can do (100–2500 mL/min): ' +
        'choose another preset or copy it with a flow in that range',
    ]);
  });

  it('whatever is handed over, something is said and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(presetProblems(json, benchRig).length).toBeGreaterThan(0);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(benchPreset)), fc.jsonValue(), (field, json) => {
        for (const { message } of presetProblems(edited({ [field]: json }), null))
          expect(message).not.toBe('');
      }),
    );
  });
});

const byBody = ['fillMlPerM2', 'fillMlPerKg'] as const;

describe('hard limits', () => {
  it('no preset passes whose target, minutes, flow or volume lies outside', () => {
    const number = fc.double({ min: -1e4, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(presetBounds) as (keyof typeof presetBounds)[])),
        number,
        (field, value) => {
          const [low, high] = presetBounds[field];
          const fill = byBody.some((one) => one === field) ? { fillVolumeMl: null } : {};
          const problems = presetProblems(
            edited({ ...fill, [field]: value, largestCavityVolumeMl: 8000 }),
            null,
          );
          expect(problems.length === 0).toBe(value >= low && value <= high);
        },
      ),
    );
  });
});

describe('what is controlled', () => {
  it.each([
    ['inflow', 44.5, []],
    [
      'inflow',
      44.6,
      ['targetCelsius: target must lie between 40 and 44.5 °C, but is 44.6 °C: enter a value in that range'],
    ],
    [
      'cavity',
      43.6,
      ['targetCelsius: target must lie between 40 and 43.5 °C, but is 43.6 °C: enter a value in that range'],
    ],
    [
      'outflow',
      43.6,
      ['targetCelsius: target must lie between 40 and 43.5 °C, but is 43.6 °C: enter a value in that range'],
    ],
  ] as const)('bounds the target: %s at %f', (controlSite, targetCelsius, problems) => {
    expect(told({ controlSite, targetCelsius })).toEqual(problems);
  });
});

describe('a fill by the body', () => {
  const none = { fillVolumeMl: null, fillMlPerM2: null, fillMlPerKg: null };

  it('is complete without a volume, and with two of them neither is chosen', () => {
    expect(told({ ...none, fillMlPerM2: 2000 })).toEqual([]);
    expect(isComplete({ ...benchPreset, ...none, fillMlPerKg: 40 })).toBe(true);
    expect(isComplete({ ...benchPreset, ...none })).toBe(false);
    expect(told({ fillMlPerM2: 2000 })).toEqual([
      'fillVolumeMl: the fill is given 2 times (fillVolumeMl, fillMlPerM2): keep one and make the others null',
    ]);
    expect(told({ ...none, fillMlPerM2: 2000, fillMlPerKg: 40 })).toEqual([
      'fillVolumeMl: the fill is given 2 times (fillMlPerM2, fillMlPerKg): keep one and make the others null',
    ]);
  });

  it('and no fill at all is said', () => {
    expect(told(none)).toEqual([
      'fillVolumeMl: fill volume must be a number in mL, but is blank: enter one between 50 and 8000',
    ]);
  });
});

describe('a template', () => {
  const blank: Partial<Record<keyof Preset, null>> = { flowMlPerMin: null, fillVolumeMl: null };

  it('may leave flow and volumes blank, and is not complete before they are entered', () => {
    expect(templateProblems(edited(blank))).toEqual([]);
    expect(isComplete({ ...benchPreset, flowMlPerMin: null })).toBe(false);
    expect(isComplete(benchPreset)).toBe(true);
  });

  it('may leave nothing else blank', () => {
    expect(templateProblems(edited({ targetCelsius: null })).map(({ field }) => field)).toEqual([
      'targetCelsius',
    ]);
  });
});
