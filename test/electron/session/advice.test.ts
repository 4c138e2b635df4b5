import { describe, expect, it } from 'vitest';
import { advise } from '../../../electron/session/advice.ts';
import { runIn } from '../protocol/bench.ts';

const { state } = runIn('heat-up');
const heating = { ...state, settledSinceMs: null, nowMs: state.enteredMs + 600_000 };
const reach = { likely: 43, low: 42.8, high: 43.2 };

describe('the advice while heating up', () => {
  it('names the target', () => {
    expect(advise(heating).now).toEqual({ key: 'heating-up', values: { target: 42.5 } });
  });

  it('says so where the band is likely to be reached only after the time heat-up has', () => {
    const adviceAt = (likely: number) =>
      advise({
        ...heating,
        estimate: {
          state: 'reachable',
          secondsToBand: { likely, low: likely / 2, high: null },
          reachCelsius: reach,
        },
      }).now;
    expect(adviceAt(1190).key).toBe('heating-up');
    expect(adviceAt(1500)).toEqual({
      key: 'heating-up-late',
      values: { target: 42.5, minutes: 35, limit: 30 },
    });
  });
});
