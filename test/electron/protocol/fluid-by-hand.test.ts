import { describe, expect, it } from 'vitest';
import type { OperatorAction } from '../../../electron/domain/action.ts';
import { fluidKinds, fluidRules } from '../../../electron/domain/fluid.ts';
import { measured } from '../../../electron/domain/reading.ts';
import { runStateFromJson, runStateToJson } from '../../../electron/protocol/checkpoint.ts';
import { intentOf } from '../../../electron/protocol/intent.ts';
import { reservoirLostMl } from '../../../electron/protocol/return-watch.ts';
import { notRecoveredByMeasureMl, notRecoveredMl } from '../../../electron/protocol/volumes.ts';
import { goUntil } from '../../support/go-until.ts';
import { type Bench, instillationPreset, runIn } from './bench.ts';

type Recorded = Extract<OperatorAction, { type: 'record-fluid' }>;
const fluid = (kind: Recorded['kind'], volumeMl: number): Recorded => ({
  type: 'record-fluid',
  kind,
  volumeMl,
});
const untilFilled = (bench: Bench): void =>
  goUntil(
    () => !intentOf(bench.state).pumpEnable,
    () => bench.tick(),
  );
const inCavity = (bench: Bench): number => bench.state.volumes.cavityMl;

describe('fluid that people bring in or take out', () => {
  it.each([
    ['irrigation', 500, 500],
    ['ascites', 2500, 2500],
    ['other-in', 40, 40],
    ['suction', 300, -300],
    ['ascites-removed', 200, -200],
    ['sample', 20, -20],
    ['other-out', 60, -60],
  ] as const)('is in the count: %s of %d mL', (kind, ml, change) => {
    const bench = runIn('treatment');
    const before = inCavity(bench);
    expect(bench.act(fluid(kind, ml))).toEqual({ taken: true });
    expect(inCavity(bench)).toBeCloseTo(before + change, 6);
    expect(bench.events.at(-1)).toMatchObject({
      type: 'action',
      action: { type: 'record-fluid', kind, volumeMl: ml },
      by: { name: 'Perfusionist' },
      refused: null,
    });
  });

  it('is in the balance: what was not recovered is counted with it', () => {
    const bench = runIn('treatment');
    const before = notRecoveredMl(bench.state.volumes);
    bench.act(fluid('irrigation', 500));
    bench.act(fluid('suction', 200));
    expect(notRecoveredMl(bench.state.volumes)).toBeCloseTo(before + 300, 6);
    expect(bench.state.volumes).toMatchObject({ byHandInMl: 500, byHandOutMl: 200, outMl: 0 });
  });

  it('never makes the cavity hold less than nothing, but the balance says what came out', () => {
    const bench = runIn('self-test');
    bench.act(fluid('ascites-removed', 1500));
    expect(inCavity(bench)).toBe(0);
    expect(notRecoveredMl(bench.state.volumes)).toBe(-1500);
  });

  it('may be recorded in every phase, and in a lost link, but not once the run has ended', () => {
    for (const phase of ['self-test', 'prime', 'fill', 'heat-up', 'drain', 'disconnect'] as const)
      expect(runIn(phase).act(fluid('sample', 10))).toEqual({ taken: true });
    const lost = runIn('treatment');
    lost.loseLink();
    expect(lost.act(fluid('irrigation', 100))).toEqual({ taken: true });
    expect(runIn('complete').act(fluid('sample', 10))).toEqual({ taken: false, why: 'run-ended' });
  });

  it.each(fluidKinds.map((kind) => [kind] as const))('has hard bounds, in whole millilitres: %s', (kind) => {
    const [low, high] = fluidRules[kind].boundsMl;
    const bench = runIn('treatment');
    for (const ml of [low - 1, high + 1, low + 0.5, Number.NaN, -low])
      expect(bench.act(fluid(kind, ml))).toEqual({ taken: false, why: 'fluid-out-of-range' });
    for (const ml of [low, high]) expect(bench.fork().act(fluid(kind, ml)).taken).toBe(true);
    for (const ml of fluidRules[kind].usualMl) expect(bench.fork().act(fluid(kind, ml)).taken).toBe(true);
  });

  it('that comes in during the fill is part of it: the plan is not exceeded', () => {
    const bench = runIn('fill');
    bench.act(fluid('irrigation', 200));
    const { inMl } = bench.state.volumes;
    untilFilled(bench);
    expect(bench.state.volumes.inMl - inMl).toBeLessThan(310);
    expect(inCavity(bench)).toBeLessThan(510);
  });

  it('that is taken out of a filled cavity starts no pump', () => {
    const bench = runIn('fill');
    untilFilled(bench);
    bench.act(fluid('suction', 400));
    for (let tick = 0; tick < 50; tick += 1) {
      bench.tick();
      expect(intentOf(bench.state).pumpEnable).toBe(false);
    }
  });

  it('ends a single instillation that it completes', () => {
    const bench = runIn('fill', instillationPreset);
    bench.act(fluid('irrigation', 600));
    bench.tick();
    expect(bench.state.phase).toBe('dwell');
  });

  it('that is sucked off explains a reservoir that falls by as much', () => {
    const bench = runIn('treatment');
    bench.reservoirMl = measured(2000);
    bench.seconds(30);
    bench.act(fluid('suction', 300));
    bench.reservoirMl = measured(1700);
    bench.seconds(5);
    expect(reservoirLostMl(bench.state)).toBeCloseTo(0, 6);
    bench.reservoirMl = measured(1500);
    bench.seconds(5);
    expect(reservoirLostMl(bench.state)).toBeCloseTo(200, 6);
  });

  it('outlives the console', () => {
    const bench = runIn('treatment');
    bench.act(fluid('irrigation', 500));
    const restored = runStateFromJson(JSON.parse(JSON.stringify(runStateToJson(bench.state))));
    expect(restored).toMatchObject({ ok: true, state: { volumes: { byHandInMl: 500 } } });
  });
});

describe('ascites typed as a reading', () => {
  it('is refused with the words where it belongs: a number that changes nothing is none', () => {
    const bench = runIn('treatment');
    const before = bench.state.volumes;
    expect(bench.act({ type: 'record-reading', kind: 'ascites', value: 2500 })).toEqual({
      taken: false,
      why: 'reading-not-counted',
    });
    expect(bench.state.volumes).toEqual(before);
  });
});

describe('the measured drain', () => {
  const measure = (value: number) => ({ type: 'record-reading', kind: 'drained-volume', value }) as const;

  it('stands beside the counted one, and moves it by nothing', () => {
    const bench = runIn('disconnect');
    const { volumes } = bench.state;
    expect(bench.state.drainMeasuredMl).toBeNull();
    expect(bench.act(measure(700))).toEqual({ taken: true });
    expect(bench.state).toMatchObject({ drainMeasuredMl: 700, volumes });
    expect(notRecoveredByMeasureMl(volumes, 700)).toBeCloseTo(volumes.inMl - 700, 6);
  });

  it('may be corrected: the last one counts', () => {
    const bench = runIn('disconnect');
    bench.act(measure(7000));
    bench.act(measure(700));
    expect(bench.state.drainMeasuredMl).toBe(700);
  });

  it('is asked for by nobody before the run may be completed', () => {
    expect(runIn('disconnect').act({ type: 'advance', from: 'disconnect' })).toEqual({ taken: true });
  });
});
