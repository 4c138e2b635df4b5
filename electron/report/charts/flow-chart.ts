import { flowBandShare } from '../../domain/preset.ts';
import { number } from '../../domain/text/format.ts';
import type { Curve } from '../curves.ts';
import { html, type Markup } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import { clockOf } from './clock-axis.ts';
import { at, chartWidth, curvePath, type Plot, plotX, plotY, timeAxis, valueAxis } from './plot.ts';
import type { Stroke } from './probe-strokes.ts';
import { strokePath } from './temperature-chart.ts';

const height = 142;
const flowStroke: Stroke = { colour: '#16191d', width: 0.9, dashes: '' };

/** Measured flow against the requested one with its ±5 %, over the whole run. */
export function flowChart(input: ReportInput): Markup {
  const { figures, curves, words } = input;
  const flow = curves.signals[5];
  const set = curves.signals[6];
  if (flow === undefined || set === undefined) throw new Error('flow chart: curves hold no flow signals');
  const { high, step } = flowScale(Math.max(100, highestOf(flow), highestOf(set) * (1 + flowBandShare)));
  const plot: Plot = {
    left: 30,
    right: chartWidth - 30,
    top: 20,
    bottom: height - 26,
    seconds: Math.max(60, figures.sessionSeconds),
    low: 0,
    high,
  };
  return html`<svg viewBox="0 0 ${chartWidth} ${height}" role="img" aria-label="${words.curves.flow}">
<text x="0" y="10" class="strong">${words.curves.flow}</text>
${strokePath('M92 7L116 7', flowStroke)}<text x="121" y="10">${words.curves.measured}</text>
<rect x="176" y="2.5" width="24" height="9" fill="#cfe0d6"/><text x="205" y="10">${words.curves.setBand}</text>
${setBands(set, curves.columnSeconds, plot)}
${valueAxis(plot, step, (value) => number(value))}
${timeAxis(plot, words.curves.minutes, clockOf(input))}
${strokePath(curvePath(flow, curves.columnSeconds, plot), flowStroke)}
</svg>`;
}

const highestOf = (curve: Curve): number =>
  curve.high.reduce((highest, value) => (value > highest ? value : highest), 0);

/** A round top and step so that four or five lines stand on the scale. */
function flowScale(highest: number): { high: number; step: number } {
  const step = [25, 50, 100, 250, 500, 1000].find((one) => highest / one <= 5) ?? 2000;
  return { high: Math.ceil(highest / step) * step, step };
}

/** A band for every stretch of one set flow; none while no flow is asked for. */
function setBands(set: Curve, columnSeconds: number, plot: Plot): Markup {
  const bands: Markup[] = [];
  let from = 0;
  for (let column = 1; column <= set.high.length; column += 1) {
    if (set.high[column] === set.high[from]) continue;
    const value = set.high[from] ?? Number.NaN;
    if (value > 0) bands.push(band(value, from * columnSeconds, column * columnSeconds, plot));
    from = column;
  }
  return html`${bands}`;
}

function band(value: number, fromSeconds: number, toSeconds: number, plot: Plot): Markup {
  const x = plotX(plot, fromSeconds);
  const top = plotY(plot, value * (1 + flowBandShare));
  const bottom = plotY(plot, value * (1 - flowBandShare));
  return html`<rect x="${at(x)}" y="${at(top)}" width="${at(plotX(plot, toSeconds) - x)}" height="${at(Math.max(1, bottom - top))}" fill="#cfe0d6"/>`;
}
