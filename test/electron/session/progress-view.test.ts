import { describe, expect, it } from 'vitest';
import { progressView } from '../../../electron/session/progress-view.ts';
import { drugNamed } from '../../support/drug.ts';
import { type Bench, benchPreset, checkedBy, clinician, runIn } from '../protocol/bench.ts';

const see = (bench: Bench) => progressView(bench.state);

describe('how a run stands against its plan', () => {
  it('says of each clock why it does not count', () => {
    expect(see(runIn('prime')).clockStops).toEqual({
      elapsed: 'not-started',
      inBand: 'not-started',
      drug: 'no-drug',
    });
    const added = runIn('preheat');
    added.act({ type: 'record-drug', drug: drugNamed('as typed'), addition: null, checkedBy });
    expect(see(added)).toMatchObject({ clockStops: { drug: 'not-filled' }, drugNeedsTwo: false });
    const bench = runIn('treatment');
    bench.tick();
    expect(see(bench).clockStops).toEqual({ elapsed: null, inBand: null, drug: null });
    bench.warm(41);
    bench.tick();
    expect(see(bench).clockStops).toEqual({ elapsed: null, inBand: 'below-band', drug: null });
    expect(see(runIn('complete')).clockStops).toEqual({ elapsed: 'ended', inBand: 'ended', drug: 'drained' });
    const dwell = runIn('dwell');
    dwell.tick();
    expect(see(dwell).clockStops).toEqual({ elapsed: null, inBand: 'not-judged', drug: 'no-drug' });
  });

  it('asks once the planned minutes have elapsed before those in band, until somebody answers', () => {
    const bench = runIn('treatment');
    bench.warm(41.9);
    bench.seconds(60);
    bench.warm(42.5);
    bench.seconds(839);
    expect(see(bench).planQuestion).toBe(false);
    bench.seconds(2);
    expect(see(bench).planQuestion).toBe(true);
    bench.act({ type: 'extend-until-in-band', clinician });
    expect(see(bench).planQuestion).toBe(false);
  });

  it('shows the set flow planned and in force, and what it may be changed to', () => {
    const bench = runIn('heat-up');
    bench.tick();
    bench.act({ type: 'change-flow', mlPerMin: 1800 });
    expect(see(bench).setFlow).toEqual({
      plannedMlPerMin: 1500,
      mlPerMin: 1800,
      lowestMlPerMin: 100,
      highestMlPerMin: 2500,
      mayChange: true,
    });
    expect(see(runIn('fill')).setFlow.mayChange).toBe(false);
  });

  it('shows planned additions with when they are due and when they were recorded', () => {
    const additions = [{ atMinutes: 5, label: 'as entered' }];
    const bench = runIn('treatment', { ...benchPreset, additions });
    bench.seconds(240);
    expect(see(bench).additions).toEqual([
      { label: 'as entered', atMinutes: 5, state: 'ahead', dueInSeconds: 60, doneAtSeconds: null },
    ]);
    bench.seconds(70);
    expect(see(bench).additions).toMatchObject([{ state: 'due', dueInSeconds: -10 }]);
    bench.act({ type: 'record-drug', drug: drugNamed('as typed', 50), addition: 0, checkedBy: null });
    expect(see(bench).additions).toMatchObject([
      { state: 'done', dueInSeconds: null, doneAtSeconds: bench.nowMs / 1000 },
    ]);
    expect(see(bench).balance).toMatchObject({ addedMl: 50, circulationMl: 0, drainedMl: 0 });
  });

  it('keeps the balance: what was filled, added and drained, and what is left of it', () => {
    const { balance } = see(runIn('complete'));
    expect(balance.filledMl).toBeGreaterThanOrEqual(800);
    expect(balance.notRecoveredMl).toBeCloseTo(balance.filledMl + balance.addedMl - balance.drainedMl, 6);
    expect(balance.inCavityMl).toBeCloseTo(balance.notRecoveredMl, 6);
  });

  it('tells whether the next drug is the first', () => {
    expect(see(runIn('heat-up')).drugNeedsTwo).toBe(true);
    expect(see(runIn('treatment')).drugNeedsTwo).toBe(false);
  });
});
