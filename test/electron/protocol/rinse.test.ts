import { describe, expect, it } from 'vitest';
import type { Phase } from '../../../electron/domain/phase.ts';
import { intentOf } from '../../../electron/protocol/intent.ts';
import { resumeRun } from '../../../electron/protocol/resume.ts';
import { type Bench, benchPreset, runIn } from './bench.ts';

const fresh = { type: 'confirm-fresh-fluid', seenBy: 'Nurse One' } as const;
const rinsesLeft = (count: number) => ({ ...benchPreset, rinses: { count, volumeMl: 300 } });

/** Drained, and a person has gone on to the rinse. */
function asked(from: Phase = 'drain', count = 1): Bench {
  const bench = runIn(from, rinsesLeft(count));
  for (let tick = 0; bench.state.phase === from; tick += 1) {
    if (tick > 6000) throw new Error('the rinse did not come');
    bench.tick();
    bench.act({ type: 'advance', from });
  }
  expect(bench.state.phase).toBe('rinse');
  return bench;
}

describe('before a rinse pumps', () => {
  it('somebody has seen fresh fluid: until then the pump rests, valves closed', () => {
    const bench = asked();
    for (let tick = 0; tick < 300; tick += 1) {
      expect(intentOf(bench.state)).toMatchObject({
        mode: 'standby',
        pumpEnable: false,
        heaterEnable: false,
      });
      bench.tick();
    }
    expect(bench.state.volumes.fillingMl).toBe(0);
    expect(bench.act(fresh)).toEqual({ taken: true });
    expect(bench.events.at(-1)).toMatchObject({ type: 'action', action: fresh, refused: null });
    expect(intentOf(bench.state)).toMatchObject({ mode: 'bypass', pumpEnable: true });
    bench.seconds(15);
    expect(intentOf(bench.state)).toMatchObject({ mode: 'rinse', pumpEnable: true, heaterEnable: false });
  });

  it('it is asked again for every rinse', () => {
    const bench = runIn('rinse-drain', rinsesLeft(2));
    for (let tick = 0; bench.state.phase === 'rinse-drain' && tick < 6000; tick += 1) {
      bench.tick();
      bench.act({ type: 'advance', from: 'rinse-drain' });
    }
    expect(bench.state).toMatchObject({ phase: 'rinse', freshFluid: false });
  });

  it('nothing is confirmed twice, nor in another phase', () => {
    expect(runIn('rinse').act(fresh)).toEqual({ taken: false, why: 'nothing-to-resume' });
    expect(runIn('drain').act(fresh)).toEqual({ taken: false, why: 'nothing-to-resume' });
  });

  it('a flow that a person has paused, or an interlock, comes first', () => {
    const paused = asked();
    paused.act({ type: 'pause-flow' });
    expect(paused.act(fresh)).toEqual({ taken: false, why: 'flow-held' });
    const latched = asked();
    latched.latch('air-in-line');
    latched.tick();
    expect(latched.act(fresh)).toEqual({ taken: false, why: 'flow-held' });
  });

  it('a console that was started again asks anew', () => {
    const bench = runIn('rinse');
    bench.seconds(13);
    const { state } = resumeRun(bench.state, {
      gapMs: 5000,
      telemetry: bench.telemetry(),
      wasMode: 'rinse',
    });
    expect(state.freshFluid).toBe(false);
  });
});

describe('a rinse that was entered', () => {
  const skip = { type: 'skip-rinses', from: 'rinse', reason: 'no fresh fluid at hand' } as const;

  it('can be skipped with a reason while nothing has been pumped, and was none', () => {
    const bench = asked();
    expect(bench.act(skip)).toEqual({ taken: true });
    expect(bench.state).toMatchObject({ phase: 'disconnect', rinsesDone: 0 });
    expect(bench.events).toContainEqual(
      expect.objectContaining({ type: 'action', action: skip, refused: null }),
    );
    expect(intentOf(bench.state).pumpEnable).toBe(false);
  });

  it('can not once it pumps', () => {
    expect(runIn('rinse').act(skip)).toEqual({ taken: false, why: 'not-in-this-phase' });
  });
});
