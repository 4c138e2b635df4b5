import { describe, expect, it } from 'vitest';
import type { HeatUpEstimate } from '../../../electron/domain/heat-up-estimate.ts';
import { type ShownEstimate, steady, toShow } from '../../../renderer/run/heat-up.ts';

const reachable = (
  likely: number,
  low = likely - 120,
  high: number | null = likely + 180,
): HeatUpEstimate => ({
  state: 'reachable',
  secondsToBand: { likely, low, high },
  reachCelsius: { likely: 43.12, low: 42.8, high: 43.4 },
});
const outOfReach = (celsius: number, helpfulFlowMlPerMin: number | null): HeatUpEstimate => ({
  state: 'unreachable',
  reachCelsius: { likely: celsius, low: celsius - 0.3, high: celsius + 0.3 },
  helpfulFlowMlPerMin,
  limitedBy: 'flow',
});
const none: ShownEstimate = { state: 'none' };

/** What stands on the screen after one estimate after the other. */
const story = (estimates: readonly HeatUpEstimate[]): ShownEstimate[] => {
  let shown: ShownEstimate = { state: 'none' };
  return estimates.map((estimate) => {
    shown = toShow(shown, estimate);
    return shown;
  });
};
const minutes = (shown: ShownEstimate) => (shown.state === 'reachable' ? shown.minutes.likely : null);

describe('the time to the band', () => {
  it('is told in whole minutes, with what nine in ten stay within', () => {
    expect(toShow(none, reachable(482, 371, 655))).toEqual({
      state: 'reachable',
      minutes: { likely: 8, low: 6, high: 11 },
      reachCelsius: 43.1,
    });
  });

  it('does not flicker while the estimate wavers around a half', () => {
    const wavering = Array.from({ length: 40 }, (_, i) => reachable(450 + (i % 2 === 0 ? -20 : 20)));
    expect(new Set(story(wavering).map(minutes)).size).toBe(1);
  });

  it('counts down as the minutes go, each once, never up again', () => {
    const seen = story(Array.from({ length: 600 }, (_, i) => reachable(600 - i))).map(minutes);
    const changes = seen.filter((value, i) => value !== seen[i - 1]);
    expect(changes).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it('follows when the estimate jumps', () => {
    expect(story([reachable(300), reachable(900)]).map(minutes)).toEqual([5, 15]);
  });

  it('above 20 minutes moves in steps of 5', () => {
    expect(story([reachable(1730), reachable(1620), reachable(1500)]).map(minutes)).toEqual([30, 30, 25]);
  });

  it('keeps the likely one between its bounds, however they are rounded', () => {
    const [shown] = story([reachable(62, 61, 63)]);
    expect(shown).toMatchObject({ minutes: { likely: 1, low: 1, high: 1 } });
  });

  it('is open-ended where the estimate is', () => {
    expect(story([reachable(600, 400, null)])[0]).toMatchObject({ minutes: { high: null } });
  });
});

describe('a target out of reach', () => {
  it('is told with what can be reached and a flow that is enough, rounded up', () => {
    expect(toShow(none, outOfReach(41.62, 1083))).toEqual({
      state: 'unreachable',
      reachCelsius: { likely: 41.6, low: 41.3, high: 41.9 },
      helpfulFlowMlPerMin: 1100,
      limitedBy: 'flow',
    });
  });

  it('keeps the flow it proposed while that is enough, and raises it when it is not', () => {
    const flows = story([1083, 1040, 1099, 1120].map((flow) => outOfReach(41.6, flow))).map(
      (shown) => shown.state === 'unreachable' && shown.helpfulFlowMlPerMin,
    );
    expect(flows).toEqual([1100, 1100, 1100, 1150]);
  });

  it('proposes none where none helps', () => {
    expect(toShow(none, outOfReach(41.6, null))).toMatchObject({ helpfulFlowMlPerMin: null });
  });
});

it('a number that stands is not touched by one that is about as good', () => {
  expect(steady(null, 7.5, 1)).toBe(8);
  expect(steady(8, 7.2, 1)).toBe(8);
  expect(steady(8, 7.05, 1)).toBe(7);
  expect(steady(41.6, 41.54, 0.1)).toBe(41.6);
});
