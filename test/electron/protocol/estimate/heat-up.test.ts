import { describe, expect, it } from 'vitest';
import { step } from '../../../../electron/protocol/step.ts';
import { goUntil } from '../../../support/go-until.ts';
import { HeatUpRun } from './heat-up-run.ts';

describe('heating up with flow enough', () => {
  const run = new HeatUpRun(2500);

  it('says nothing before it heats up, then that it gathers, then how long it takes', () => {
    expect(run.estimate).toEqual({ state: 'none', why: 'not-heating-up' });
    expect(run.toHeatUp(15).estimate).toEqual({ state: 'none', why: 'gathering' });
    expect(run.toHeatUp(70).estimate.state).toBe('reachable');
  });

  it('is right about when the band is reached, within its own bounds', () => {
    const at = run.toHeatUp(120).estimate;
    if (at.state !== 'reachable') throw new Error(at.state);
    goUntil(
      () => run.state.settledSinceMs !== null,
      () => run.tick(),
    );
    const took = run.heatUpSeconds - 120;
    expect(took).toBeGreaterThanOrEqual(at.secondsToBand.low);
    expect(took).toBeLessThanOrEqual(at.secondsToBand.high ?? Number.POSITIVE_INFINITY);
    expect(at.secondsToBand.likely / took).toBeCloseTo(1, 0);
  });

  it('is in the band from now, once it is', () => {
    const now = run.seconds(60).estimate;
    if (now.state !== 'reachable') throw new Error(now.state);
    expect(now.secondsToBand.likely).toBe(0);
    expect(now.reachCelsius.likely).toBeGreaterThan(42.5);
    expect(run.told).toEqual([]);
  });
});

describe('heating up with too little flow', () => {
  const run = new HeatUpRun(800);

  it('is named as out of reach within six minutes, with what can be reached and the flow that would help', () => {
    const said = run.toHeatUp(360).estimate;
    if (said.state !== 'unreachable') throw new Error(said.state);
    expect(said.limitedBy).toBe('flow');
    expect(said.reachCelsius.high).toBeLessThan(42.5);
    expect(said.helpfulFlowMlPerMin).toBeGreaterThan(1000);
    expect(said.helpfulFlowMlPerMin).toBeLessThan(2000);
    expect(run.told).toEqual([
      expect.objectContaining({ type: 'target-reach', reachable: false, reachCelsius: expect.any(Number) }),
    ]);
  });

  it('is told to be within reach once the flow that helps is set', () => {
    const said = run.estimate;
    const more = said.state === 'unreachable' ? (said.helpfulFlowMlPerMin ?? 0) + 300 : 0;
    run.act({ type: 'change-flow', mlPerMin: more });
    expect(run.seconds(30).estimate.state).toBe('reachable');
    expect(run.told.at(-1)).toMatchObject({ reachable: true });
  });

  it('says that it does not heat while heat is held', () => {
    run.act({ type: 'heat-off' });
    expect(run.seconds(5).estimate).toEqual({ state: 'none', why: 'not-heating' });
    run.act({ type: 'resume-heat' });
    expect(run.seconds(10).estimate.state).toBe('reachable');
  });

  it('says that the control temperature is unknown while the link is lost, and goes on afterwards', () => {
    run.hear({ type: 'link-lost', detail: 'cable' });
    for (let i = 0; i < 50; i += 1) run.tick('lost');
    expect(run.estimate).toEqual({ state: 'none', why: 'control-unknown' });
    run.act({ type: 'take-command' });
    run.seconds(3);
    run.act({ type: 'take-command' });
    run.seconds(3);
    run.act({ type: 'resume-heat' });
    expect(run.seconds(20).estimate.state).toBe('reachable');
  });

  it('forgets it all when heat-up is left', () => {
    run.act({ type: 'drain-now' });
    run.tick();
    expect(run.estimate).toEqual({ state: 'none', why: 'not-heating-up' });
    expect(run.state.heatUpWatch).toBeNull();
  });
});

describe('heating up with a heater that has too little', () => {
  it('names the heater as what holds it back', () => {
    const said = new HeatUpRun(2000, { heaterRatingW: 200 }).toHeatUp(360).estimate;
    expect(said).toMatchObject({ state: 'unreachable', limitedBy: 'heater', helpfulFlowMlPerMin: null });
  });
});

describe('the estimate', () => {
  it('follows from the state alone: the same tick twice gives the same', () => {
    const run = new HeatUpRun(1500).toHeatUp(100);
    const tick = { type: 'tick', telemetry: run.rig.telemetry(), wallMs: run.nowMs } as const;
    const before = structuredClone(run.state);
    const later = run.nowMs + 15_000;
    const once = step(run.state, tick, later);
    expect(step(run.state, tick, later)).toEqual(once);
    expect(run.state).toEqual(before);
  });
});
