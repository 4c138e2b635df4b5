import { describe, expect, it } from 'vitest';
import type { ProbeSites } from '../../../electron/domain/case.ts';
import type { Preset } from '../../../electron/domain/preset.ts';
import { refusalOf } from '../../../electron/protocol/guards.ts';
import { intentOf } from '../../../electron/protocol/intent.ts';
import { leftOfPlanMs, treatmentComplete } from '../../../electron/protocol/plan-time.ts';
import { drugNamed } from '../../support/drug.ts';
import { Bench, benchPreset, checkedBy, clinician, named, runIn } from './bench.ts';

const ward: Preset = { ...benchPreset, controlSite: 'inflow', targetCelsius: 43 };
const lineOnly: ProbeSites = ['inflow', 'outflow', 'not-used', 'not-used'];

const start = { type: 'start-treatment', drug: null, early: null, checkedBy: null } as const;
const early = { ...start, early: named };

/** In heat-up, circulating, with what the probes show; the cavity is cold. */
function heatingUp(preset: Preset, inflow: number, cavity = 38): Bench {
  const bench = runIn('heat-up', preset);
  bench.celsius = [inflow, 38, cavity, cavity];
  bench.seconds(1);
  return bench;
}

describe('a perfusate that is controlled', () => {
  it('is asked for at the target, in heat-up and in treatment, whatever the cavity is', () => {
    const bench = heatingUp(ward, 43);
    bench.seconds(5);
    expect(bench.state.control).toMatchObject({ site: 'inflow', celsius: { value: expect.closeTo(43, 2) } });
    expect(intentOf(bench.state)).toMatchObject({ heaterEnable: true, inflowSetpointCelsius: 43 });
    bench.seconds(60);
    expect(bench.act(start)).toEqual({ taken: true });
    bench.seconds(10);
    expect(intentOf(bench.state)).toMatchObject({ heaterEnable: true, inflowSetpointCelsius: 43 });
    // In band where it is controlled: the cavity at 38 °C stops no clock.
    expect(bench.state.clocks.inBandMs).toBeGreaterThan(9_000);
  });

  it('starts no treatment before it has been in band for a minute', () => {
    const bench = heatingUp(ward, 42.4);
    bench.seconds(120);
    expect(refusalOf(bench.state, start)).toBe('not-ready');
    bench.celsius[0] = 42.5;
    bench.seconds(59);
    expect(refusalOf(bench.state, start)).toBe('not-ready');
    bench.seconds(2);
    expect(refusalOf(bench.state, start)).toBeNull();
  });

  it('runs on a set without a cavity probe', () => {
    const bench = new Bench(ward, lineOnly);
    expect(bench.state.sites).toEqual(lineOnly);
    const line = runIn('treatment', ward);
    line.state = { ...line.state, sites: lineOnly };
    line.seconds(30);
    expect(line.state.heatHeld).toBeNull();
    expect(line.state.clocks.stop).toBeNull();
  });

  it('is never controlled by the outflow instead', () => {
    const bench = heatingUp(ward, 43);
    bench.celsius[0] = 'open';
    bench.seconds(5);
    expect(refusalOf(bench.state, { type: 'control-by-outflow', clinician })).toBe('not-in-this-phase');
  });

  it('is resumed while the cavity beside it is at most 43.0 °C, half a degree below its limit', () => {
    const bench = runIn('treatment', { ...ward, targetCelsius: 44 });
    bench.act({ type: 'heat-off' });
    bench.celsius = [44, 42, 43.1, 42.8];
    bench.seconds(2);
    expect(refusalOf(bench.state, { type: 'resume-heat' })).toBe('cavity-too-hot');
    bench.celsius = [44, 42, 42.9, 42.8];
    bench.seconds(2);
    expect(refusalOf(bench.state, { type: 'resume-heat' })).toBeNull();
  });
});

describe('the last cavity probe that is lost where another site is controlled', () => {
  it.each(['inflow', 'outflow'] as const)(
    'holds heat until a clinician goes on without: %s',
    (controlSite) => {
      const bench = runIn('treatment', { ...ward, controlSite, targetCelsius: 42.5 });
      bench.celsius = [42.5, 42.5, 'open', 42.5];
      bench.seconds(5);
      expect(bench.state.heatHeld).toBeNull();
      bench.celsius[3] = 'open';
      bench.seconds(1.5);
      expect(bench.state.heatHeld).toBeNull();
      bench.seconds(1);
      expect(bench.state.heatHeld).toBe('cavity-unknown');
      expect(refusalOf(bench.state, { type: 'resume-heat' })).toBe('cavity-unknown');
      expect(bench.act({ type: 'go-on-without-cavity', ...named })).toEqual({ taken: true });
      expect(bench.state.heatHeld).toBe('cavity-unknown');
      expect(bench.act({ type: 'resume-heat' })).toEqual({ taken: true });
      bench.seconds(30);
      expect(bench.state.heatHeld).toBeNull();
      // Seen again and lost again is another decision.
      bench.celsius[3] = 42.5;
      bench.seconds(1);
      bench.celsius[3] = 'open';
      bench.seconds(3);
      expect(bench.state.heatHeld).toBe('cavity-unknown');
    },
  );

  it('is no matter of a set that never had one, nor of one whose cavity is controlled', () => {
    const cavity = runIn('treatment', benchPreset);
    expect(refusalOf(cavity.state, { type: 'go-on-without-cavity', ...named })).toBe('nothing-to-resume');
    const line = runIn('treatment', ward);
    line.state = { ...line.state, sites: lineOnly };
    line.seconds(5);
    expect(refusalOf(line.state, { type: 'go-on-without-cavity', ...named })).toBe('nothing-to-resume');
  });
});

describe('the clock that rules', () => {
  const atBand = (preset: Preset, seconds: number, cavity: number): Bench => {
    const bench = runIn('treatment', preset);
    bench.celsius = [42.5, 42.5, cavity, cavity];
    bench.seconds(seconds);
    return bench;
  };

  it('elapsed: the plan is complete when its minutes have passed, in band or not', () => {
    const preset: Preset = { ...benchPreset, rulingClock: 'elapsed' };
    const bench = atBand(preset, 15 * 60 - 5, 41);
    expect(treatmentComplete(bench.state)).toBe(false);
    bench.seconds(6);
    expect(bench.state.clocks.inBandMs).toBeLessThan(5_000);
    expect(treatmentComplete(bench.state)).toBe(true);
    expect(refusalOf(bench.state, { type: 'extend-until-in-band', clinician })).toBe('not-in-this-phase');
    expect(bench.act({ type: 'end-treatment', early: null })).toEqual({ taken: true });
    expect(bench.state.endingAs).toBe('completed');
  });

  it('in band: the minutes that passed out of it do not count', () => {
    const bench = atBand(benchPreset, 15 * 60 + 5, 41);
    expect(treatmentComplete(bench.state)).toBe(false);
  });

  it('extended by n minutes goes on so long, and may still be ended as planned', () => {
    const bench = atBand(benchPreset, 10 * 60, 42.5);
    const before = leftOfPlanMs(bench.state);
    expect(bench.act({ type: 'extend-by', minutes: 5, clinician })).toEqual({ taken: true });
    expect(leftOfPlanMs(bench.state) - before).toBe(300_000);
    bench.seconds(before / 1000 + 1);
    expect(treatmentComplete(bench.state)).toBe(true);
    expect(leftOfPlanMs(bench.state)).toBeGreaterThan(290_000);
    bench.act({ type: 'end-treatment', early: null });
    expect(bench.state.endingAs).toBe('completed');
  });

  it('extended after the band is complete counts from now', () => {
    const bench = atBand(benchPreset, 17 * 60, 42.5);
    expect(leftOfPlanMs(bench.state)).toBeLessThan(-100_000);
    expect(bench.act({ type: 'extend-by', minutes: 2, clinician })).toEqual({ taken: true });
    expect(leftOfPlanMs(bench.state)).toBe(120_000);
  });

  it.each([0, 0.5, 31, -1, Number.NaN])('is not extended by %f minutes', (minutes) => {
    const bench = atBand(benchPreset, 1, 42.5);
    expect(bench.act({ type: 'extend-by', minutes, clinician })).toEqual({
      taken: false,
      why: 'extension-out-of-range',
    });
  });
});

describe('what starts the clock', () => {
  it('an inflow at target for 30 s, whatever the cavity is', () => {
    const bench = heatingUp({ ...benchPreset, targetCelsius: 41.5, clockStartsOn: 'inflow' }, 40.9);
    bench.seconds(60);
    expect(refusalOf(bench.state, start)).toBe('not-ready');
    bench.celsius[0] = 41.2;
    bench.seconds(28);
    expect(refusalOf(bench.state, start)).toBe('not-ready');
    bench.seconds(4);
    expect(bench.act(start)).toEqual({ taken: true });
  });

  it('the first drug, with its two names', () => {
    const bench = heatingUp({ ...benchPreset, clockStartsOn: 'first-drug' }, 41);
    expect(refusalOf(bench.state, start)).toBe('drug-starts-the-clock');
    expect(refusalOf(bench.state, { ...start, drug: drugNamed('as typed') })).toBe('needs-two-names');
    expect(refusalOf(bench.state, early)).toBeNull();
    expect(bench.act({ ...start, drug: drugNamed('as typed'), checkedBy })).toEqual({ taken: true });
    expect(bench.state).toMatchObject({ phase: 'treatment', clocks: { drugRecorded: true } });
  });

  it('a drug that was recorded before', () => {
    const bench = heatingUp({ ...benchPreset, clockStartsOn: 'first-drug' }, 41);
    bench.act({ type: 'record-drug', drug: drugNamed('as typed'), addition: null, checkedBy });
    expect(refusalOf(bench.state, start)).toBeNull();
  });
});

describe('another target', () => {
  it('is taken at once: band, set-point and what has to settle follow', () => {
    const bench = runIn('treatment', benchPreset);
    bench.celsius = [42.5, 42.5, 42.5, 42.5];
    bench.seconds(5);
    expect(bench.state.clocks.stop).toBeNull();
    expect(bench.act({ type: 'change-target', celsius: 41.5, ...named })).toEqual({ taken: true });
    expect(bench.events).toContainEqual({ type: 'target-changed', fromCelsius: 42.5, toCelsius: 41.5 });
    bench.seconds(1);
    expect(bench.state.clocks.stop).toBe('above-band');
    expect(bench.state.preset.targetCelsius).toBe(42.5);
    bench.celsius = [41.5, 41.5, 41.5, 41.5];
    bench.seconds(1);
    expect(bench.state.clocks.stop).toBeNull();
  });

  it.each([
    [benchPreset, 39.9],
    [benchPreset, 43.6],
    [benchPreset, 42.55],
    [ward, 44.6],
  ])('is refused beyond the hard bounds, and in hundredths', (preset, celsius) => {
    const bench = runIn('treatment', preset);
    expect(bench.act({ type: 'change-target', celsius, ...named })).toEqual({
      taken: false,
      why: 'target-out-of-range',
    });
    expect(bench.state.targetCelsius).toBe(preset.targetCelsius);
  });

  it('is none once nothing is heated any more', () => {
    const bench = runIn('drain', benchPreset);
    expect(refusalOf(bench.state, { type: 'change-target', celsius: 42, ...named })).toBe(
      'not-in-this-phase',
    );
  });
});
