import { describe, expect, it } from 'vitest';
import { interlockBit } from '../../../electron/domain/circuit.ts';
import { type Phase, phases } from '../../../electron/domain/phase.ts';
import { measured } from '../../../electron/domain/reading.ts';
import type { Telemetry } from '../../../electron/domain/telemetry.ts';
import { intentOf } from '../../../electron/protocol/intent.ts';
import { phasePlans } from '../../../electron/protocol/phase-plan.ts';
import { resumeRun } from '../../../electron/protocol/resume.ts';
import { sessionGapMs, takeUpRefusals } from '../../../electron/protocol/take-up.ts';
import { type Bench, benchPreset, runIn } from './bench.ts';

const settledIn = (phase: Phase): Bench => {
  const bench = runIn(phase);
  // The machine test is over soon.
  bench.seconds(phase === 'rinse' ? 13 : phase === 'machine-test' ? 0.3 : 3);
  return bench;
};
/** What the machine says after the console was gone for so long. */
const hears = (bench: Bench, gapMs: number, change: Partial<Telemetry> = {}): Telemetry => ({
  ...bench.telemetry(),
  uptimeMs: bench.nowMs + gapMs,
  ...change,
});
const facts = (bench: Bench, gapMs: number, change: Partial<Telemetry> = {}) => ({
  serialNumber: 'BENCH-1',
  telemetry: hears(bench, gapMs, change),
  gapMs,
});

describe('a run can be taken up again', () => {
  it.each(phases.filter((phase) => phase !== 'complete'))(
    'from %s, where nothing speaks against it',
    (phase) => {
      const bench = settledIn(phase);
      expect(takeUpRefusals(bench.state, facts(bench, 60_000))).toEqual([]);
    },
  );

  it('where the machine has diverted to bypass by itself', () => {
    const bench = settledIn('treatment');
    const inForce = { ...bench.telemetry().inForce, mode: 'bypass' as const };
    expect(takeUpRefusals(bench.state, facts(bench, 5000, { inForce }))).toEqual(['mode-does-not-fit']);
    const interlockBits = interlockBit('over-temperature');
    expect(takeUpRefusals(bench.state, facts(bench, 5000, { inForce, interlockBits }))).toEqual([]);
  });

  it('not with the link down when it was lost, unless the machine was heard before', () => {
    const bench = settledIn('treatment');
    bench.loseLink();
    expect(takeUpRefusals(bench.state, facts(bench, 60_000))).toEqual([]);
    const unheard = { ...bench.state, lastHeard: null };
    expect(takeUpRefusals(unheard, facts(bench, 60_000))).toEqual(['machine-restarted']);
  });
});

describe('a run cannot be taken up', () => {
  const bench = settledIn('treatment');
  it.each([
    ['once it is complete', runIn('complete'), {}, ['run-over']],
    ['on another machine', bench, { serialNumber: 'BENCH-2' }, ['another-machine']],
    ['with no machine', bench, { serialNumber: null, telemetry: null }, ['machine-not-heard']],
    ['after more than ten minutes', bench, facts(bench, 600_001), ['gap-too-long']],
    ['on a machine that was off', bench, { telemetry: hears(bench, -60_000) }, ['machine-restarted']],
    ['on a machine whose uptime lags', bench, { telemetry: hears(bench, 40_000) }, ['machine-restarted']],
    [
      'on one whose counter wrapped',
      bench,
      { telemetry: { ...hears(bench, 0), uptimeMs: 5 } },
      ['machine-restarted'],
    ],
    [
      'with the valves elsewhere',
      bench,
      {
        telemetry: {
          ...hears(bench, 60_000),
          inForce: { ...bench.telemetry().inForce, mode: 'standby' as const },
        },
      },
      ['mode-does-not-fit'],
    ],
  ] as const)('%s', (_, of, change, refusals) => {
    expect(takeUpRefusals(of.state, { ...facts(of, 60_000), ...change })).toEqual(refusals);
  });

  it('and every reason is told, not only the first', () => {
    const found = { ...facts(bench, 700_000, { uptimeMs: 5 }), serialNumber: 'BENCH-2' };
    expect(takeUpRefusals(bench.state, found)).toEqual([
      'another-machine',
      'machine-restarted',
      'gap-too-long',
    ]);
  });
});

describe('the time nobody watched', () => {
  const bench = settledIn('treatment');
  it('is what the uptime says where the wall clock was set back', () => {
    expect(sessionGapMs(bench.state, { ...facts(bench, 90_000), gapMs: -3_600_000 })).toBe(90_000);
  });
  it('is nothing on a fast simulated rig whose time stood still', () => {
    const fast = { ...bench.state, rig: { ...bench.state.rig, timeScale: 60 } };
    expect(sessionGapMs(fast, { ...facts(bench, 0), gapMs: 90_000 })).toBe(0);
    expect(takeUpRefusals(fast, { ...facts(bench, 0), gapMs: 90_000 })).toEqual([]);
  });
});

/** Taken up after a gap; the machine is as its watchdog has left it. */
function resumed(phase: Phase, gapMs = 60_000, change: Partial<Telemetry> = {}): { was: Bench; now: Bench } {
  const was = settledIn(phase);
  const now = was.fork();
  const telemetry = hears(was, gapMs, change);
  const step = resumeRun(was.state, { gapMs, telemetry, wasMode: was.taken.mode });
  now.state = step.state;
  now.events.push(...step.events);
  now.nowMs += gapMs;
  return { was, now };
}

describe('a run taken up', () => {
  it('waits for a person, writes nothing, and holds heat', () => {
    const { now } = resumed('treatment');
    expect(now.intent).toBeNull();
    expect(now.state).toMatchObject({ decision: 'console-restarted', heatHeld: 'console-restarted' });
    now.seconds(30);
    expect(now.intent).toBeNull();
    expect(now.act({ type: 'resume-heat' })).toEqual({ taken: false, why: 'needs-decision' });
  });

  it('counts elapsed and drug through the gap, and none of it in band', () => {
    const { was, now } = resumed('treatment');
    expect(now.state.nowMs).toBe(was.state.nowMs + 60_000);
    expect(now.state.clocks).toMatchObject({
      elapsedMs: was.state.clocks.elapsedMs + 60_000,
      drugMs: was.state.clocks.drugMs + 60_000,
      inBandMs: was.state.clocks.inBandMs,
    });
    expect(now.types().slice(-2)).toEqual(['heat-held', 'in-band-clock']);
    now.tick();
    expect(now.state.clocks.inBandMs).toBeLessThanOrEqual(was.state.clocks.inBandMs + 100);
  });

  it('reminds of an addition that came due meanwhile', () => {
    const additions = [{ atMinutes: 1, label: 'second' }];
    const bench = runIn('treatment', { ...benchPreset, additions });
    bench.seconds(30);
    const telemetry = hears(bench, 60_000);
    const { events } = resumeRun(bench.state, { gapMs: 60_000, telemetry, wasMode: 'circulate' });
    expect(events).toContainEqual({ type: 'addition-due', addition: 0, label: 'second' });
  });

  it.each(['heat-up', 'treatment', 'drain', 'preheat'] as const)(
    'in %s first writes mode and flow as in force, heater off',
    (phase) => {
      const { was, now } = resumed(phase);
      expect(now.act({ type: 'take-command' })).toEqual({ taken: true });
      const { mode, flowSetpointMlPerMin } = was.taken;
      expect(now.intent).toMatchObject({ mode, pumpEnable: true, flowSetpointMlPerMin, heaterEnable: false });
      now.seconds(20);
      expect(now.taken).toMatchObject({ mode: phasePlans[phase].mode, heaterEnable: false });
    },
  );

  it.each(['prime', 'machine-test', 'fill', 'rinse'] as const)(
    'in %s first writes the pump off, even where it runs',
    (phase) => {
      const { now } = resumed(phase);
      expect(now.state.telemetry?.inForce.pumpEnable).toBe(true);
      now.act({ type: 'take-command' });
      expect(now.intent).toMatchObject({ pumpEnable: false, flowSetpointMlPerMin: 0, heaterEnable: false });
      now.seconds(10);
      expect(now.taken.pumpEnable).toBe(false);
      expect(now.state.flowHeld).toBe('console-restarted');
      expect(now.act({ type: 'resume-flow' })).toEqual({ taken: true });
    },
  );

  it('gives heat back only when somebody resumes it', () => {
    const { now } = resumed('treatment');
    now.act({ type: 'take-command' });
    now.seconds(10);
    expect(now.taken.heaterEnable).toBe(false);
    expect(now.act({ type: 'resume-heat' })).toEqual({ taken: true });
    now.tick();
    expect(now.taken.heaterEnable).toBe(true);
  });

  it('takes STOP RUN and DRAIN NOW as the decision', () => {
    const stopped = resumed('treatment').now;
    stopped.act({ type: 'stop-run' });
    expect(stopped.intent).toMatchObject({ mode: 'circulate', pumpEnable: false, heaterEnable: false });
    const drains = resumed('treatment').now;
    drains.act({ type: 'drain-now' });
    drains.seconds(1);
    expect(drains.taken).toMatchObject({ mode: 'drain', pumpEnable: true });
  });

  it('starts the minute in band anew', () => {
    const { was, now } = resumed('heat-up');
    expect(was.state.settledSinceMs).not.toBeNull();
    expect(now.state.settledSinceMs).toBeNull();
  });

  it('is still one when the link is lost as well', () => {
    const { now } = resumed('fill');
    now.loseLink();
    now.restoreLink();
    expect(now.state.decision).toBe('console-restarted');
    now.act({ type: 'take-command' });
    expect(now.intent).toMatchObject({ pumpEnable: false });
  });

  it('tests the machine from the beginning where it was testing, the pump off until somebody lets it', () => {
    const { now } = resumed('machine-test');
    expect(now.state.selfTest.running).toBe('pump');
    expect(intentOf(now.state).heaterEnable).toBe(false);
  });

  it('tests itself from the beginning where it was testing', () => {
    const { now } = resumed('self-test');
    expect(now.state.selfTest.running).toBe('link');
    expect(intentOf(now.state).heaterEnable).toBe(false);
  });
});

describe('what the cavity holds after a gap', () => {
  it.each(['fill', 'rinse'] as const)('in %s is more by what the watchdog lets through', (phase) => {
    const { was, now } = resumed(phase);
    const ml = (1000 * 1.5) / 60;
    expect(now.state.volumes.cavityMl).toBeCloseTo(was.state.volumes.cavityMl + ml);
    expect(now.state.volumes.fillingMl).toBeCloseTo(was.state.volumes.fillingMl + ml);
    expect(now.state.volumes.uncertaintyMl).toBeCloseTo(ml);
  });

  it('in drain is uncertain by what may have come out, and counted as still in', () => {
    const { was, now } = resumed('drain', 12_000);
    expect(now.state.volumes.cavityMl).toBe(was.state.volumes.cavityMl);
    expect(now.state.volumes.uncertaintyMl).toBeCloseTo(200);
  });

  it('while circulating is told by the level of the reservoir', () => {
    const was = settledIn('treatment');
    was.reservoirMl = measured(2000);
    was.tick();
    const telemetry = hears(was, 60_000, { reservoirMl: measured(1850) });
    const { volumes } = resumeRun(was.state, { gapMs: 60_000, telemetry, wasMode: 'circulate' }).state;
    expect(volumes.cavityMl).toBeCloseTo(was.state.volumes.cavityMl + 150);
    expect(volumes.uncertaintyMl).toBe(150);
  });

  it('while circulating without a level nobody knows', () => {
    expect(resumed('treatment').now.state.volumes.uncertaintyMl).toBeNull();
  });

  it('is as before where everything stood still', () => {
    expect(resumed('preheat').now.state.volumes.uncertaintyMl).toBe(0);
    const was = settledIn('treatment');
    was.act({ type: 'stop-run' });
    was.seconds(2);
    const telemetry = hears(was, 60_000);
    const { volumes } = resumeRun(was.state, { gapMs: 60_000, telemetry, wasMode: 'circulate' }).state;
    expect(volumes).toEqual(was.state.volumes);
  });

  it('once unknown ends no drain by count', () => {
    const { now } = resumed('treatment');
    now.act({ type: 'drain-now' });
    now.seconds(28);
    expect(now.state.volumes.cavityMl).toBeLessThan(100);
    expect(now.act({ type: 'advance', from: 'drain' })).toEqual({ taken: false, why: 'still-in-cavity' });
  });
});
