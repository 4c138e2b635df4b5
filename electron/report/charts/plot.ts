import type { Curve } from '../curves.ts';
import { html, type Markup } from '../markup.ts';

/** Width of every chart in SVG units; one unit is one CSS pixel on A4 between the margins (180 mm). */
export const chartWidth = 680;

/** The plot area of a chart, and the scales from seconds and values to it. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly seconds: number;
  readonly low: number;
  readonly high: number;
}

export const plotX = (plot: Plot, seconds: number): number =>
  plot.left + ((plot.right - plot.left) * seconds) / plot.seconds;
export const plotY = (plot: Plot, value: number): number =>
  plot.bottom - ((plot.bottom - plot.top) * (value - plot.low)) / (plot.high - plot.low);

/** A coordinate with as many digits as can be seen on paper. */
export const at = (value: number): string => value.toFixed(1);

/** Width of chart text in SVG units, about: an em for a Chinese character, half of one for others. */
export const textWidth = (text: string): number =>
  [...text].reduce((width, char) => width + (char >= '\u2e80' ? 8.5 : 4.5), 0);

/** Minutes between ticks so that at most a dozen stand on the axis. */
export function tickMinutes(seconds: number): number {
  const minutes = seconds / 60;
  return [1, 2, 5, 10, 15, 20, 30, 60, 120].find((step) => minutes / step <= 12) ?? 240;
}

/** A column less high than this is no higher than the line is wide: one point, so that dashes stay even. */
const hairline = 0.9;

/**
 * A curve as a path: through the lowest and highest value of each column, the nearer one first, broken wherever
 * a value was missing. A lone column is a short stroke.
 */
export function curvePath(curve: Curve, columnSeconds: number, plot: Plot): string {
  const steps: string[] = [];
  let lastY: number | null = null;
  for (let column = 0; column < curve.low.length; column += 1) {
    const low = curve.low[column] ?? Number.NaN;
    if (Number.isNaN(low)) {
      lastY = null;
      continue;
    }
    if (curve.broken[column] === 1) lastY = null;
    const x = plotX(plot, (column + 0.5) * columnSeconds);
    const [first, second] = nearerFirst(plotY(plot, low), plotY(plot, curve.high[column] ?? low), lastY);
    if (lastY === null) steps.push(`M${at(x - hairline / 2)} ${at(first)}`);
    steps.push(`L${at(x)} ${at(first)}`);
    if (second !== first) steps.push(`L${at(x)} ${at(second)}`);
    lastY = second;
  }
  return steps.join('');
}

function nearerFirst(yLow: number, yHigh: number, lastY: number | null): readonly [number, number] {
  const middle = (yLow + yHigh) / 2;
  if (yLow - yHigh < hairline) return [middle, middle];
  const lowFirst = lastY === null || Math.abs(yLow - lastY) <= Math.abs(yHigh - lastY);
  return lowFirst ? [yLow, yHigh] : [yHigh, yLow];
}

/** Vertical grid, ticks, their minutes below the plot and the time of day below these. */
export function timeAxis(plot: Plot, minutesWord: string, clock: (seconds: number) => string): Markup {
  const step = tickMinutes(plot.seconds);
  const ticks: Markup[] = [];
  for (let minute = 0; minute * 60 <= plot.seconds; minute += step) {
    const x = at(plotX(plot, minute * 60));
    ticks.push(html`<line x1="${x}" x2="${x}" y1="${at(plot.top)}" y2="${at(plot.bottom + 3)}" stroke="#e3e6e9" stroke-width=".6"/>
<text x="${x}" y="${at(plot.bottom + 12)}" text-anchor="middle">${minute === 0 ? `0 ${minutesWord}` : minute}</text><text x="${x}" y="${at(plot.bottom + 21)}" text-anchor="middle" class="clock">${clock(minute * 60)}</text>`);
  }
  return html`${ticks}<line x1="${at(plot.left)}" x2="${at(plot.right)}" y1="${at(plot.bottom)}" y2="${at(plot.bottom)}" stroke="#16191d" stroke-width=".7"/>`;
}

/** Horizontal grid and values left of the plot, every `step` from the low end. */
export function valueAxis(plot: Plot, step: number, write: (value: number) => string): Markup {
  const lines: Markup[] = [];
  for (let value = plot.low; value <= plot.high + step / 1000; value += step) {
    const y = at(plotY(plot, value));
    lines.push(html`<line x1="${at(plot.left)}" x2="${at(plot.right)}" y1="${y}" y2="${y}" stroke="#e3e6e9" stroke-width=".6"/>
<text x="${at(plot.left - 5)}" y="${y}" dy="3" text-anchor="end">${write(value)}</text>`);
  }
  return html`${lines}`;
}

/** Keeps labels at least `apart` units from each other, in order, moved as little as a pass down and up allows. */
export function spread(positions: readonly number[], apart: number, low: number, high: number): number[] {
  const order = positions.map((_, index) => index).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const placed = [...positions];
  let floor = low;
  for (const index of order) {
    placed[index] = Math.max(placed[index] ?? 0, floor);
    floor = (placed[index] ?? 0) + apart;
  }
  let ceiling = high;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index] ?? 0, ceiling);
    ceiling = (placed[index] ?? 0) - apart;
  }
  return placed;
}
