import { number } from '../../domain/text/format.ts';
import type { Curve } from '../curves.ts';
import { highCavityMmHg } from '../figures/pressure-figures.ts';
import { readingsByHand } from '../figures/readings-by-hand.ts';
import { html, type Markup, nothing } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import { clockOf } from './clock-axis.ts';
import { corePoint } from './core-points.ts';
import {
  at,
  chartWidth,
  curvePath,
  type Plot,
  plotX,
  plotY,
  textWidth,
  timeAxis,
  valueAxis,
} from './plot.ts';
import type { Stroke } from './probe-strokes.ts';
import { strokePath } from './temperature-chart.ts';

const height = 112;
const lineStroke: Stroke = { colour: '#16191d', width: 0.9, dashes: '' };
const cavityStroke: Stroke = { colour: '#16191d', width: 1.3, dashes: '4 2' };
const highStroke: Stroke = { colour: '#16191d', width: 0.7, dashes: '1 3' };

/** Pressure of the inflow line and of the cavity, by the rig and by hand; nothing where none was ever measured. */
export function pressureChart(input: ReportInput): Markup {
  const { figures, curves, events, words } = input;
  const [line, cavity] = [curves.signals[7], curves.signals[8]];
  const { pressures } = figures;
  const highest = Math.max(
    ...[pressures.line, pressures.cavity, pressures.cavityByHand].map((one) => one?.mmHg ?? 0),
  );
  if (line === undefined || cavity === undefined || highest === 0) return nothing;
  const step = [10, 20, 50, 100].find((one) => highest / one <= 4) ?? 200;
  const plot: Plot = {
    left: 30,
    right: chartWidth - 30,
    top: 20,
    bottom: height - 26,
    seconds: Math.max(60, figures.sessionSeconds),
    low: 0,
    high: Math.max(40, Math.ceil(highest / step) * step),
  };
  const points = readingsByHand(events, 'cavity-pressure').map(({ sessionMs, value }) =>
    corePoint(plotX(plot, sessionMs / 1000), plotY(plot, value)),
  );
  return html`<figure><svg viewBox="0 0 ${chartWidth} ${height}" role="img" aria-label="${words.pressure.title}">
${legend(input)}${valueAxis(plot, step, (value) => number(value))}${timeAxis(plot, words.curves.minutes, clockOf(input))}
${strokePath(`M${at(plot.left)} ${at(plotY(plot, highCavityMmHg))}H${at(plot.right)}`, highStroke)}
${drawn(line, lineStroke, curves.columnSeconds, plot)}${drawn(cavity, cavityStroke, curves.columnSeconds, plot)}${points}
</svg></figure>`;
}

const drawn = (curve: Curve, stroke: Stroke, columnSeconds: number, plot: Plot): Markup =>
  strokePath(curvePath(curve, columnSeconds, plot), stroke);

/** Only what is drawn. */
function legend({ figures: { pressures }, words: { pressure: labels } }: ReportInput): Markup {
  const entries: { text: string; draw: (x: number) => Markup }[] = [
    ...(pressures.line === null ? [] : [{ text: labels.line, draw: strokeAt(lineStroke) }]),
    ...(pressures.cavity === null ? [] : [{ text: labels.cavity, draw: strokeAt(cavityStroke) }]),
    ...(pressures.cavityByHand === null
      ? []
      : [{ text: labels.byHand, draw: (x: number) => corePoint(x + 12, 7) }]),
    { text: labels.high, draw: strokeAt(highStroke) },
  ];
  let x = 92;
  const drawnEntries = entries.map(({ text, draw }) => {
    const from = x;
    x += 29 + textWidth(text) + 12;
    return html`${draw(from)}<text x="${at(from + 29)}" y="10">${text}</text>`;
  });
  return html`<text x="0" y="10" class="strong">${labels.title}</text>${drawnEntries}`;
}

const strokeAt =
  (stroke: Stroke) =>
  (x: number): Markup =>
    strokePath(`M${at(x)} 7h24`, stroke);
