import { describe, expect, it } from 'vitest';
import { missing } from '../../../electron/domain/reading.ts';
import { additionStands, additionsDue, coreReadingDue } from '../../../electron/protocol/reminders.ts';
import { drugNamed } from '../../support/drug.ts';
import { type Bench, benchPreset, checkedBy, runIn } from './bench.ts';

const preset = {
  ...benchPreset,
  additions: [
    { atMinutes: 0, label: 'first part as entered' },
    { atMinutes: 5, label: 'second part as entered' },
  ],
};
const drug = (addition: number | null) =>
  ({ type: 'record-drug', drug: drugNamed('as typed', 100), addition, checkedBy: null }) as const;
const stands = (bench: Bench) => [0, 1].map((index) => additionStands(bench.state, index).state);

describe('the first drug', () => {
  it('needs two different people who have checked it, whichever way it comes in', () => {
    const bench = runIn('heat-up');
    const refused = { taken: false, why: 'needs-two-names' };
    expect(bench.act(drug(null))).toEqual(refused);
    expect(bench.act({ ...drug(null), checkedBy: ['Ann', ' ann '] })).toEqual(refused);
    expect(bench.act({ ...drug(null), checkedBy: ['Ann', ''] })).toEqual(refused);
    bench.seconds(61);
    const start = { type: 'start-treatment', drug: drugNamed('as typed'), early: null } as const;
    expect(bench.act({ ...start, checkedBy: null })).toEqual(refused);
    expect(bench.state.phase).toBe('heat-up');
    expect(bench.act({ ...start, checkedBy })).toEqual({ taken: true });
  });

  it('is no question any more for the ones after it', () => {
    const bench = runIn('treatment');
    expect(bench.act(drug(null))).toEqual({ taken: true });
  });

  it('is none where the clock is started without a drug', () => {
    const bench = runIn('heat-up');
    bench.seconds(61);
    bench.act({ type: 'start-treatment', drug: null, early: null, checkedBy: null });
    expect(bench.state.clocks.drugFromMs).toBeNull();
    expect(bench.act(drug(null))).toEqual({ taken: false, why: 'needs-two-names' });
  });
});

describe('a planned addition', () => {
  it('of the first minute is confirmed by the drug that starts the treatment', () => {
    const bench = runIn('treatment', preset);
    bench.tick();
    expect(stands(bench)).toEqual(['done', 'ahead']);
    expect(bench.types()).not.toContain('addition-due');
  });

  it('reminds at its minute, once, and is late five minutes after', () => {
    const bench = runIn('treatment', preset);
    bench.seconds(299);
    expect(stands(bench)).toEqual(['done', 'ahead']);
    expect(additionStands(bench.state, 1).dueInMs).toBe(1000);
    bench.seconds(2);
    expect(stands(bench)).toEqual(['done', 'due']);
    expect(additionsDue(bench.state)).toEqual([null, '2/2 second part as entered']);
    bench.seconds(300);
    expect(stands(bench)).toEqual(['done', 'late']);
    const told = bench.events.filter(({ type }) => type === 'addition-due');
    expect(told).toEqual([{ type: 'addition-due', addition: 1, label: 'second part as entered' }]);
  });

  it('is confirmed by a drug that names it, once, and only if it is planned', () => {
    const bench = runIn('treatment', preset);
    bench.seconds(301);
    expect(bench.act(drug(2))).toEqual({ taken: false, why: 'no-such-addition' });
    expect(bench.act(drug(1))).toEqual({ taken: true });
    expect(bench.act(drug(1))).toEqual({ taken: false, why: 'addition-recorded' });
    expect(stands(bench)).toEqual(['done', 'done']);
    expect(additionsDue(bench.state)).toEqual([]);
  });

  it('recorded before its minute does not remind', () => {
    const bench = runIn('treatment', preset);
    bench.act(drug(1));
    bench.seconds(400);
    expect(bench.types()).not.toContain('addition-due');
  });

  it('counts the volume that was entered with it as volume in', () => {
    const bench = runIn('treatment', preset);
    const before = bench.state.volumes;
    bench.act(drug(1));
    expect(bench.state.volumes).toMatchObject({
      inMl: before.inMl + 100,
      addedMl: 100,
      cavityMl: before.cavityMl + 100,
    });
  });
});

describe('an addition that was not given', () => {
  const notGiven = (addition: number) =>
    ({ type: 'addition-not-given', addition, reason: 'decision of the surgeon' }) as const;
  const atTheEnd = (): Bench => {
    const bench = runIn('treatment', { ...preset, minutes: 15 });
    bench.heaterPercent = null;
    for (let second = 0; second < 901; second += 1) {
      // A probe that never moves counts for nothing after 30 s.
      bench.celsius = [43.9, 42.4, 42.5 + (second % 2) / 100, 42.5];
      bench.seconds(1);
    }
    return bench;
  };

  it('is said once, with its reason, reminds no more, and may still be recorded as given', () => {
    const bench = runIn('treatment', preset);
    bench.seconds(301);
    expect(additionsDue(bench.state)).toEqual([null, '2/2 second part as entered']);
    expect(bench.act(notGiven(0))).toEqual({ taken: false, why: 'addition-recorded' });
    expect(bench.act(notGiven(2))).toEqual({ taken: false, why: 'no-such-addition' });
    expect(bench.act(notGiven(1))).toEqual({ taken: true });
    expect(bench.act(notGiven(1))).toEqual({ taken: false, why: 'addition-recorded' });
    expect([stands(bench), additionsDue(bench.state)]).toEqual([['done', 'not-given'], []]);
    expect(bench.act(drug(1))).toEqual({ taken: true });
    expect(stands(bench)).toEqual(['done', 'done']);
  });

  it('said before its minute is not reminded of', () => {
    const bench = runIn('treatment', preset);
    bench.act(notGiven(1));
    bench.seconds(400);
    expect(bench.types()).not.toContain('addition-due');
  });

  it('is asked for before the treatment ends as planned, and holds nobody from ending it early or draining', () => {
    const bench = atTheEnd();
    const end = { type: 'end-treatment', early: null } as const;
    expect(bench.act(end)).toEqual({ taken: false, why: 'addition-open' });
    const now = bench.fork();
    expect(now.act({ type: 'drain-now' })).toEqual({ taken: true });
    const early = bench.fork();
    expect(early.act({ ...end, early: { reason: 'bleeding', clinician: 'Dr Named' } })).toEqual({
      taken: true,
    });
    expect(bench.act(notGiven(1))).toEqual({ taken: true });
    expect(bench.act(end)).toEqual({ taken: true });
  });
});

describe('a drug that is added to the circuit before the cavity is filled', () => {
  it('comes in with the filling, and is counted there', () => {
    const bench = runIn('preheat');
    expect(bench.act({ ...drug(null), checkedBy })).toEqual({ taken: true });
    expect(bench.state.volumes).toMatchObject({ inMl: 0, addedMl: 0, cavityMl: 0 });
    bench.warm(42.5);
    bench.seconds(31);
    expect(bench.state.clocks).toMatchObject({ drugFromMs: null, drugMs: 0 });
    expect(bench.act({ type: 'advance', from: 'preheat' })).toEqual({ taken: true });
    bench.seconds(10);
    expect(bench.state.clocks.drugMs).toBe(10_000);
  });

  it('is the first of the run all the same: two people stand for it, and for none after it', () => {
    const bench = runIn('prime');
    expect(bench.act(drug(null))).toEqual({ taken: false, why: 'needs-two-names' });
    expect(bench.act({ ...drug(null), checkedBy })).toEqual({ taken: true });
    expect(bench.act(drug(null))).toEqual({ taken: true });
  });
});

describe('the patient’s core temperature', () => {
  const withoutProbe = (): Bench => {
    const bench = runIn('heat-up');
    bench.coreCelsius = missing('not-fitted');
    return bench;
  };

  it('needs no reading by hand while a probe gives it', () => {
    const bench = runIn('treatment');
    bench.seconds(700);
    expect(coreReadingDue(bench.state)).toBe(false);
  });

  it('without a probe is asked for every ten minutes, and once a reading is entered not for ten more', () => {
    const bench = withoutProbe();
    bench.seconds(599);
    expect(coreReadingDue(bench.state)).toBe(false);
    bench.seconds(2);
    expect(coreReadingDue(bench.state)).toBe(true);
    expect(bench.act({ type: 'record-reading', kind: 'core-temperature', value: 37.9 })).toEqual({
      taken: true,
    });
    expect(coreReadingDue(bench.state)).toBe(false);
    expect(bench.state.core.byHand).toEqual({ celsius: 37.9, atMs: bench.state.nowMs });
    bench.seconds(600);
    expect(coreReadingDue(bench.state)).toBe(true);
  });

  it('is not answered by a reading of something else', () => {
    const bench = withoutProbe();
    bench.seconds(601);
    bench.act({ type: 'record-reading', kind: 'cavity-pressure', value: 12 });
    expect(coreReadingDue(bench.state)).toBe(true);
  });
});

describe('a reading by hand', () => {
  it.each([
    ['core-temperature', 24.9, false],
    ['core-temperature', 41, true],
    ['drained-volume', 20_001, false],
    ['cavity-pressure', 15, true],
    ['cavity-pressure', 101, false],
  ] as const)('%s %f is taken: %s', (kind, value, taken) => {
    const bench = runIn('treatment');
    const result = bench.act({ type: 'record-reading', kind, value });
    expect(result).toEqual(taken ? { taken } : { taken, why: 'reading-out-of-range' });
  });

  it('may be entered before the fluid is in and while the link is lost: it is a record', () => {
    const bench = runIn('prime');
    bench.loseLink();
    expect(bench.act({ type: 'record-reading', kind: 'drained-volume', value: 1500 })).toEqual({
      taken: true,
    });
    // What changes the count is no reading.
    expect(bench.act({ type: 'record-reading', kind: 'ascites', value: 1500 })).toEqual({
      taken: false,
      why: 'reading-not-counted',
    });
  });
});
