import { describe, expect, it } from 'vitest';
import { LiveCurves, type PlotFrame } from '../../../renderer/trend/live-curves.ts';
import { sampleTrend } from '../support/sample-trend.ts';

const frame: PlotFrame = {
  fromSeconds: 0,
  toSeconds: 3600,
  lowCelsius: 34,
  highCelsius: 46,
  left: 50,
  top: 10,
  width: 740,
  height: 300,
};
const all = [0, 1, 2, 3];
const trend = sampleTrend({ seconds: 2900, t3Open: [2010, 2100] });

/** Counts how often the pen is set down anew. */
const strokes = (d: string): number => d.split('M').length - 1;

describe('the live curves', () => {
  it('are the same whether they grew row by row or were drawn at once', () => {
    const grown = new LiveCurves();
    for (let end = 1; end < trend.rows.length; end += 7) {
      grown.draw({ ...trend, rows: trend.rows.slice(0, end) }, frame, all);
    }
    const atOnce = new LiveCurves().draw(trend, frame, all);
    expect(grown.draw(trend, frame, all)).toEqual(atOnce);
  });

  it('draw again what is already drawn without a change', () => {
    const curves = new LiveCurves();
    const first = curves.draw(trend, frame, all);
    expect(curves.draw(trend, frame, all)).toEqual(first);
  });

  it('cut a curve at a gap and never bridge it', () => {
    const drawn = new LiveCurves().draw(trend, frame, all);
    const t3 = drawn.pieces[2]?.map(({ d }) => d).join('') ?? '';
    const xs = [...t3.matchAll(/[ML]([\d.]+)/g)].map((match) => Number(match[1]));
    const x = (seconds: number) => 50 + (seconds / 3600) * 740;
    expect(xs.filter((at) => at > x(2012) && at < x(2098))).toEqual([]);
    expect(drawn.gaps).toHaveLength(1);
    expect(drawn.gaps[0]?.probes).toEqual([2]);
    expect(strokes(t3)).toBeGreaterThan(strokes(drawn.pieces[0]?.map(({ d }) => d).join('') ?? ''));
  });

  it('mark what lies below the scale instead of drawing it at the edge', () => {
    const drawn = new LiveCurves().draw(trend, frame, all);
    expect(drawn.offScale.filter(({ probe }) => probe === 0)).toEqual([
      expect.objectContaining({ side: 'below', fromSeconds: 0 }),
    ]);
    const bottom = frame.top + frame.height;
    const firstY = Number(drawn.pieces[0]?.[0]?.d.match(/^M[\d.]+ ([\d.]+)/)?.[1]);
    expect(firstY).toBeGreaterThan(bottom + 200);
  });

  it('start over when the trend folds into wider buckets', () => {
    const curves = new LiveCurves();
    curves.draw(trend, frame, all);
    const wider = sampleTrend({ seconds: 5000 });
    expect(wider.generation).toBeGreaterThan(trend.generation);
    expect(curves.draw(wider, frame, all)).toEqual(new LiveCurves().draw(wider, frame, all));
  });

  it('stay bounded: no more columns than the plot has pixels', () => {
    const long = sampleTrend({ seconds: 9000 });
    const drawn = new LiveCurves().draw(long, { ...frame, toSeconds: 10_800 }, [0]);
    const points = (drawn.pieces[0] ?? []).flatMap(({ d }) => d.match(/[ML]/g) ?? []).length;
    expect(points).toBeLessThanOrEqual(2 * 740);
  });
});
