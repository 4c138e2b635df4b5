import { describe, expect, it } from 'vitest';
import { act } from '../../../electron/alarms/acting.ts';
import { skipTime } from '../../../electron/alarms/skip.ts';
import { measured } from '../../../electron/domain/reading.ts';
import { perfusionistNamed } from '../../support/people.ts';
import { probes, Watch } from './calm.ts';

const above = { controlCelsius: measured(43.2) };
const flickering = { linkLost: true };

/** The computer sleeps: session time leaps, nobody looks. */
function sleep(watch: Watch, seconds: number): void {
  watch.state = skipTime(watch.state, seconds * 1000);
  watch.nowMs += seconds * 1000;
}

describe('a standstill of the console', () => {
  it('matures no delay: what had lasted 4 of its 10 s has 6 left', () => {
    const watch = new Watch();
    watch.see(above, 4);
    sleep(watch, 300);
    watch.see(above, 5.9);
    expect(watch.codes).toEqual([]);
    watch.see(above, 0.1);
    expect(watch.codes).toEqual(['control-temperature-high']);
  });

  it('makes nothing more urgent, and tells no other time of when it came', () => {
    const watch = new Watch();
    watch.see(above, 10);
    sleep(watch, 600);
    watch.see(above, 299.9);
    expect(watch.state.shown[0]).toMatchObject({ priority: 'medium', raisedMs: 10_000 });
    watch.see(above, 0.1);
    expect(watch.state.shown[0]).toMatchObject({ priority: 'high' });
  });

  it('ends no flicker', () => {
    const watch = new Watch();
    watch.see(flickering);
    watch.see({}, 1);
    watch.see(flickering);
    watch.see({}, 10);
    sleep(watch, 300);
    watch.see({}, 19.9);
    expect(watch.cleared).toHaveLength(1);
    watch.see({}, 0.2);
    expect(watch.cleared).toHaveLength(2);
  });

  it('forgets within no time what was over just before', () => {
    const watch = new Watch();
    watch.see(flickering);
    const { state } = act(
      watch.state,
      { type: 'acknowledge', alarmIds: watch.state.shown.map(({ id }) => id) },
      perfusionistNamed('B'),
      watch.nowMs,
      watch.nowMs,
    );
    watch.state = state;
    watch.see({}, 1);
    sleep(watch, 300);
    watch.see(flickering);
    watch.see({}, 5);
    expect(watch.cleared).toHaveLength(1);
  });

  it('foretells nothing from a line drawn through it', () => {
    const watch = new Watch();
    const rising = (celsius: number) => ({ probesCelsius: probes(44, 42, celsius, 42.4) });
    for (let second = 0; second < 31; second += 1) {
      watch.see(rising(42.8 + second * 0.001));
      watch.nowMs += 1000;
    }
    sleep(watch, 300);
    watch.see(rising(43.2), 20);
    expect(watch.state.trends.outlook.cavityCelsius).toBeNaN();
  });
});
