import { describe, expect, it } from 'vitest';
import { standbyIntent } from '../../../electron/domain/command.ts';
import type { Phase } from '../../../electron/domain/phase.ts';
import { measured, missing } from '../../../electron/domain/reading.ts';
import { intentOf } from '../../../electron/protocol/intent.ts';
import { runSignals, type Surroundings } from '../../../electron/session/run-signals.ts';
import { goUntil } from '../../support/go-until.ts';
import { theatre } from '../../support/site.ts';
import { type Bench, Bench as NewBench, runIn } from '../protocol/bench.ts';
import { header } from '../record/example-run.ts';

const around: Surroundings = {
  intent: null,
  commandMismatch: false,
  flowSteadyMs: 60_000,
  linkLost: false,
  linkAgeSeconds: 0.1,
  storageFailing: false,
  freeStorageMegabytes: null,
  clockDisagreementSeconds: 0,
  screenStaleSeconds: 0,
  audioNotWorking: false,
  site: theatre,
  case: header.case,
};
const signalsOf = (bench: Bench, changes: Partial<Surroundings> = {}) =>
  runSignals(bench.state, { ...around, intent: intentOf(bench.state), ...changes });
const settledIn = (phase: Phase): Bench => {
  const bench = runIn(phase);
  bench.seconds(2);
  return bench;
};

describe('the core', () => {
  it('is judged as typed where no probe reads, with the link lost as well', () => {
    const bench = runIn('treatment');
    bench.coreCelsius = missing('not-fitted');
    bench.tick();
    expect(signalsOf(bench).coreCelsius).toEqual(missing('not-fitted'));
    bench.act({ type: 'record-reading', kind: 'core-temperature', value: 40.6 });
    bench.tick();
    expect(signalsOf(bench)).toMatchObject({
      coreCelsius: measured(40.6),
      coreProbeCelsius: missing('not-fitted'),
    });
    bench.tick(100, 'lost');
    expect(signalsOf(bench, { linkLost: true }).coreCelsius).toEqual(measured(40.6));
  });
});

describe('what alarms look at', () => {
  it('in treatment: a controlled, heated phase without a limit of its own', () => {
    expect(signalsOf(settledIn('treatment'))).toMatchObject({
      phase: 'treatment',
      controlled: true,
      heats: true,
      heatWanted: true,
      heaterRequested: true,
      setFlowMlPerMin: 1500,
      phaseLimitSeconds: null,
      planVolumeMl: 500,
      largestVolumeMl: 1500,
      closedTechnique: true,
    });
  });

  it('in preheat: heated, the cavity not controlled, 30 minutes at most', () => {
    expect(signalsOf(settledIn('preheat'))).toMatchObject({
      controlled: false,
      heats: true,
      phaseLimitSeconds: 1800,
      phaseSeconds: 2,
    });
  });

  it('with heat held: wanted no more', () => {
    const bench = settledIn('treatment');
    bench.act({ type: 'heat-off' });
    expect(signalsOf(bench)).toMatchObject({ heats: true, heatWanted: false, heaterRequested: false });
  });

  it('with flow paused: none is asked for', () => {
    const bench = settledIn('treatment');
    bench.act({ type: 'pause-flow' });
    expect(signalsOf(bench).setFlowMlPerMin).toBe(0);
  });

  it('of the pump: asked off in what is written, or nothing is; its speed; the flow set last', () => {
    const bench = settledIn('treatment');
    expect(signalsOf(bench)).toMatchObject({ pumpAskedOff: false, lastSetFlowMlPerMin: 1500 });
    expect(signalsOf(bench, { lastSetFlowMlPerMin: 800 }).lastSetFlowMlPerMin).toBe(800);
    expect(signalsOf(bench).pumpSpeedRpm).toBe(bench.telemetry().pumpSpeedRpm);
    bench.act({ type: 'stop-run' });
    expect(signalsOf(bench).pumpAskedOff).toBe(true);
    expect(signalsOf(bench, { intent: null }).pumpAskedOff).toBe(false);
  });

  it('of the console and of others: what the session knows', () => {
    const bench = settledIn('treatment');
    const known = ['consoleFault', 'machineStillPumps', 'anotherConsole'] as const;
    for (const name of known) {
      expect(signalsOf(bench)[name]).toBe(false);
      expect(signalsOf(bench, { [name]: true })[name]).toBe(true);
    }
  });

  it('while only reading: what the heater does in force, not what a run would ask', () => {
    const bench = settledIn('treatment');
    expect(signalsOf(bench, { intent: null })).toMatchObject({ heaterRequested: true, setFlowMlPerMin: 0 });
    bench.taken = standbyIntent;
    bench.hear({ type: 'rig-restarted', detail: '' });
    bench.tick();
    expect(signalsOf(bench, { intent: null })).toMatchObject({ heaterRequested: false, rigRestarted: true });
  });

  it('with the link lost: nothing measured', () => {
    const bench = settledIn('treatment');
    bench.loseLink();
    const { flowMlPerMin, coreCelsius, heaterPowerPercent } = signalsOf(bench, { linkLost: true });
    for (const reading of [flowMlPerMin, coreCelsius]) expect(reading.missing).toBe('link-lost');
    expect(heaterPowerPercent).toBeNull();
  });

  it('while the watchdog is tested: no interlock; one that was there before: one', () => {
    const tested = runIn('machine-test');
    goUntil(
      () => tested.state.selfTest.running === 'rest',
      () => tested.tick(),
    );
    expect(tested.state.interlockBits).not.toBe(0);
    expect(signalsOf(tested).interlockBits).toBe(0);
    const found = new NewBench();
    found.latch('watchdog-expired');
    found.tick();
    expect(signalsOf(found).interlockBits).not.toBe(0);
  });

  it('beyond the planned minutes: by how much', () => {
    const bench = settledIn('treatment');
    bench.warm(41);
    bench.seconds(15 * 60 + 8);
    expect(signalsOf(bench).beyondPlanSeconds).toBeCloseTo(10);
  });

  it('of a dwell too', () => {
    const bench = settledIn('dwell');
    bench.seconds(15 * 60 + 8);
    expect(signalsOf(bench).beyondPlanSeconds).toBeCloseTo(10);
  });

  it('of a drain that gives nothing: for how long, with what is left by count', () => {
    const bench = settledIn('drain');
    expect(signalsOf(bench).drainDrySeconds).toBe(0);
    bench.flowShare = 0;
    bench.seconds(30);
    expect(signalsOf(bench).drainDrySeconds).toBeCloseTo(30);
    expect(signalsOf(bench).cavityVolumeMl).toBeGreaterThan(400);
  });
});
