import { describe, expect, it } from 'vitest';
import { defaultProbeSites, type ProbeSites } from '../../../../electron/domain/case.ts';
import { type Phase, phases } from '../../../../electron/domain/phase.ts';
import { measured, missing } from '../../../../electron/domain/reading.ts';
import type { ProbeReadings } from '../../../../electron/domain/telemetry.ts';
import { controlCelsius, controlSite } from '../../../../electron/protocol/control/control-temperature.ts';

const all: ProbeReadings = [measured(44), measured(42), measured(42.8), measured(42.2)];
const open = missing('open');

describe('the control site', () => {
  it('is the inflow until the cavity is filled, then what the preset says', () => {
    const early: Phase[] = ['self-test', 'prime', 'machine-test', 'preheat', 'fill'];
    for (const phase of phases) {
      expect(controlSite(phase, 'cavity', false)).toBe(early.includes(phase) ? 'inflow' : 'cavity');
      expect(controlSite(phase, 'outflow', false)).toBe(early.includes(phase) ? 'inflow' : 'outflow');
    }
  });

  it('is the outflow where a named person chose it', () => {
    expect(controlSite('treatment', 'cavity', true)).toBe('outflow');
  });
});

describe('the control temperature', () => {
  it('of the cavity is the mean of its valid probes', () => {
    expect(controlCelsius('cavity', all, defaultProbeSites, 0)).toEqual(measured(42.5));
  });

  it('of the cavity is that of the one probe that is left', () => {
    expect(
      controlCelsius('cavity', [measured(44), open, open, measured(42.2)], defaultProbeSites, 0),
    ).toEqual(measured(42.2));
  });

  it('of the cavity is unknown, not something else, when all its probes are lost', () => {
    const reading = controlCelsius('cavity', [measured(44), measured(42), open, open], defaultProbeSites, 0);
    expect(reading.value).toBeNull();
  });

  it('of a line is that of its probe, wherever it is plugged in', () => {
    const crossed: ProbeSites = ['inflow', 'cavity-upper', 'outflow', 'not-used'];
    expect(controlCelsius('outflow', all, crossed, 0)).toEqual(measured(42.8));
    expect(controlCelsius('inflow', all, crossed, 0)).toEqual(measured(44));
    expect(controlCelsius('cavity', all, crossed, 0)).toEqual(measured(42));
  });

  it('of a site without a probe is missing, and says so', () => {
    const bare: ProbeSites = ['inflow', 'not-used', 'cavity-upper', 'not-used'];
    expect(controlCelsius('outflow', all, bare, 0)).toEqual(missing('not-fitted'));
    expect(controlCelsius('outflow', [measured(44), open, measured(42), open], defaultProbeSites, 0)).toEqual(
      open,
    );
  });
});
