import { describe, expect, it } from 'vitest';
import { interlockBit } from '../../../electron/domain/circuit.ts';
import { refusalOf } from '../../../electron/protocol/guards.ts';
import { primaryAction } from '../../../electron/session/offers.ts';
import { goUntil } from '../../support/go-until.ts';
import { Bench, benchPreset, runIn } from '../protocol/bench.ts';
import { seen, settledIn } from './seen.ts';

describe('trouble', () => {
  it('heat held: resume heat, with the temperature it waits for', () => {
    const bench = settledIn('treatment');
    bench.act({ type: 'heat-off' });
    expect(seen(bench)).toEqual([
      'now heat-held',
      'next next-resume-heat',
      'resume-heat may be pressed',
      'end-treatment (name)',
    ]);
    expect(primaryAction(bench.state)?.value).toBe(43);
  });

  it('heat held in the machine test can be lifted as well', () => {
    const bench = runIn('machine-test');
    bench.act({ type: 'heat-off' });
    bench.seconds(1);
    expect(seen(bench)[2]).toBe('resume-heat may be pressed');
  });

  it('flow paused: resume flow, or end the run', () => {
    const bench = settledIn('treatment');
    bench.act({ type: 'pause-flow' });
    bench.tick();
    expect(seen(bench)).toEqual([
      'now flow-held',
      'next next-resume-flow',
      'resume-flow may be pressed',
      'end-treatment (name)',
      'end-run',
    ]);
  });

  it('flow resumed: bypass first, and nothing to press', () => {
    const bench = settledIn('treatment');
    bench.act({ type: 'pause-flow' });
    bench.act({ type: 'resume-flow' });
    bench.tick();
    expect(seen(bench)[0]).toBe('now restarting-through-bypass');
  });

  it('stopped: circulate unheated, drain or end', () => {
    const bench = settledIn('treatment');
    bench.act({ type: 'stop-run' });
    bench.tick();
    expect(seen(bench)).toEqual([
      'now stopped',
      'next next-resume-flow',
      'circulate-unheated may be pressed',
      'end-treatment (name)',
      'end-run',
    ]);
    expect(refusalOf(bench.state, { type: 'drain-now' })).toBeNull();
  });

  it('stopped while filling or draining: that goes on, nothing circulates', () => {
    for (const phase of ['fill', 'drain'] as const) {
      const bench = settledIn(phase);
      bench.act({ type: 'stop-run' });
      bench.tick();
      expect(seen(bench)[2]).toBe('resume-flow may be pressed');
    }
  });

  it('an interlock: clear it first, the ones that are seen', () => {
    const bench = settledIn('treatment');
    bench.latch('air-in-line', 'cover-open');
    bench.tick();
    expect(seen(bench).slice(0, 3)).toEqual([
      'now flow-held',
      'next next-clear-interlocks',
      'clear-interlocks may be pressed',
    ]);
    expect(primaryAction(bench.state)?.bits).toBe(interlockBit('air-in-line') | interlockBit('cover-open'));
  });

  it('an interlock found by the self-test can be cleared, the one it makes is left alone', () => {
    const found = new Bench();
    found.latch('watchdog-expired');
    found.tick();
    expect(seen(found)[2]).toBe('clear-interlocks may be pressed');
    const tested = runIn('machine-test');
    goUntil(
      () => tested.state.selfTest.running === 'rest',
      () => tested.tick(),
    );
    expect(seen(tested)[2]).toBe('advance not-ready');
  });

  it('an interlock whose cause stays does not keep anyone from leaving a drained patient', () => {
    const bench = runIn('drain', { ...benchPreset, rinses: { count: 0, volumeMl: 300 } });
    bench.latch('on-battery');
    bench.seconds(60);
    expect(seen(bench).slice(0, 3)).toEqual([
      'now drain-low',
      'next next-confirm-disconnect',
      'advance may be pressed',
    ]);
    bench.act({ type: 'advance', from: 'drain' });
    bench.tick();
    expect(seen(bench)[2]).toBe('advance may be pressed');
  });

  it('the cavity probes lost: heat is off; the outflow may control, with a name', () => {
    const bench = settledIn('treatment');
    bench.celsius = [44, 42, 'open', 'open'];
    bench.tick();
    expect(seen(bench)).toEqual([
      'now control-unknown',
      'next –',
      'no primary',
      'control-by-outflow (name)',
      'end-treatment (name)',
    ]);
  });

  it('the link lost: look at the machine, and nothing to press but the end', () => {
    const bench = settledIn('treatment');
    bench.loseLink();
    expect(seen(bench)).toEqual(['now link-lost', 'next next-use-machine-switch', 'no primary', 'end-run']);
  });

  it('the link back, the rig restarted: a person decides', () => {
    const bench = settledIn('treatment');
    bench.loseLink();
    bench.restoreLink();
    expect(seen(bench).slice(0, 3)).toEqual([
      'now link-back',
      'next next-take-command',
      'take-command may be pressed',
    ]);
    bench.hear({ type: 'rig-restarted', detail: '' });
    expect(seen(bench)[0]).toBe('now rig-restarted');
  });

  it('a failed machine test: do it again', () => {
    const bench = runIn('machine-test');
    bench.flowShare = 0;
    bench.seconds(25);
    expect(seen(bench).slice(0, 3)).toEqual(['now self-test-failed', 'next –', 'advance may be pressed']);
  });

  it('a failed self-test: do it again', () => {
    const bench = new Bench();
    bench.celsius[2] = 'open';
    bench.seconds(5);
    expect(seen(bench)).toEqual(['now self-test-failed', 'next –', 'advance may be pressed', 'end-run']);
  });
});
