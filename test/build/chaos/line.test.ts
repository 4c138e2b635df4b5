import { describe, expect, it } from 'vitest';
import { Causes } from '../../../build/chaos/real/line/causes.ts';
import { commandProblem } from '../../../build/chaos/real/line/intents.ts';
import { emptyResult } from '../../../build/chaos/real/line/ledger.ts';
import { OneLine } from '../../../build/chaos/real/line/one-line.ts';
import { differsFrom } from '../../../build/chaos/real/line/truth.ts';
import { standbyIntent } from '../../../electron/domain/command.ts';
import { newLinkCounters } from '../../../electron/domain/link.ts';
import { measured, missing } from '../../../electron/domain/reading.ts';
import { exampleTelemetry } from '../../native-bridge/rig/examples.ts';

describe('a line with a man in the middle', () => {
  it('accepts only what the rig had, and counts what is done to it', async () => {
    let told = 0;
    const result = await OneLine.play(11, 0, 400, new AbortController().signal, (more) => {
      told += more;
    });
    expect(result.found).toEqual([]);
    expect(result.exchanges).toBeGreaterThanOrEqual(400);
    expect(told).toBe(result.exchanges);
    expect(Object.values(result.faults).filter((times) => times > 0).length).toBeGreaterThan(12);
    expect(Object.values(result.checked).every((times) => times > 0)).toBe(true);
  }, 120_000);

  it('has one history a seed', async () => {
    const play = () => OneLine.play(12, 3, 150, new AbortController().signal, () => {});
    expect(await play()).toEqual(await play());
  }, 120_000);

  it('ends when it is told to', async () => {
    const stop = new AbortController();
    const result = await OneLine.play(13, 0, 1_000_000, stop.signal, () => stop.abort());
    expect(result.exchanges).toBeLessThan(1000);
  }, 120_000);
});

describe('what the rig had', () => {
  const truth = { atMs: 0, telemetry: exampleTelemetry };

  it('is recognised within half of what a register counts in', () => {
    expect(differsFrom(truth, exampleTelemetry)).toBeNull();
    const flow = exampleTelemetry.flowMlPerMin.value ?? 0;
    const near = { ...exampleTelemetry, flowMlPerMin: measured(Math.round(flow)) };
    expect(
      differsFrom({ atMs: 0, telemetry: { ...exampleTelemetry, flowMlPerMin: measured(flow + 0.4) } }, near),
    ).toBeNull();
  });

  it.each([
    ['heartbeat', { heartbeatEcho: exampleTelemetry.heartbeatEcho + 1 }],
    ['state', { rigState: 'fault' as const }],
    ['interlocks', { interlockBits: exampleTelemetry.interlockBits ^ 4 }],
    ['uptime', { uptimeMs: exampleTelemetry.uptimeMs + 1 }],
    ['flow', { flowMlPerMin: measured((exampleTelemetry.flowMlPerMin.value ?? 0) + 2) }],
    ['T1', { probesCelsius: [missing('out-of-range'), ...exampleTelemetry.probesCelsius.slice(1)] as never }],
    ['mode', { inForce: { ...exampleTelemetry.inForce, mode: 'rinse' as const } }],
  ])('%s: another value is found', (what, other) => {
    expect(differsFrom(truth, { ...exampleTelemetry, ...other })).toContain(what);
  });
});

describe('counters and causes', () => {
  const fine = { accepted: true, onLine: true, endMs: 100, quiet: true };

  function ledger() {
    const counters = newLinkCounters();
    const result = emptyResult();
    return { counters, result, causes: new Causes(result, () => counters) };
  }

  it('a fault alone that moves nothing is found', () => {
    const { result, causes } = ledger();
    causes.fault('reply-doubled', 0);
    causes.after(fine);
    causes.after(fine);
    expect(result.broken.counted).toBe(1);
  });

  it('one that moves a counter is not', () => {
    const { result, causes, counters } = ledger();
    causes.fault('reply-doubled', 0);
    counters.staleEchoes += 1;
    causes.after(fine);
    causes.after(fine);
    expect(result.found).toEqual([]);
    expect(result.checked.counted).toBe(1);
  });

  it('a counter that moves without a fault is found', () => {
    const { result, causes, counters } = ledger();
    counters.noiseBytes += 3;
    causes.after(fine);
    expect(result.broken.caused).toBe(1);
  });

  it('an exchange that brings nothing and is in no counter is found', () => {
    const { result, causes } = ledger();
    causes.after({ ...fine, accepted: false });
    expect(result.broken.told).toBe(1);
    expect(result.broken.caused).toBe(1);
  });

  it('a line that does not come back is found', () => {
    const { result, causes, counters } = ledger();
    causes.fault('line-cut', 0);
    counters.timeouts += 1;
    causes.after({ ...fine, accepted: false, endMs: 10_000 });
    expect(result.checked.returns).toBe(0);
    counters.timeouts += 1;
    causes.after({ ...fine, accepted: false, endMs: 21_000 });
    expect(result.broken.returns).toBe(1);
  });

  it('a command in force that nobody wrote is found', () => {
    expect(commandProblem(standbyIntent, [standbyIntent])).toBeNull();
    expect(commandProblem({ ...standbyIntent, flowSetpointMlPerMin: 1500 }, [standbyIntent])).toContain(
      'nobody wrote',
    );
  });
});
