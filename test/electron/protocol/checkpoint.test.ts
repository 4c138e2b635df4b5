import { describe, expect, it } from 'vitest';
import { runStateFromJson, runStateToJson, runStateVersion } from '../../../electron/protocol/checkpoint.ts';
import { newReturnWatch } from '../../../electron/protocol/return-watch.ts';
import type { RunState } from '../../../electron/protocol/state.ts';
import { runIn } from './bench.ts';
import { beginnings } from './model/beginnings.ts';

const written = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const problem = (json: unknown): string => {
  const restored = runStateFromJson(json);
  return restored.ok ? '' : restored.problem;
};

describe('the state of a run, written down', () => {
  it.each(beginnings())('comes back from $name as it was', ({ bench }) => {
    bench.seconds(3);
    bench.act({ type: 'heat-off' });
    bench.loseLink();
    for (const state of [runIn('treatment').state, bench.state]) {
      const restored = runStateFromJson(written(runStateToJson(state)));
      if (!restored.ok) throw new Error(restored.problem);
      expect(restored.state).toEqual(state);
    }
  });

  it('of another version, or of none, is refused in words', () => {
    const { state } = runIn('treatment');
    expect(problem({ version: runStateVersion + 1, state })).toContain(`version ${runStateVersion + 1}`);
    expect(problem(null)).toContain('no object');
    expect(problem({ version: 2 })).toContain('no state');
  });

  it('of version 6 goes on: no time-out, second person, carrier or sign was asked for; held heat is taken for an alarm’s', () => {
    const {
      heldByAlarm: _a,
      needsSecond: _b,
      asksTimeOut: _c,
      timeOut: _d,
      carrier: _e,
      vitals: _f,
      ...then
    } = runIn('treatment').state;
    const held = { ...then, heatHeld: 'operator', flowHeld: null };
    expect(runStateFromJson(written({ version: 6, state: held }))).toEqual({
      ok: true,
      state: {
        ...held,
        heldByAlarm: { heat: true, flow: false },
        needsSecond: { heat: false, drugs: false },
        asksTimeOut: false,
        timeOut: null,
        carrier: null,
        vitals: [],
        probesAtRest: null,
      },
    });
    expect(problem({ version: 7, state: then })).toContain('is missing');
  });

  it('of this version has time-out, carrier and signs as they were recorded', () => {
    const bench = runIn('treatment');
    bench.act({ type: 'record-carrier', carrier: { name: 'as hung', volumeMl: 3000 } });
    bench.act({ type: 'record-vital', sign: 'lactate', value: 2.1 });
    const restored = runStateFromJson(written(runStateToJson(bench.state)));
    expect(restored).toEqual({ ok: true, state: bench.state });
    expect(bench.state.timeOut).toHaveLength(2);
  });

  it('of version 4 goes on, and no probe is ignored', () => {
    const { ignored: _, ...then } = runIn('treatment').state;
    const restored = runStateFromJson(written({ version: 4, state: then }));
    expect(restored).toMatchObject({ ok: true, state: { ignored: null } });
  });

  const asOfVersion5 = (state: RunState, selfTest: object) => {
    const { circuitVolumeMl: _a, freshFluid: _b, drainMeasuredMl: _c, ...then } = state;
    const { byHandInMl: _d, byHandOutMl: _e, ...volumes } = state.volumes;
    return written({ version: 5, state: { ...then, selfTest, volumes } });
  };
  const oldTest = { running: 'pump', sinceMs: 9000, sinceWallMs: 9000, ticks: 3, results: [] };

  it('of version 5 goes on: nothing was recorded by hand, and fresh fluid is asked for', () => {
    const { state } = runIn('rinse');
    expect(runStateFromJson(asOfVersion5(state, { ...oldTest, running: null }))).toMatchObject({
      ok: true,
      state: {
        volumes: state.volumes,
        freshFluid: false,
        drainMeasuredMl: null,
        selfTest: { running: null },
      },
    });
  });

  it('of version 5 in its self-test begins that anew: pump and heater are tested later today', () => {
    const { state } = runIn('self-test');
    expect(runStateFromJson(asOfVersion5(state, oldTest))).toMatchObject({
      ok: true,
      state: { phase: 'self-test', selfTest: { part: 'self-test', running: 'link', results: [] } },
    });
  });

  it('of version 7 goes on, and does not know how the probes compared at rest; of this one it does', () => {
    const { state } = runIn('treatment');
    expect(state.probesAtRest).toMatchObject({ check: 'probes', passed: true });
    expect(runStateFromJson(written(runStateToJson(state)))).toEqual({ ok: true, state });
    const { probesAtRest: _, ...then } = state;
    expect(runStateFromJson(written({ version: 7, state: then }))).toMatchObject({
      ok: true,
      state: { probesAtRest: null },
    });
  });

  it('of version 3 goes on: its target is that of its plan, and nothing was made longer', () => {
    const { state } = runIn('treatment');
    const {
      targetCelsius: _,
      inflowReachedSinceMs: __,
      cavityUnknownMs: ___,
      withoutCavity: ____,
      checksEachDrug: _____,
      reservoirRestMl: _______,
      returns: ______,
      ...then
    } = state;
    const { rulingClock: _a, clockStartsOn: _b, fillMlPerM2: _c, fillMlPerKg: _d, ...preset } = state.preset;
    const { extendedByMs: _e, ...clocks } = state.clocks;
    const restored = runStateFromJson(written({ version: 3, state: { ...then, preset, clocks } }));
    expect(restored).toEqual({
      ok: true,
      state: {
        ...state,
        inflowReachedSinceMs: null,
        returns: newReturnWatch,
        asksTimeOut: false,
        timeOut: null,
        probesAtRest: null,
      },
    });
  });

  it('of version 2 goes on, and no core takes the heat, as then', () => {
    const { state } = runIn('treatment');
    const { knownMs, byHand } = state.core;
    const restored = runStateFromJson(
      written({ version: 2, state: { ...state, core: { knownMs, byHand } } }),
    );
    expect(restored).toMatchObject({
      ok: true,
      state: { core: { knownMs, byHand, hold: null, hotMs: 0, tooHot: false, lifted: null, probeMs: null } },
    });
  });

  it('of version 1 goes on, with the steps of its probes still to be learnt', () => {
    const { state } = runIn('treatment');
    const { steps, ...history } = state.probeHistory;
    const restored = runStateFromJson(written({ version: 1, state: { ...state, probeHistory: history } }));
    if (!restored.ok) throw new Error(restored.problem);
    expect(restored.state.probeHistory).toMatchObject({ raw: state.probeHistory.raw });
    expect(restored.state.probeHistory.steps).toHaveLength(steps.length);
    expect(restored.state.probeHistory.steps.every(({ changes }) => changes === 0)).toBe(true);
  });

  it('with a field missing, unknown or of another kind is refused by name', () => {
    const { state } = runIn('treatment');
    const { volumes, ...rest } = state;
    expect(problem({ version: 2, state: rest })).toContain('state.volumes is missing');
    expect(problem({ version: 2, state: { ...state, volumes: { ...volumes, cavityMl: '3' } } })).toContain(
      'state.volumes.cavityMl is no number',
    );
    expect(problem({ version: 2, state: { ...state, more: 1 } })).toContain('state.more is not known');
    expect(problem({ version: 2, state: { ...state, phase: 'lunch' } })).toContain('phase lunch');
  });
});
