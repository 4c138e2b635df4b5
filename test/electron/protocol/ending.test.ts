import { describe, expect, it } from 'vitest';
import { defaultProbeSites } from '../../../electron/domain/case.ts';
import type { Phase } from '../../../electron/domain/phase.ts';
import { outcomeNow } from '../../../electron/protocol/enter.ts';
import { intentOf } from '../../../electron/protocol/intent.ts';
import { inCavityMl } from '../../../electron/protocol/volumes.ts';
import { Bench, benchPreset, lead, runIn } from './bench.ts';

const end = { type: 'end-treatment', early: null } as const;

describe('a run', () => {
  it.each([
    ['prime', 'aborted'],
    ['heat-up', 'aborted'],
    ['treatment', 'ended-early'],
    ['rinse', 'completed'],
  ] as const)('ended from %s is %s', (phase: Phase, outcome) => {
    const bench = runIn(phase);
    expect(bench.act({ type: 'end-run', reason: 'a reason' })).toEqual({ taken: true });
    expect(bench.state.phase).toBe('complete');
    expect(outcomeNow(bench.state)).toBe(outcome);
    expect(intentOf(bench.state)).toMatchObject({ mode: 'standby', pumpEnable: false, heaterEnable: false });
  });

  it('ended from standstill is stopped', () => {
    const bench = runIn('treatment');
    bench.act({ type: 'stop-run' });
    bench.act({ type: 'end-run', reason: 'a reason' });
    expect(outcomeNow(bench.state)).toBe('stopped');
  });

  it('stopped while disconnecting and then completed was completed', () => {
    const bench = runIn('disconnect');
    bench.act({ type: 'stop-run' });
    expect(bench.act({ type: 'advance', from: 'disconnect' })).toEqual({ taken: true });
    expect(outcomeNow(bench.state)).toBe('completed');
  });

  it('that is complete takes nothing but notes', () => {
    const bench = runIn('complete');
    expect(bench.act({ type: 'stop-run' })).toEqual({ taken: false, why: 'run-ended' });
    expect(bench.act({ type: 'resume-heat' })).toEqual({ taken: false, why: 'run-ended' });
    expect(bench.act({ type: 'record-note', text: 'afterwards' })).toEqual({ taken: true });
  });

  it('drained before treatment goes on to disconnect as aborted', () => {
    const bench = runIn('heat-up', { ...benchPreset, rinses: { count: 0, volumeMl: 300 } });
    bench.act({ type: 'drain-now' });
    bench.seconds(60);
    bench.act({ type: 'advance', from: 'drain' });
    bench.act({ type: 'advance', from: 'disconnect' });
    expect(outcomeNow(bench.state)).toBe('aborted');
  });

  it('does not leave a drain while fluid is in', () => {
    const bench = runIn('drain');
    bench.tick();
    expect(bench.act({ type: 'advance', from: 'drain' })).toEqual({ taken: false, why: 'still-in-cavity' });
  });
});

describe('a drain that gives nothing', () => {
  const leave = { type: 'leave-retained', from: 'drain', reason: 'catheter blocked, surgeon told' } as const;
  const blocked = (): Bench => {
    const bench = runIn('drain', { ...benchPreset, fillVolumeMl: 1200 });
    bench.seconds(1);
    bench.flowShare = 0.05;
    bench.seconds(12);
    return bench;
  };

  it('with more than a tenth of the fill left by count is not left as drained, but with a reason', () => {
    const bench = blocked();
    expect(bench.act({ type: 'advance', from: 'drain' })).toEqual({ taken: false, why: 'still-in-cavity' });
    expect(bench.act(leave)).toEqual({ taken: true });
    expect(bench.state.phase).toBe('rinse');
    expect(bench.events.at(-1)).toMatchObject({ type: 'phase', to: 'rinse', cause: 'leave-retained' });
    expect(inCavityMl(bench.state.volumes)).toBeGreaterThan(500);
  });

  it('is not left while it gives, nor where it is drained, nor from another phase', () => {
    const bench = runIn('drain', { ...benchPreset, fillVolumeMl: 1200 });
    bench.seconds(12);
    expect(bench.act(leave)).toEqual({ taken: false, why: 'not-ready' });
    bench.seconds(60);
    expect(bench.act(leave)).toEqual({ taken: false, why: 'not-ready' });
    expect(blocked().act({ ...leave, from: 'rinse-drain' })).toEqual({
      taken: false,
      why: 'not-in-this-phase',
    });
  });

  it('of which nobody can tell, because the flow is not known, may be left as well', () => {
    const bench = runIn('drain', { ...benchPreset, fillVolumeMl: 1200 });
    bench.flowShare = null;
    bench.seconds(12);
    expect(bench.act({ type: 'advance', from: 'drain' })).toEqual({ taken: false, why: 'still-in-cavity' });
    expect(bench.act(leave)).toEqual({ taken: true });
  });
});

describe('a drain that brings more than the count has put in', () => {
  const advance = { type: 'advance', from: 'drain' } as const;
  const urine = (): Bench => {
    const preset = { ...benchPreset, fillVolumeMl: 1200 };
    const bench = lead(new Bench(preset, defaultProbeSites, 0, 600), 'drain');
    bench.seconds(85);
    return bench;
  };

  it('is not drained while it comes, whatever the count says', () => {
    const bench = urine();
    expect(inCavityMl(bench.state.volumes)).toBe(0);
    expect(bench.act(advance)).toEqual({ taken: false, why: 'still-in-cavity' });
    bench.seconds(27);
    expect(bench.act(advance)).toEqual({ taken: true });
  });

  it('may be left all the same, with a reason: some machines pump air and call it flow', () => {
    const bench = urine();
    expect(
      bench.act({ type: 'leave-retained', from: 'drain', reason: 'air comes, the bag is full' }),
    ).toEqual({ taken: true });
    expect(bench.state.phase).toBe('rinse');
  });

  it('is drained once its pump stands', () => {
    const bench = urine();
    bench.act({ type: 'pause-flow' });
    bench.seconds(1);
    expect(bench.act(advance)).toEqual({ taken: true });
  });
});

describe('rinses that are skipped', () => {
  const skip = { type: 'skip-rinses', from: 'drain', reason: 'DRAIN NOW for air, catheter out' } as const;
  const drainedOf = (bench: Bench): Bench => {
    bench.seconds(60);
    return bench;
  };

  it('lead from a drained cavity to disconnect, and what was completed stays completed', () => {
    const bench = drainedOf(runIn('drain'));
    expect(bench.act(skip)).toEqual({ taken: true });
    expect(bench.state.phase).toBe('disconnect');
    expect(bench.events.at(-1)).toMatchObject({ type: 'phase', to: 'disconnect', cause: 'skip-rinses' });
    expect(intentOf(bench.state)).toMatchObject({ mode: 'standby', pumpEnable: false, heaterEnable: false });
    bench.act({ type: 'advance', from: 'disconnect' });
    expect(outcomeNow(bench.state)).toBe('completed');
  });

  it('after a DRAIN NOW from fill pump nothing into the patient again', () => {
    const bench = runIn('fill');
    bench.seconds(20);
    bench.act({ type: 'drain-now' });
    expect(drainedOf(bench).act(skip)).toEqual({ taken: true });
    bench.act({ type: 'advance', from: 'disconnect' });
    expect(outcomeNow(bench.state)).toBe('aborted');
  });

  it('lead on from what is retained as well, which a person answers for', () => {
    const bench = runIn('drain', { ...benchPreset, fillVolumeMl: 1200 });
    bench.seconds(1);
    expect(bench.act(skip)).toEqual({ taken: false, why: 'still-in-cavity' });
    bench.flowShare = 0.05;
    bench.seconds(12);
    expect(bench.act(skip)).toEqual({ taken: true });
    expect(bench.state.phase).toBe('disconnect');
  });

  it('after the first of three are the two that are left', () => {
    const bench = drainedOf(runIn('rinse-drain', { ...benchPreset, rinses: { count: 3, volumeMl: 300 } }));
    expect(bench.act(skip)).toEqual({ taken: false, why: 'not-in-this-phase' });
    expect(bench.act({ ...skip, from: 'rinse-drain' })).toEqual({ taken: true });
  });

  it('are none where none is left, nor while STOP RUN holds what is full', () => {
    const none = drainedOf(runIn('drain', { ...benchPreset, rinses: { count: 0, volumeMl: 300 } }));
    expect(none.act(skip)).toEqual({ taken: false, why: 'no-rinses-left' });
    const stopped = runIn('drain');
    stopped.act({ type: 'stop-run' });
    expect(stopped.act(skip)).toEqual({ taken: false, why: 'still-in-cavity' });
  });
});

describe('a rinse', () => {
  it('begins through bypass: while it drained a hot slug may have stood in the exchanger', () => {
    const bench = runIn('rinse');
    bench.celsius = [45.5, 42, 42.5, 42.5];
    bench.seconds(20);
    expect(intentOf(bench.state)).toMatchObject({ mode: 'bypass', pumpEnable: true, heaterEnable: false });
    expect(bench.state.volumes.fillingMl).toBe(0);
    bench.warm(40);
    bench.seconds(10.5);
    expect(intentOf(bench.state)).toMatchObject({ mode: 'rinse', heaterEnable: false });
  });
});

describe('a press meant for another phase', () => {
  it('is refused', () => {
    const bench = runIn('prime');
    bench.tick();
    expect(bench.act({ type: 'advance', from: 'preheat' })).toEqual({
      taken: false,
      why: 'not-in-this-phase',
    });
    expect(bench.act(end)).toEqual({ taken: false, why: 'not-in-this-phase' });
  });
});
