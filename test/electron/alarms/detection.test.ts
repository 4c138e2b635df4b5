import { describe, expect, it } from 'vitest';
import { interlockBit } from '../../../electron/domain/circuit.ts';
import { measured, missing } from '../../../electron/domain/reading.ts';
import { probes, Watch } from './calm.ts';

const codesOf = (signals: Parameters<Watch['see']>[0], seconds = 200): string[] => {
  const watch = new Watch();
  watch.see(signals, seconds);
  return watch.codes;
};

describe('temperature', () => {
  it('low is judged in treatment only: heating up is low by nature', () => {
    expect(codesOf({ phase: 'heat-up', controlCelsius: measured(38) })).toEqual([]);
    expect(codesOf({ controlCelsius: measured(38) })).toEqual([
      'control-temperature-low',
      'control-temperature-very-low',
    ]);
  });

  it('control is judged where the cascade holds it', () => {
    expect(codesOf({ controlled: false, phase: 'drain', controlCelsius: measured(44) })).toEqual([]);
  });

  it('of the cavity and the inflow is judged in every phase', () => {
    const fill = { phase: 'fill', controlled: false } as const;
    expect(codesOf({ ...fill, probesCelsius: probes(46, 40, 44, 40) })).toEqual([
      'cavity-temperature-high',
      'inflow-very-high',
      'inflow-high',
    ]);
  });

  it('of each cavity probe counts, and the outflow is none', () => {
    const watch = new Watch();
    watch.see({ probesCelsius: probes(44, 46, 44.1, 44.2) }, 2);
    expect(watch.raised.map(({ subject }) => subject)).toEqual(['T3', 'T4']);
  });

  it('that is missing is past no limit', () => {
    const none = missing('open');
    const signals = {
      probesCelsius: probes('open', 'open', 'open', 'open'),
      coreCelsius: none,
      coreExpected: false,
    };
    expect(codesOf({ ...signals, heats: false, controlled: false, controlCelsius: none })).toEqual([
      'probe-fault',
      'probe-fault',
      'probe-fault',
      'probe-fault',
    ]);
  });
});

describe('the control temperature', () => {
  const unknown = { controlCelsius: missing('no-value'), controlled: false };

  it.each([
    ['preheat', true],
    ['fill', true],
    ['heat-up', true],
    ['treatment', true],
    ['prime', false],
    ['drain', false],
  ] as const)('unknown in %s: alarm and heater off is %s', (phase, heats) => {
    const watch = new Watch();
    watch.see({ ...unknown, phase, heats }, 3);
    expect(watch.codes.includes('control-temperature-unknown')).toBe(heats);
    expect(watch.reactions).toEqual(
      heats ? [{ reaction: 'heater-off', reason: 'control-temperature-unknown' }] : [],
    );
  });

  it('unknown because of the line is the alarm of the line', () => {
    const lost = missing('link-lost');
    const signals = { linkLost: true, controlCelsius: lost };
    expect(
      codesOf({ ...signals, probesCelsius: probes('link-lost', 'link-lost', 'link-lost', 'link-lost') }),
    ).toEqual(['link-lost']);
  });
});

describe('probes', () => {
  it('that are not used have no fault', () => {
    const sites = ['inflow', 'outflow', 'cavity-upper', 'not-used'] as const;
    expect(codesOf({ sites, probesCelsius: probes(44, 42, 42.5, 'open') })).toEqual([]);
  });

  it('disagree only where there are two values', () => {
    expect(codesOf({ probesCelsius: probes(44, 42, 39, 'open') })).toEqual(['probe-fault']);
  });

  it('each has an alarm of its own', () => {
    const watch = new Watch();
    watch.see({ probesCelsius: probes(44, 'open', 42.5, 'stuck') }, 1);
    expect(watch.raised.map(({ id }) => id)).toEqual(['probe-fault:T2#1', 'probe-fault:T4#2']);
  });
});

describe('flow', () => {
  const halved = { flowMlPerMin: measured(750) };

  it('is judged from 15 s after a change', () => {
    expect(codesOf({ ...halved, flowSteadyMs: 14_900 })).toEqual([]);
    expect(codesOf({ ...halved, flowSteadyMs: 15_000 })).toEqual(['flow-deviation-large', 'flow-deviation']);
  });

  it('is judged where it is asked for, and not while a cavity runs dry', () => {
    expect(codesOf({ ...halved, setFlowMlPerMin: 0 })).toEqual([]);
    expect(codesOf({ ...halved, phase: 'drain', heatWanted: false })).toEqual([]);
    expect(codesOf({ ...halved, phase: 'rinse-drain', heatWanted: false })).toEqual([]);
  });

  it('that is too high names the upper limit', () => {
    const watch = new Watch();
    watch.see({ flowMlPerMin: measured(1660) }, 30);
    expect(watch.raised[0]).toMatchObject({
      code: 'flow-deviation',
      value: 1660,
      limit: expect.closeTo(1650),
    });
  });

  it('that is not known is no flow as far as heat is concerned', () => {
    const watch = new Watch();
    watch.see({ flowMlPerMin: missing('no-value') }, 3);
    expect(watch.raised[0]).toMatchObject({ code: 'no-flow-with-heater', value: null, limit: 150 });
    expect(watch.reactions).toEqual([{ reaction: 'heater-off', reason: 'alarm' }]);
  });

  it('may take 5 s to come, and is missed by nobody who does not heat', () => {
    const none = { flowMlPerMin: measured(0) };
    expect(codesOf({ ...none, flowSteadyMs: 4900 }, 4)).toEqual([]);
    expect(codesOf({ ...none, heatWanted: false }, 4)).toEqual([]);
    expect(codesOf({ ...none, linkLost: true }, 4)).toEqual(['link-lost']);
  });
});

describe('pressure in the cavity', () => {
  it('is judged in the closed technique, and where it is fitted', () => {
    const high = { cavityPressureMmHg: measured(40) };
    expect(codesOf({ ...high, closedTechnique: false })).toEqual([]);
    expect(codesOf({ cavityPressureMmHg: missing('not-fitted') })).toEqual([]);
    expect(codesOf(high)).toEqual(['cavity-pressure-high', 'cavity-pressure-raised']);
  });
});

describe('interlocks', () => {
  it('are an alarm each, the emergency stop one of its own', () => {
    const watch = new Watch();
    const interlockBits =
      interlockBit('air-in-line') | interlockBit('cover-open') | interlockBit('emergency-stop');
    watch.see({ interlockBits });
    expect(watch.raised.map(({ id }) => id)).toEqual([
      'interlock-air-in-line#1',
      'interlock-cover-open#2',
      'emergency-stop#3',
    ]);
  });
});

describe('the heater', () => {
  it('that draws power is a fault only while it is asked off', () => {
    expect(codesOf({ heaterPowerPercent: 90 })).toEqual([]);
    expect(codesOf({ heaterRequested: false, heaterPowerPercent: null })).toEqual([]);
  });
});
