import { describe, expect, it } from 'vitest';
import { interlockBit } from '../../../electron/domain/circuit.ts';
import { benchPreset, runIn } from './bench.ts';

describe('a gap longer than a lost link, of which nothing was heard', () => {
  it('counts neither as time in band nor as dose, but as elapsed', () => {
    const bench = runIn('treatment');
    bench.seconds(10);
    const { clocks, cem43Minutes } = bench.state;
    bench.tick(300_000);
    expect(bench.state.clocks.inBandMs).toBe(clocks.inBandMs);
    expect(bench.state.cem43Minutes).toEqual(cem43Minutes);
    expect(bench.state.clocks.elapsedMs).toBe(clocks.elapsedMs + 300_000);
    expect(bench.events.at(-1)).toEqual({ type: 'in-band-clock', running: false, why: 'link-lost' });
    bench.tick();
    expect(bench.events.at(-1)).toMatchObject({ type: 'in-band-clock', running: true });
  });

  it('empties no cavity: what should have come out is not counted', () => {
    const bench = runIn('drain');
    bench.seconds(5);
    const { cavityMl } = bench.state.volumes;
    bench.tick(120_000);
    expect(bench.state.volumes.cavityMl).toBe(cavityMl);
    expect(bench.act({ type: 'advance', from: 'drain' })).toEqual({ taken: false, why: 'still-in-cavity' });
  });

  it('does not let treatment start: the minute in band begins anew', () => {
    const bench = runIn('heat-up');
    bench.warm(42.5);
    bench.seconds(5);
    bench.tick(120_000);
    const start = { type: 'start-treatment', drug: null, early: null, checkedBy: null } as const;
    expect(bench.act(start)).toEqual({ taken: false, why: 'not-ready' });
    bench.seconds(61);
    expect(bench.act(start)).toEqual({ taken: true });
  });

  it('convicts no probe: what the witness has seen begins anew', () => {
    const bench = runIn('treatment');
    bench.seconds(90);
    bench.celsius = [44, 42.4, 43.4, 42.5];
    bench.seconds(5);
    bench.tick(60_000);
    bench.seconds(5);
    expect(bench.state.probesCelsius.map(({ missing }) => missing)).toEqual([null, null, null, null]);
  });

  it('does not end bypass after standstill: its ten seconds begin anew', () => {
    const bench = runIn('treatment');
    bench.act({ type: 'pause-flow' });
    bench.seconds(5);
    bench.act({ type: 'resume-flow' });
    bench.seconds(2);
    bench.tick(20_000);
    bench.tick();
    expect(bench.intent?.mode).toBe('bypass');
    bench.seconds(11);
    expect(bench.intent?.mode).toBe('circulate');
  });
});

describe('what stood in the exchanger', () => {
  it('goes through bypass before a rinse: it stood while the cavity drained', () => {
    const bench = runIn('rinse');
    bench.tick();
    expect(bench.intent).toMatchObject({ mode: 'bypass', pumpEnable: true });
    bench.seconds(11);
    expect(bench.intent?.mode).toBe('rinse');
    expect(bench.state.volumes.fillingMl).toBeLessThan(100);
  });

  it('lets nothing be filled while the valves stand elsewhere than in bypass', () => {
    const bench = runIn('preheat');
    bench.warm(benchPreset.targetCelsius);
    for (let tick = 0; tick < 400; tick += 1) {
      bench.nowMs += 100;
      const telemetry = bench.telemetry();
      const inForce = { ...telemetry.inForce, mode: 'prime' as const };
      bench.hear({ type: 'tick', telemetry: { ...telemetry, inForce }, wallMs: bench.nowMs });
    }
    expect(bench.act({ type: 'advance', from: 'preheat' })).toEqual({ taken: false, why: 'not-ready' });
  });

  it('goes round for 30 s before a filling, when preheat was paused', () => {
    const bench = runIn('preheat');
    bench.warm(benchPreset.targetCelsius);
    bench.seconds(40);
    bench.act({ type: 'pause-flow' });
    bench.seconds(20);
    bench.act({ type: 'resume-flow' });
    bench.seconds(2);
    expect(bench.act({ type: 'advance', from: 'preheat' })).toEqual({ taken: false, why: 'not-ready' });
    bench.seconds(31);
    expect(bench.act({ type: 'advance', from: 'preheat' })).toEqual({ taken: true });
  });
});

describe('pressed while an exchange is under way, whose reply still shows what was', () => {
  it('PAUSE FLOW: that reply is not counted as in band', () => {
    const bench = runIn('treatment');
    bench.seconds(10);
    const { inBandMs } = bench.state.clocks;
    const underWay = bench.telemetry();
    bench.act({ type: 'pause-flow' });
    bench.nowMs += 100;
    bench.hear({ type: 'tick', telemetry: underWay, wallMs: bench.nowMs });
    expect(bench.state.clocks.inBandMs).toBe(inBandMs);
    expect(bench.state.clocks.stop).toBe('not-circulating');
  });

  it('STOP RUN: the valves stay where that exchange has put them', () => {
    const bench = runIn('treatment');
    bench.act({ type: 'drain-now' });
    bench.taken = bench.intent ?? bench.taken;
    const underWay = bench.telemetry();
    bench.act({ type: 'stop-run' });
    bench.nowMs += 100;
    bench.hear({ type: 'tick', telemetry: underWay, wallMs: bench.nowMs });
    expect(bench.intent).toMatchObject({ mode: 'drain', pumpEnable: false, heaterEnable: false });
  });

  it('Take command: the first block written keeps what is in force, whatever that reply says', () => {
    const bench = runIn('treatment');
    bench.seconds(5);
    bench.loseLink();
    bench.restoreLink();
    bench.act({ type: 'take-command' });
    bench.act({ type: 'drain-now' });
    bench.nowMs += 100;
    bench.hear({ type: 'tick', telemetry: bench.telemetry(), wallMs: bench.nowMs });
    expect(bench.intent).toMatchObject({ mode: 'circulate', pumpEnable: true, heaterEnable: false });
    bench.tick();
    expect(bench.intent).toMatchObject({ mode: 'drain', pumpEnable: true, heaterEnable: false });
  });

  it('Take command: a pump that the machine stops meanwhile is held', () => {
    const bench = runIn('rinse');
    bench.seconds(11);
    bench.seconds(5);
    bench.loseLink();
    bench.restoreLink();
    bench.act({ type: 'take-command' });
    bench.latch('watchdog-expired');
    bench.nowMs += 100;
    bench.hear({ type: 'tick', telemetry: bench.telemetry(), wallMs: bench.nowMs });
    expect(bench.state.interlockBits).toBe(interlockBit('watchdog-expired'));
    expect(bench.state.flowHeld).toBe('interlock');
    expect(bench.intent?.pumpEnable).toBe(false);
  });
});
