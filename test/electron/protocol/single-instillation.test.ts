import { describe, expect, it } from 'vitest';
import { outcomeNow } from '../../../electron/protocol/enter.ts';
import { intentOf } from '../../../electron/protocol/intent.ts';
import { type Bench, instillationPreset, named, runIn } from './bench.ts';

const end = { type: 'end-treatment', early: null } as const;
const dwelling = (): Bench => runIn('dwell');

describe('a single instillation', () => {
  it('is filled, stands, and is drained and rinsed: no heat-up, no circulation', () => {
    const bench = runIn('complete', instillationPreset);
    expect(bench.state.path.map(({ phase }) => phase)).toEqual([
      'self-test',
      'prime',
      'machine-test',
      'preheat',
      'fill',
      'dwell',
      'drain',
      'rinse',
      'rinse-drain',
      'disconnect',
      'complete',
    ]);
    expect(outcomeNow(bench.state)).toBe('completed');
  });

  it('while it dwells nothing is pumped and nothing is heated', () => {
    const bench = dwelling();
    bench.seconds(60);
    expect(intentOf(bench.state)).toMatchObject({
      mode: 'standby',
      pumpEnable: false,
      heaterEnable: false,
      flowSetpointMlPerMin: 0,
    });
  });

  it('its treatment is its minutes of dwell; time in band is not judged, and the clock says so', () => {
    const bench = dwelling();
    bench.seconds(60);
    expect(bench.state.clocks).toMatchObject({ elapsedMs: 60_000, inBandMs: 0, stop: 'not-judged' });
    expect(bench.events).toContainEqual({ type: 'in-band-clock', running: false, why: 'not-judged' });
  });

  it('is ended by a person once its minutes are over, never by itself', () => {
    const bench = dwelling();
    bench.seconds(890);
    expect(bench.act(end)).toEqual({ taken: false, why: 'needs-name' });
    bench.seconds(1200);
    expect(bench.state.phase).toBe('dwell');
    expect(bench.act(end)).toEqual({ taken: true });
    expect(bench.state).toMatchObject({ phase: 'drain', endingAs: 'completed' });
  });

  it('ended before is kept as ended early, with reason and clinician', () => {
    const bench = dwelling();
    bench.seconds(60);
    expect(bench.act({ type: 'end-treatment', early: named })).toEqual({ taken: true });
    expect(bench.state.endingAs).toBe('ended-early');
  });

  it('goes on counting while the link is lost, and drains at once when asked to', () => {
    const bench = dwelling();
    bench.loseLink();
    for (let tick = 0; tick < 100; tick += 1) bench.tick(100, 'lost');
    expect(bench.state.clocks.elapsedMs).toBe(10_000);
    bench.restoreLink();
    bench.act({ type: 'take-command' });
    bench.seconds(0.2);
    expect(bench.act({ type: 'drain-now' })).toEqual({ taken: true });
    expect(intentOf(bench.state)).toMatchObject({ mode: 'drain', pumpEnable: true });
  });

  it('cannot be extended until in band, for nothing is judged', () => {
    const bench = dwelling();
    bench.seconds(1000);
    expect(bench.act({ type: 'extend-until-in-band', clinician: 'C' })).toEqual({
      taken: false,
      why: 'not-in-this-phase',
    });
  });
});
