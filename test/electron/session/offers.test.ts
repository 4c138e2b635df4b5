import { describe, expect, it } from 'vitest';
import { type Phase, phases } from '../../../electron/domain/phase.ts';
import { advise } from '../../../electron/session/advice.ts';
import { primaryAction } from '../../../electron/session/offers.ts';
import { type Bench, clinician } from '../protocol/bench.ts';
import { seen, settledIn } from './seen.ts';

describe('a run without trouble', () => {
  it.each<[Phase, number, string[]]>([
    ['self-test', 1, ['now self-test-running', 'next next-confirm-prime', 'advance not-ready', 'end-run']],
    [
      'self-test',
      5,
      ['now self-test-passed', 'next next-confirm-prime', 'advance may be pressed', 'end-run'],
    ],
    ['prime', 2, ['now priming', 'next next-confirm-machine-test', 'advance needs-time-out', 'end-run']],
    [
      'machine-test',
      0.2,
      ['now machine-testing', 'next next-confirm-preheat', 'advance not-ready', 'end-run'],
    ],
    [
      'machine-test',
      20,
      ['now machine-test-passed', 'next next-confirm-preheat', 'advance may be pressed', 'end-run'],
    ],
    ['preheat', 2, ['now preheating', 'next next-confirm-fill', 'advance not-ready', 'end-run']],
    ['fill', 2, ['now filling', 'next next-confirm-circulate', 'advance not-ready']],
    [
      'heat-up',
      2,
      [
        'now heat-up-settling',
        'next next-confirm-treatment',
        'start-treatment not-ready',
        'start-treatment (name)',
      ],
    ],
    [
      'heat-up',
      62,
      ['now treatment-may-start', 'next next-confirm-treatment', 'start-treatment may be pressed'],
    ],
    ['treatment', 2, ['now holding', 'next next-drain-confirm', 'no primary', 'end-treatment (name)']],
    ['treatment', 901, ['now in-band-complete', 'next next-drain-confirm', 'end-treatment may be pressed']],
    ['dwell', 2, ['now dwelling', 'next next-drain-confirm', 'no primary', 'end-treatment (name)']],
    ['dwell', 901, ['now dwell-complete', 'next next-drain-confirm', 'end-treatment may be pressed']],
    ['drain', 2, ['now draining', 'next next-confirm-rinse', 'advance still-in-cavity']],
    [
      'drain',
      60,
      ['now drain-low', 'next next-confirm-rinse', 'advance may be pressed', 'skip-rinses', 'end-run'],
    ],
    ['rinse', 2, ['now restarting-through-bypass', 'next –', 'no primary', 'end-run']],
    ['rinse', 13, ['now rinsing', 'next next-rinse-drain', 'no primary']],
    ['rinse-drain', 2, ['now rinse-draining', 'next next-confirm-disconnect', 'advance still-in-cavity']],
    ['disconnect', 2, ['now disconnecting', 'next next-measure-drain', 'advance may be pressed']],
    ['complete', 0, ['now complete', 'next next-report', 'no primary']],
  ])('%s after %s s', (phase, seconds, expected) => {
    expect(seen(settledIn(phase, seconds))).toEqual(expected);
  });

  it('prime may be left once the time-out was read', () => {
    const bench = settledIn('prime', 2);
    bench.act({ type: 'time-out', names: ['Ann', 'Bo'] });
    expect(seen(bench)).toContain('advance may be pressed');
  });

  it('a rinse asks for fresh fluid before it pumps, or is skipped', () => {
    const bench = settledIn('drain', 60);
    bench.act({ type: 'advance', from: 'drain' });
    bench.tick();
    expect(seen(bench)).toEqual([
      'now rinse-asks',
      'next next-confirm-fresh-fluid',
      'confirm-fresh-fluid may be pressed',
      'skip-rinses',
      'end-run',
    ]);
  });

  it('before priming says how much the reservoir has to hold: fill, circuit and rest', () => {
    const { state } = settledIn('self-test', 5);
    const known = { ...state, circuitVolumeMl: 300, reservoirRestMl: 500 };
    expect(advise(known).next).toEqual({ key: 'next-confirm-prime', values: { ml: 1300 } });
    expect(advise(state).next).toEqual({ key: 'next-confirm-prime', values: {} });
  });

  it('once the drain is measured the run is completed', () => {
    const bench = settledIn('disconnect', 2);
    bench.act({ type: 'record-reading', kind: 'drained-volume', value: 700 });
    expect(advise(bench.state).next?.key).toBe('next-confirm-complete');
  });

  it('says for how long preheat and heat-up have to settle, and nothing where nothing settles', () => {
    const preheat = settledIn('preheat', 1);
    preheat.warm(42.5);
    preheat.seconds(10);
    expect(primaryAction(preheat.state)?.value).toBeCloseTo(20.1);
    preheat.act({ type: 'pause-flow' });
    expect(primaryAction(preheat.state)).toMatchObject({ action: 'resume-flow', value: null });
    expect(primaryAction(settledIn('prime').state)?.value).toBeNull();
  });

  it('heating up says so until it is in band', () => {
    const bench = settledIn('heat-up');
    bench.warm(40);
    bench.seconds(1);
    expect(seen(bench)[0]).toBe('now heating-up');
  });

  it('out of band says which way', () => {
    const bench = settledIn('treatment');
    bench.warm(41.9);
    bench.seconds(1);
    expect(advise(bench.state).now).toEqual({ key: 'out-of-band', values: { why: 'below-band' } });
  });
});

describe('the planned time up before the minutes in band', () => {
  const late = (): Bench => {
    const bench = settledIn('treatment');
    bench.warm(41.9);
    bench.seconds(120);
    bench.warm(42.5);
    bench.seconds(790);
    return bench;
  };

  it('asks: end now, or extend with a name', () => {
    expect(seen(late())).toEqual([
      'now plan-elapsed-question',
      'next next-drain-confirm',
      'end-treatment may be pressed',
      'extend-until-in-band (name)',
    ]);
  });

  it('extended, it may still be ended', () => {
    const bench = late();
    bench.act({ type: 'extend-until-in-band', clinician });
    expect(seen(bench)).toEqual([
      'now extended',
      'next next-drain-confirm',
      'no primary',
      'end-treatment (name)',
    ]);
    bench.seconds(130);
    expect(seen(bench)).toEqual([
      'now in-band-complete',
      'next next-drain-confirm',
      'end-treatment may be pressed',
    ]);
  });
});

describe('what is offered', () => {
  it('is never refused when it is pressed', () => {
    for (const phase of phases) {
      for (const trouble of ['none', 'stop-run', 'pause-flow', 'heat-off'] as const) {
        const bench = settledIn(phase, 3);
        if (trouble !== 'none') bench.act({ type: trouble });
        bench.tick();
        const primary = primaryAction(bench.state);
        if (primary?.blocked !== null) continue;
        expect(press(bench, primary.action, primary.bits)).toEqual({ taken: true });
      }
    }
  });
});

function press(bench: Bench, action: string, bits: number) {
  const from = bench.state.phase;
  if (action === 'advance') return bench.act({ type: 'advance', from });
  if (action === 'clear-interlocks') return bench.act({ type: 'clear-interlocks', bits });
  if (action === 'start-treatment')
    return bench.act({ type: 'start-treatment', drug: null, early: null, checkedBy: null });
  if (action === 'end-treatment') return bench.act({ type: 'end-treatment', early: null });
  return bench.act({ type: action as 'resume-heat' });
}
