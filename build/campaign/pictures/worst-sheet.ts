import { bandCelsius } from '../../../electron/domain/preset.ts';
import { at, type Plot } from '../../../electron/report/charts/plot.ts';
import { html, type Markup } from '../../../electron/report/markup.ts';
import { curveSeconds } from '../judge/treatment-figures.ts';
import type { WorstCase } from '../judge/worst.ts';
import { axes, clipped, colours, level, line, sheet } from './sheet.ts';

const perRow = 2;
const cell = { width: 490, height: 190 } as const;

/** The worst cases, each with its curve, what is wrong with it, and how to see it again. */
export function worstSheet(
  title: string,
  worst: readonly WorstCase[],
  commandFor: (index: number) => string,
): string {
  const rows = Math.ceil(worst.length / perRow);
  return sheet(cell.width * perRow, 60 + cell.height * rows, title, [
    html`<text x="20" y="46" class="quiet">True mean of the cavity above target, °C, over minutes since the start of heat-up; red: ±${bandCelsius} °C.</text>`,
    ...worst.map((one, place) => panel(one, place, commandFor(one.index))),
  ]);
}

function panel({ what, figures }: WorstCase, place: number, command: string): Markup {
  const left = cell.width * (place % perRow) + 50;
  const top = 100 + cell.height * Math.floor(place / perRow);
  const seconds = Math.max(60, figures.heatUpCurve.length * curveSeconds);
  const plot: Plot = { left, right: left + 420, top, bottom: top + 110, seconds, low: -2, high: 1 };
  return html`${axes(plot, 1, seconds > 5400 ? 20 : 10)}
${clipped(`worst-${place}`, plot, [level(plot, bandCelsius, colours.limit, '4 3'), level(plot, -bandCelsius, colours.limit, '4 3'), line(plot, figures.heatUpCurve, curveSeconds, colours.ours)])}
<text x="${at(left)}" y="${at(top - 24)}" class="strong">${place + 1}. ${what}</text>
<text x="${at(left)}" y="${at(top - 9)}" class="quiet">${command}</text>`;
}
