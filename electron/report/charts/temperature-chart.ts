import { inflowCeilingCelsius } from '../../domain/command.ts';
import { bandCelsius, type Preset } from '../../domain/preset.ts';
import type { Curve } from '../curves.ts';
import { html, type Markup, nothing } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import { clockOf } from './clock-axis.ts';
import { corePoint, corePoints } from './core-points.ts';
import { gapHatches, hatchPattern } from './gap-hatch.ts';
import { eventMarks } from './marks.ts';
import { phaseStrip } from './phase-strip.ts';
import {
  at,
  chartWidth,
  curvePath,
  type Plot,
  plotX,
  plotY,
  spread,
  textWidth,
  timeAxis,
  valueAxis,
} from './plot.ts';
import { coreStroke, probeStrokes, type Stroke } from './probe-strokes.ts';

/** The scale is fixed, so that two reports can be laid side by side; only a hotter value stretches it. */
const lowestCelsius = 34;
const highestCelsius = 46;
const height = 410;
const legendLeft = 92;
const bandColour = '#dcecdf';
const targetStroke: Stroke = { colour: '#16191d', width: 0.7, dashes: '1 3' };
const ceilingStroke: Stroke = { colour: '#16191d', width: 0.7, dashes: '7 3' };

interface Line {
  readonly label: string;
  readonly legend: string;
  readonly stroke: Stroke;
  readonly curve: Curve;
}

/** The temperatures of the whole run: probes and core, band, target, ceiling, phases, gaps, drugs and alarms. */
export function temperatureChart(input: ReportInput): Markup {
  const { figures, header, curves, names, words } = input;
  const lines = chartLines(input);
  const hottest = Math.max(highestCelsius, ...lines.map(({ curve }) => highestOf(curve)));
  const plot: Plot = {
    left: 30,
    right: chartWidth - 30,
    top: 76,
    bottom: height - 41,
    seconds: Math.max(60, figures.sessionSeconds),
    low: lowestCelsius,
    high: Math.ceil(hottest / 2) * 2,
  };
  return html`<svg viewBox="0 0 ${chartWidth} ${height}" role="img" aria-label="${words.curves.temperature}">
<defs>${hatchPattern}<clipPath id="temperatures"><rect x="${at(plot.left)}" y="${at(plot.top)}" width="${at(plot.right - plot.left)}" height="${at(plot.bottom - plot.top)}"/></clipPath></defs>
${legend(words.curves.temperature, lines)}${secondRow(input)}
${targetBand(plot, header.preset)}
${valueAxis(plot, 2, (value) => String(value))}
${timeAxis(plot, words.curves.minutes, clockOf(input))}
${phaseStrip(figures.phases, plot, names)}
${limits(plot, header.preset)}
${gapHatches(figures.gaps, plot, names, words)}
<g clip-path="url(#temperatures)">${lines.map(({ stroke, curve }) => strokePath(curvePath(curve, curves.columnSeconds, plot), stroke))}</g>
${corePoints(input.events, plot)}
${endLabels(lines, curves.columnSeconds, plot)}
${eventMarks(figures, plot)}
</svg>`;
}

function chartLines({ figures, curves, header, names, words }: ReportInput): Line[] {
  const probes = figures.probes.flatMap(({ id, site }): Line[] => {
    const probe = Number(id[1]) - 1;
    const curve = curves.signals[probe];
    const stroke = probeStrokes[probe];
    if (curve === undefined || stroke === undefined) return [];
    return [{ label: id, legend: `${id} ${names.probeSite[site]}`, stroke, curve }];
  });
  const core = curves.signals[4];
  if (core === undefined || figures.core.maxCelsius === null) return probes;
  const site = header.case.coreSite === '' ? '' : words.aside(header.case.coreSite);
  const legend = `${words.curves.core}${site}`;
  return [...probes, { label: words.curves.core, legend, stroke: coreStroke, curve: core }];
}

const highestOf = (curve: Curve): number =>
  curve.high.reduce((highest, value) => (value > highest ? value : highest), Number.NEGATIVE_INFINITY);

export const strokePath = (path: string, { colour, width, dashes }: Stroke): Markup =>
  html`<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round" stroke-dasharray="${dashes === '' ? 'none' : dashes}"/>`;

function legend(title: string, lines: readonly Line[]): Markup {
  let x = legendLeft;
  const entries = lines.map(({ legend, stroke }) => {
    const from = x;
    x += 29 + textWidth(legend) + 12;
    return html`${strokePath(`M${at(from)} 7L${at(from + 24)} 7`, stroke)}<text x="${at(from + 29)}" y="10">${legend}</text>`;
  });
  return html`<text x="0" y="10" class="strong">${title}</text>${entries}`;
}

/** What stands in the second row: its mark drawn at x, and how far beside it its text begins. */
interface Mark {
  readonly text: string;
  readonly draw: (x: number) => Markup;
  readonly textAfter: number;
}

/** The second row: band with target, ceiling, gap, and the core by hand where somebody has read it. */
function secondRow({ words: { curves }, figures, header: { preset } }: ReportInput): Markup {
  const { targetCelsius } = preset;
  const box = (x: number, fill: string) =>
    html`<rect x="${at(x)}" y="17" width="24" height="9" fill="${fill}"/>`;
  const line = (x: number, stroke: Stroke) => strokePath(`M${at(x)} 21.5h24`, stroke);
  const marks: Mark[] = [
    {
      text: curves.target(targetCelsius, targetCelsius - bandCelsius, targetCelsius + bandCelsius),
      draw: (x) => html`${box(x, bandColour)}${line(x, targetStroke)}`,
      textAfter: 29,
    },
    {
      text: curves.ceiling(inflowCeilingCelsius),
      draw: (x) => line(x, ceilingStroke),
      textAfter: 29,
    },
    { text: curves.gap, draw: (x) => box(x, 'url(#hatch)'), textAfter: 29 },
  ];
  if (figures.core.byHand > 0)
    marks.push({ text: curves.coreByHand, draw: (x) => corePoint(x + 6, 21.5), textAfter: 16 });
  let x = legendLeft;
  const entries = marks.map(({ text, draw, textAfter }) => {
    const from = x;
    x += textAfter + textWidth(text) + 12;
    return html`${draw(from)}<text x="${at(from + textAfter)}" y="24.5">${text}</text>`;
  });
  return html`${entries}`;
}

function targetBand(plot: Plot, { targetCelsius }: Preset): Markup {
  const top = plotY(plot, targetCelsius + bandCelsius);
  const bottom = plotY(plot, targetCelsius - bandCelsius);
  return html`<rect x="${at(plot.left)}" y="${at(top)}" width="${at(plot.right - plot.left)}" height="${at(bottom - top)}" fill="${bandColour}"/>`;
}

function limits(plot: Plot, { targetCelsius }: Preset): Markup {
  const line = (celsius: number, stroke: Stroke) =>
    strokePath(`M${at(plot.left)} ${at(plotY(plot, celsius))}H${at(plot.right)}`, stroke);
  return html`${line(targetCelsius, targetStroke)}${line(inflowCeilingCelsius, ceilingStroke)}`;
}

/** Each line's name beside its last value, moved apart where they would touch. */
function endLabels(lines: readonly Line[], columnSeconds: number, plot: Plot): Markup {
  const ends = lines.flatMap(({ label, stroke, curve }) => {
    const column = curve.low.findLastIndex((value) => value >= plot.low && value <= plot.high);
    if (column < 0) return [];
    const x = plotX(plot, (column + 0.5) * columnSeconds);
    const nearEnd = plot.right - x < 40;
    return nearEnd ? [{ label, stroke, y: plotY(plot, curve.low[column] ?? plot.low) }] : [];
  });
  const heights = spread(
    ends.map(({ y }) => y),
    9,
    plot.top + 4,
    plot.bottom - 2,
  );
  const texts = ends.map(
    ({ label, stroke }, index) =>
      html`<text x="${at(plot.right + 4)}" y="${at(heights[index] ?? 0)}" dy="3" style="fill:${stroke.colour};font-weight:600">${label}</text>`,
  );
  return texts.length === 0 ? nothing : html`${texts}`;
}
