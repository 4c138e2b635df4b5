import { describe, expect, it } from 'vitest';
import { missing } from '../../../electron/domain/reading.ts';
import { intentOf } from '../../../electron/protocol/intent.ts';
import { rescueSample, runSample } from '../../../electron/session/run-sample.ts';
import { encodeCommand } from '../../../native-bridge/rig/registers.ts';
import { runIn } from '../protocol/bench.ts';

const treating = () => {
  const bench = runIn('treatment');
  bench.seconds(2);
  return bench;
};

describe('a sample', () => {
  it('holds what was requested, what was in force and what was measured, apart', () => {
    const bench = treating();
    const telemetry = {
      ...bench.telemetry(),
      inForce: { ...bench.telemetry().inForce, mode: 'bypass' as const },
    };
    const sample = runSample(bench.state, telemetry, intentOf(bench.state), 99);
    expect(sample).toMatchObject({ sessionMs: bench.nowMs, wallMs: 99, phase: 'treatment', inBand: true });
    expect(sample.requested).toMatchObject({ mode: 'circulate', heaterEnable: true, pumpEnable: true });
    expect(sample.inForce).toMatchObject({ mode: 'bypass' });
    expect(sample.probesCelsius).toEqual(bench.state.probesCelsius);
    expect(sample.flowMlPerMin.value).toBe(1500);
  });

  it('without fresh telemetry holds no value that is not fresh, and is not in band', () => {
    const bench = treating();
    bench.tick(100, 'lost');
    const sample = runSample(bench.state, null, intentOf(bench.state), 0);
    const none = missing('no-telemetry');
    expect(sample.probesCelsius).toEqual([none, none, none, none]);
    expect(sample).toMatchObject({
      controlCelsius: none,
      flowMlPerMin: none,
      heaterPowerPercent: none,
      inForce: null,
      interlockBits: null,
      inBand: false,
    });
  });

  it('holds as requested what was written in this exchange, and nothing where nothing was', () => {
    const bench = treating();
    const read = runSample(bench.state, bench.telemetry(), null, 0);
    expect(read.requested).toBeNull();
    expect(read.inForce).toMatchObject({ mode: 'circulate', pumpEnable: true });
    const unanswered = runSample(bench.state, null, intentOf(bench.state), 0);
    expect(unanswered.requested).toMatchObject({ mode: 'circulate' });
  });

  it('with the link lost says so', () => {
    const bench = treating();
    bench.loseLink();
    bench.tick(100, 'lost');
    const sample = runSample(bench.state, null, intentOf(bench.state), 0);
    expect(sample.coreCelsius).toEqual(missing('link-lost'));
    expect(sample.inBand).toBe(false);
  });

  it('in band over a treatment adds up to the in-band clock, also where replies are lost', () => {
    const bench = treating();
    const before = bench.state.clocks.inBandMs;
    let ticksInBand = 0;
    for (let tick = 0; tick < 400; tick += 1) {
      const reply = tick % 9 === 0 ? 'lost' : 'heard';
      bench.warm(tick > 200 ? 43.4 : 42.5);
      bench.tick(100, reply);
      const fresh = reply === 'heard' ? bench.telemetry() : null;
      if (runSample(bench.state, fresh, intentOf(bench.state), 0).inBand) ticksInBand += 1;
    }
    expect(bench.state.clocks.inBandMs - before).toBe(100 * ticksInBand);
  });
});

describe('a sample of a rescue', () => {
  const tick = {
    sessionMs: 100,
    wallMs: 7,
    linkLost: false,
    written: null,
    draining: false,
    changeMl: 0,
  };

  it('holds what the machine does while nothing is written', () => {
    const telemetry = treating().telemetry();
    const sample = rescueSample({ ...tick, fresh: telemetry });
    expect(sample).toMatchObject({
      sessionMs: 100,
      wallMs: 7,
      phase: 'disconnect',
      requested: null,
      inForce: { mode: 'circulate', pumpEnable: true },
      flowMlPerMin: telemetry.flowMlPerMin,
      controlCelsius: missing('no-value'),
      inBand: false,
    });
  });

  it('of a drain is in phase drain, its volume a change', () => {
    const bench = runIn('drain');
    const written = intentOf(bench.state);
    const sample = rescueSample({
      ...tick,
      fresh: null,
      linkLost: true,
      written,
      draining: true,
      changeMl: -812.34,
    });
    expect(sample).toMatchObject({ phase: 'drain', requested: { mode: 'drain' }, cavityVolumeMl: -812.3 });
    expect(sample.coreCelsius).toEqual(missing('link-lost'));
    expect(sample).not.toHaveProperty('linkLost');
  });
});

it('holds the set-point as the register has it, also half-way between two steps', () => {
  const bench = treating();
  const written = { ...intentOf(bench.state), inflowSetpointCelsius: 35.205 };
  const [, , , register] = encodeCommand(written, 1, 'SIM-0001');
  const sample = runSample(bench.state, bench.telemetry(), written, 0);
  expect(sample.requested?.inflowSetpointCelsius).toBe((register ?? 0) / 100);
});
