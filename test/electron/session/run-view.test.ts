import { describe, expect, it } from 'vitest';
import type { RunView } from '../../../electron/contract/view.ts';
import type { Phase } from '../../../electron/domain/phase.ts';
import { PrecisionFold } from '../../../electron/domain/precision.ts';
import { intentOf } from '../../../electron/protocol/intent.ts';
import { AlarmDesk } from '../../../electron/session/alarm-desk.ts';
import { plannedEnd, runView } from '../../../electron/session/run-view.ts';
import { theatre } from '../../support/site.ts';
import { Bench, benchPreset, runIn } from '../protocol/bench.ts';
import { header } from '../record/example-run.ts';

const viewOf = (bench: Bench): RunView =>
  runView(
    {
      header,
      state: bench.state,
      written: intentOf(bench.state),
      alarms: [],
      alarmSystem: () => new AlarmDesk(theatre.alarmLimits).view(),
      events: [],
      durableSeq: 0,
      marks: [],
      controlSinceWallMs: 0,
      files: null,
      sample: null,
    },
    new PrecisionFold(42.5).finish(),
  );
const settledIn = (phase: Phase, seconds = 2): Bench => {
  const bench = runIn(phase);
  bench.seconds(seconds);
  return bench;
};
const steps = (bench: Bench): string[] =>
  viewOf(bench).steps.map(({ phase, round, state }) => `${phase}${round > 1 ? ` ${round}` : ''} ${state}`);

describe('the phase strip', () => {
  it('shows what is behind, now and ahead, rinses counted', () => {
    const bench = runIn('heat-up', { ...benchPreset, rinses: { count: 2, volumeMl: 300 } });
    expect(steps(bench)).toEqual([
      'self-test done',
      'prime done',
      'machine-test done',
      'preheat done',
      'fill done',
      'heat-up current',
      'treatment ahead',
      'drain ahead',
      'rinse ahead',
      'rinse-drain ahead',
      'rinse 2 ahead',
      'rinse-drain 2 ahead',
      'disconnect ahead',
      'complete ahead',
    ]);
  });

  it('does not promise what was left out', () => {
    const bench = settledIn('heat-up');
    bench.act({ type: 'drain-now' });
    expect(steps(bench).slice(5)).toEqual([
      'heat-up done',
      'drain current',
      'rinse ahead',
      'rinse-drain ahead',
      'disconnect ahead',
      'complete ahead',
    ]);
  });

  it('knows how far a phase is where that can be measured', () => {
    const progress = (bench: Bench) => viewOf(bench).steps.find(({ state }) => state === 'current')?.progress;
    expect(progress(settledIn('fill', 15))).toBeCloseTo(0.5, 1);
    expect(progress(settledIn('treatment', 90))).toBeCloseTo(0.1, 2);
    expect(progress(settledIn('prime'))).toBeNull();
    expect(progress(settledIn('self-test', 30))).toBe(1);
    expect(progress(settledIn('machine-test', 30))).toBe(1);
  });

  it('says when each phase began', () => {
    const view = viewOf(settledIn('prime'));
    expect(view.steps.map(({ startSeconds }) => startSeconds).slice(0, 3)).toEqual([
      0,
      expect.any(Number),
      null,
    ]);
  });
});

describe('requested, in force and measured', () => {
  it('are three values', () => {
    const bench = settledIn('treatment');
    bench.act({ type: 'stop-run' });
    const view = viewOf(bench);
    expect(view.heater).toMatchObject({ requested: false, inForce: true });
    expect(view.flow).toMatchObject({ requestedMlPerMin: 0, inForceMlPerMin: 1500 });
    expect(view.flow.mlPerMin.value).toBe(1500);
  });

  it('are missing with the link lost, not what they were', () => {
    const bench = settledIn('treatment');
    bench.loseLink();
    const view = viewOf(bench);
    expect(view.heater).toMatchObject({ inForce: null, setpointInForceCelsius: null });
    expect(view.heater.powerPercent.missing).toBe('link-lost');
    expect(view.flow.mlPerMin.missing).toBe('link-lost');
    expect(view.mode.inForce).toBeNull();
    expect(view.probes.map(({ celsius }) => celsius.missing)).toEqual(Array(4).fill('link-lost'));
  });
});

describe('the control temperature', () => {
  it.each([
    [42.5, 'in-band'],
    [41.9, 'below'],
    [43.1, 'above'],
  ] as const)('%s °C is %s', (celsius, state) => {
    const bench = settledIn('treatment');
    bench.warm(celsius);
    bench.tick();
    expect(viewOf(bench).control).toMatchObject({ site: 'cavity', targetCelsius: 42.5, state });
  });

  it('is not judged where nothing is heated, and unknown where it is not known', () => {
    expect(viewOf(settledIn('drain')).control.state).toBe('not-judged');
    const bench = settledIn('treatment');
    bench.celsius = [44, 42, 'open', 'open'];
    bench.tick();
    expect(viewOf(bench).control.state).toBe('unknown');
  });
});

describe('a control temperature that no probe shows', () => {
  it('says which probe it rests on, and what is added to its reading', () => {
    const bench = settledIn('treatment');
    bench.celsius = [44.2, 42.3, 42.57, 42.43];
    bench.seconds(600);
    expect(viewOf(bench).control.alone).toBeNull();
    bench.celsius = [44.2, 42.3, 'open', 42.43];
    bench.seconds(2);
    const { control } = viewOf(bench);
    const above = (control.celsius.value ?? Number.NaN) - 42.43;
    expect(above).toBeGreaterThan(0.03);
    expect(above).toBeLessThan(0.1);
    expect(control.alone).toEqual({ probe: 'T4', addedKelvin: expect.closeTo(above, 2) });
    bench.celsius = [44.2, 42.3, 'open', 'open'];
    bench.seconds(2);
    expect(viewOf(bench).control.alone).toBeNull();
  });

  it('says nothing of the kind where one cavity probe is all there is, or another site controls', () => {
    const one = new Bench(benchPreset, ['inflow', 'outflow', 'cavity-upper', 'not-used']);
    expect(viewOf(one).control.alone).toBeNull();
    const byInflow = settledIn('preheat');
    byInflow.celsius = [42, 40, 'open', 36];
    byInflow.seconds(2);
    expect(viewOf(byInflow).control.alone).toBeNull();
  });
});

describe('the clocks', () => {
  it('are not there before they start', () => {
    expect(viewOf(settledIn('heat-up')).clocks).toEqual({
      plannedSeconds: 900,
      ruling: 'in-band',
      elapsedSeconds: null,
      inBandSeconds: null,
      drugInCavitySeconds: null,
      leftSeconds: 900,
      inBandStopped: 'not-started',
    });
  });

  it('count whole seconds, and never show more done than is', () => {
    const bench = runIn('treatment');
    for (let tick = 0; tick < 19; tick += 1) bench.tick();
    expect(viewOf(bench).clocks).toMatchObject({ elapsedSeconds: 1, inBandSeconds: 1, leftSeconds: 899 });
  });

  it('place the planned end on the trend while it is ahead', () => {
    const bench = settledIn('treatment', 60);
    bench.warm(41);
    bench.seconds(30);
    const started = (bench.state.clocks.startedMs ?? 0) / 1000;
    expect(plannedEnd(bench.state)?.seconds).toBeCloseTo(started + 930);
    expect(plannedEnd(settledIn('heat-up').state)).toBeNull();
    expect(plannedEnd(settledIn('treatment', 901).state)).toBeNull();
  });
});

describe('the interventions', () => {
  it('are all there while fluid is in the cavity', () => {
    expect(viewOf(settledIn('treatment')).interventions).toEqual({
      'heat-off': true,
      'pause-flow': true,
      'stop-run': true,
      'drain-now': true,
    });
  });

  it('but for draining where there is nothing to drain', () => {
    expect(viewOf(settledIn('preheat')).interventions).toMatchObject({
      'stop-run': true,
      'drain-now': false,
    });
  });
});

describe('the outcome', () => {
  it('is told once the run is over', () => {
    expect(viewOf(settledIn('treatment')).outcome).toBeNull();
    expect(viewOf(runIn('complete')).outcome).toBe('completed');
  });
});
