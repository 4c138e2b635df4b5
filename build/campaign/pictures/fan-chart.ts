import { bandCelsius } from '../../../electron/domain/preset.ts';
import { at, type Plot, plotX, plotY } from '../../../electron/report/charts/plot.ts';
import { html, type Markup } from '../../../electron/report/markup.ts';
import { curveSeconds, type TreatmentFigures } from '../judge/treatment-figures.ts';
import { axes, clipped, colours, level, line, sheet } from './sheet.ts';

/** Shares of the patients that each band holds, widest first, and how strongly it is drawn. */
const bands = [
  { low: 0.01, high: 0.99, opacity: 0.16 },
  { low: 0.05, high: 0.95, opacity: 0.24 },
  { low: 0.25, high: 0.75, opacity: 0.4 },
] as const;
/** Fewer patients than this have no quantiles to speak of. */
const fewest = 5;

interface Controller {
  readonly name: string;
  readonly colour: string;
  readonly treatments: readonly TreatmentFigures[];
}

/** True mean of the cavity above target over time: bands of patients in heat-up and in treatment, ours and the PID. */
export function fanChart(
  title: string,
  ours: readonly TreatmentFigures[],
  baseline: readonly TreatmentFigures[],
): string {
  const controllers: Controller[] = [{ name: 'Isotherm', colour: colours.ours, treatments: ours }];
  if (baseline.length > 0) {
    controllers.push({ name: 'best fixed PID', colour: colours.baseline, treatments: baseline });
  }
  const height = 55 + 250 * controllers.length;
  return sheet(980, height, title, [
    html`<text x="20" y="46" class="quiet">True mean of the cavity above target, °C. Bands hold 98 %, 90 % and 50 % of the patients; the line is the median; red: ±${bandCelsius} °C.</text>`,
    ...controllers.flatMap((controller, row) => rowOf(controller, row)),
  ]);
}

function rowOf({ name, colour, treatments }: Controller, row: number): Markup[] {
  const top = 88 + 250 * row;
  const heatUp: Plot = { left: 56, right: 436, top, bottom: top + 180, seconds: 2700, low: -6, high: 1 };
  const treatment: Plot = { left: 506, right: 956, top, bottom: top + 180, seconds: 3600, low: -1, high: 1 };
  const curves = (pick: (figures: TreatmentFigures) => readonly number[]) => treatments.map(pick);
  return [
    panel(
      `heat-up-${row}`,
      heatUp,
      curves((figures) => figures.heatUpCurve),
      colour,
      1,
      `${name}: minutes since the start of heat-up`,
    ),
    panel(
      `treatment-${row}`,
      treatment,
      curves((figures) => figures.treatmentCurve),
      colour,
      0.5,
      `${name}: minutes of treatment`,
    ),
  ];
}

function panel(
  id: string,
  plot: Plot,
  curves: readonly (readonly number[])[],
  colour: string,
  step: number,
  label: string,
): Markup {
  const columns = columnsOf(curves, plot.seconds);
  const drawn = [
    ...bands.map(({ low, high, opacity }) => band(plot, columns, low, high, colour, opacity)),
    line(
      plot,
      columns.map((column) => quantile(column, 0.5)),
      curveSeconds,
      colour,
    ),
  ];
  return html`${axes(plot, step, 10)}
${clipped(id, plot, [...drawn, level(plot, bandCelsius, colours.limit, '4 3'), level(plot, -bandCelsius, colours.limit, '4 3')])}
${level(plot, 0, colours.ink, '1 3')}
<text x="${at(plot.left)}" y="${at(plot.top - 10)}" class="strong">${label}</text>`;
}

/** The values at each point of time, ascending, for as long as there are enough of them. */
function columnsOf(curves: readonly (readonly number[])[], seconds: number): number[][] {
  const columns: number[][] = [];
  for (let point = 0; point * curveSeconds <= seconds; point += 1) {
    const column = curves.flatMap((curve) => curve[point] ?? []).sort((a, b) => a - b);
    if (column.length < Math.min(fewest, curves.length)) break;
    columns.push(column);
  }
  return columns;
}

const quantile = (ascending: readonly number[], share: number): number =>
  ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))] ?? Number.NaN;

function band(
  plot: Plot,
  columns: readonly (readonly number[])[],
  low: number,
  high: number,
  colour: string,
  opacity: number,
): Markup {
  const edge = (share: number) =>
    columns.map(
      (column, point) =>
        `${at(plotX(plot, point * curveSeconds))},${at(plotY(plot, quantile(column, share)))}`,
    );
  const points = [...edge(high), ...edge(low).reverse()].join(' ');
  return html`<polygon points="${points}" fill="${colour}" fill-opacity="${opacity}"/>`;
}
