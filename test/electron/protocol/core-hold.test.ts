import { describe, expect, it } from 'vitest';
import { defaultProbeSites } from '../../../electron/domain/case.ts';
import { measured, missing } from '../../../electron/domain/reading.ts';
import { judgedCore } from '../../../electron/protocol/core.ts';
import { intentOf } from '../../../electron/protocol/intent.ts';
import { Bench, benchPreset, named, runIn } from './bench.ts';

const rule = { celsius: 40, seconds: 60 };

/** In treatment, in band, with the core hold of a site. */
function treating(hold: typeof rule | null = rule): Bench {
  const bench = runIn('treatment');
  bench.state = { ...bench.state, core: { ...bench.state.core, hold } };
  bench.seconds(1);
  expect(intentOf(bench.state).heaterEnable).toBe(true);
  return bench;
}
const typed = (bench: Bench, celsius: number) =>
  expect(bench.act({ type: 'record-reading', kind: 'core-temperature', value: celsius })).toEqual({
    taken: true,
  });
const heats = (bench: Bench) => intentOf(bench.state).heaterEnable;

describe('a core too hot', () => {
  it('takes the heat once it is measured so for a minute, and not before', () => {
    const bench = treating();
    bench.coreCelsius = measured(40);
    bench.seconds(59);
    expect([heats(bench), bench.state.heatHeld]).toEqual([true, null]);
    bench.seconds(2);
    expect([heats(bench), bench.state.heatHeld]).toEqual([false, 'core-too-hot']);
    expect(bench.events).toContainEqual({ type: 'heat-held', reason: 'core-too-hot' });
    // The flow goes on: it carries heat away.
    expect(intentOf(bench.state)).toMatchObject({ pumpEnable: true });
  });

  it('that falls in between begins to count anew', () => {
    const bench = treating();
    for (let spell = 0; spell < 4; spell += 1) {
      bench.coreCelsius = measured(40.2);
      bench.seconds(40);
      bench.coreCelsius = measured(39.8);
      bench.seconds(1);
    }
    expect(bench.state.heatHeld).toBeNull();
  });

  it('read by hand takes it at once, with a probe that reads less or without one', () => {
    for (const probe of [missing('not-fitted'), measured(38)]) {
      const bench = treating();
      bench.coreCelsius = probe;
      bench.seconds(1);
      typed(bench, 40.6);
      bench.tick();
      expect([heats(bench), bench.state.heatHeld]).toEqual([false, 'core-too-hot']);
    }
  });

  it('gives it back on a lower reading and a person who resumes it, never by itself', () => {
    const bench = treating();
    bench.coreCelsius = missing('not-fitted');
    bench.seconds(1);
    typed(bench, 40.6);
    bench.seconds(1);
    expect(bench.act({ type: 'resume-heat' })).toEqual({ taken: false, why: 'core-too-hot' });
    typed(bench, 39.8);
    bench.seconds(20);
    expect(heats(bench)).toBe(false);
    expect(bench.act({ type: 'resume-heat' })).toEqual({ taken: true });
    bench.seconds(1);
    expect(heats(bench)).toBe(true);
  });

  it('is lifted by a named clinician, until it has been below; the next time it holds again', () => {
    const bench = treating({ celsius: 40, seconds: 10 });
    bench.coreCelsius = measured(40.3);
    bench.seconds(11);
    expect(bench.act({ type: 'lift-core-hold', ...named })).toEqual({ taken: true });
    bench.seconds(20);
    expect(heats(bench)).toBe(false);
    expect(bench.act({ type: 'resume-heat' })).toEqual({ taken: true });
    bench.seconds(15);
    expect(heats(bench)).toBe(true);
    bench.coreCelsius = measured(39.5);
    bench.seconds(1);
    bench.coreCelsius = measured(40.3);
    bench.seconds(11);
    expect(bench.state.heatHeld).toBe('core-too-hot');
  });

  it('that wavers about the limit is too hot', () => {
    const bench = treating();
    for (let spell = 0; spell < 31; spell += 1) {
      bench.coreCelsius = measured(spell % 2 === 0 ? 40.05 : 39.95);
      bench.seconds(2);
    }
    expect(bench.state.heatHeld).toBe('core-too-hot');
    bench.coreCelsius = measured(39.95);
    bench.seconds(2);
    expect(bench.act({ type: 'resume-heat' })).toEqual({ taken: false, why: 'core-too-hot' });
  });

  it('and lifted holds again half a kelvin above, or for another value typed', () => {
    const lifted = (): Bench => {
      const bench = treating({ celsius: 40, seconds: 10 });
      bench.coreCelsius = measured(40.3);
      bench.seconds(11);
      bench.act({ type: 'lift-core-hold', ...named });
      bench.seconds(20);
      expect(bench.act({ type: 'resume-heat' })).toEqual({ taken: true });
      return bench;
    };
    const rising = lifted();
    rising.coreCelsius = measured(40.7);
    rising.seconds(5);
    expect(heats(rising)).toBe(true);
    rising.coreCelsius = measured(40.81);
    rising.seconds(1);
    expect(rising.state.heatHeld).toBe('core-too-hot');
    const again = lifted();
    typed(again, 40.4);
    again.seconds(1);
    expect(again.state.heatHeld).toBe('core-too-hot');
  });

  it('whose probe falls out stays too hot, whatever was typed before; what is typed then counts', () => {
    const bench = treating();
    typed(bench, 37.2);
    bench.coreCelsius = measured(38);
    bench.seconds(5);
    bench.coreCelsius = measured(40.8);
    bench.seconds(62);
    bench.coreCelsius = missing('open');
    bench.seconds(20);
    expect(judgedCore(bench.state)).toBeNull();
    expect(bench.act({ type: 'resume-heat' })).toEqual({ taken: false, why: 'core-too-hot' });
    typed(bench, 38.4);
    bench.seconds(1);
    expect(bench.act({ type: 'resume-heat' })).toEqual({ taken: true });
  });

  it('whose probe misses a sample now and then is too hot all the same', () => {
    const bench = treating();
    typed(bench, 37.2);
    bench.seconds(2);
    for (let spell = 0; spell < 5; spell += 1) {
      bench.coreCelsius = measured(41.5);
      bench.seconds(15);
      bench.coreCelsius = missing('no-value');
      bench.tick();
    }
    expect(bench.state.heatHeld).toBe('core-too-hot');
  });

  it('cannot be lifted where it holds nothing', () => {
    const bench = treating();
    expect(bench.act({ type: 'lift-core-hold', ...named })).toEqual({
      taken: false,
      why: 'nothing-to-resume',
    });
  });

  it('nobody knows any more goes on holding', () => {
    const bench = treating();
    bench.coreCelsius = measured(40.3);
    bench.seconds(61);
    bench.coreCelsius = missing('open');
    bench.seconds(5);
    expect(bench.state.heatHeld).toBe('core-too-hot');
    expect(bench.state.core.hotMs).toBeGreaterThan(60_000);
  });

  it('takes nothing where the site has no such rule', () => {
    const bench = treating(null);
    bench.coreCelsius = measured(41);
    bench.seconds(120);
    expect(heats(bench)).toBe(true);
  });
});

describe('the core that is judged', () => {
  const at = (probe: number | null, hand: number | null, minutesAgo = 1) => {
    const bench = new Bench(benchPreset, defaultProbeSites);
    bench.coreCelsius = probe === null ? missing('not-fitted') : measured(probe);
    bench.tick();
    const byHand = hand === null ? null : { celsius: hand, atMs: bench.nowMs - minutesAgo * 60_000 };
    return judgedCore({ ...bench.state, core: { ...bench.state.core, byHand } });
  };

  it.each([
    [37.5, null, 1, { celsius: 37.5, from: 'probe' }],
    [37.5, 40.6, 1, { celsius: 40.6, from: 'hand' }],
    [37.5, 36.9, 1, { celsius: 37.5, from: 'probe' }],
    [37.5, 40.6, 11, { celsius: 37.5, from: 'probe' }],
    [null, 40.6, 90, { celsius: 40.6, from: 'hand' }],
    [null, null, 1, null],
  ])('probe %j, by hand %j %f min ago: %j', (probe, hand, minutes, judged) => {
    expect(at(probe, hand, minutes)).toEqual(judged);
  });
});
