import { at } from '../../../electron/report/charts/plot.ts';
import { html, type Markup } from '../../../electron/report/markup.ts';
import type { TreatmentFigures } from '../judge/treatment-figures.ts';
import { colours, sheet } from './sheet.ts';

const binCelsius = 0.05;
/** Edges of the picture; what is beyond stands in the first and the last bin. */
const lowCelsius = -0.2;
const highCelsius = 1.2;
const bins = Math.round((highCelsius - lowCelsius) / binCelsius);
const box = { left: 56, right: 860, top: 70, bottom: 320 } as const;

/** How far the hottest compartment went above target in each patient, ours beside the PID. */
export function overshootHistogram(
  title: string,
  ours: readonly TreatmentFigures[],
  baseline: readonly TreatmentFigures[],
  goalCelsius: number,
): string {
  const series = [
    { name: 'Isotherm', colour: colours.ours, counts: countsOf(ours) },
    ...(baseline.length === 0
      ? []
      : [{ name: 'best fixed PID', colour: colours.baseline, counts: countsOf(baseline) }]),
  ];
  const most = Math.max(1, ...series.flatMap(({ counts }) => counts));
  const barWidth = (xOf(1) - xOf(0) - 2) / series.length;
  const bars = series.flatMap(({ colour, counts }, which) =>
    counts.map((count, bin) => bar(xOf(bin) + 1 + which * barWidth, barWidth, count / most, colour)),
  );
  const goalX = xOf((goalCelsius - lowCelsius) / binCelsius);
  return sheet(880, 380, title, [
    html`<text x="20" y="46" class="quiet">Hottest compartment of the cavity above target, true, from the start of heat-up to the end of treatment.</text>`,
    ...bars,
    axis(most),
    html`<line x1="${at(goalX)}" x2="${at(goalX)}" y1="${box.top}" y2="${box.bottom}" stroke="${colours.limit}" stroke-dasharray="4 3"/>
<text x="${at(goalX + 5)}" y="${box.top + 10}">goal +${goalCelsius.toFixed(1)} °C</text>`,
    ...series.map(
      ({ name, colour }, index) =>
        html`<rect x="${640}" y="${96 + 18 * index}" width="12" height="12" fill="${colour}"/><text x="658" y="${106 + 18 * index}">${name}</text>`,
    ),
  ]);
}

const xOf = (bin: number): number => box.left + ((box.right - box.left) * bin) / bins;

/** Patients in each bin. */
export function countsOf(treatments: readonly TreatmentFigures[]): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const { overshootCelsius } of treatments) {
    const bin = Math.floor((overshootCelsius - lowCelsius) / binCelsius + 1e-9);
    const shown = Math.min(bins - 1, Math.max(0, bin));
    counts[shown] = (counts[shown] ?? 0) + 1;
  }
  return counts;
}

function bar(x: number, width: number, share: number, colour: string): Markup {
  const height = share * (box.bottom - box.top);
  return html`<rect x="${at(x)}" y="${at(box.bottom - height)}" width="${at(width)}" height="${at(height)}" fill="${colour}"/>`;
}

function axis(most: number): Markup {
  const ticks: Markup[] = [];
  for (let bin = 0; bin <= bins; bin += 4) {
    const celsius = lowCelsius + bin * binCelsius;
    const written = `${Math.abs(celsius) < 1e-9 ? '' : celsius > 0 ? '+' : '−'}${Math.abs(celsius).toFixed(1)}`;
    ticks.push(
      html`<text x="${at(xOf(bin))}" y="${box.bottom + 18}" text-anchor="middle" class="quiet">${written}</text>`,
    );
  }
  return html`${ticks}<text x="${box.right}" y="${box.bottom + 36}" text-anchor="end" class="quiet">°C</text>
<text x="${box.left - 6}" y="${box.top + 4}" text-anchor="end" class="quiet">${most}</text><text x="${box.left - 6}" y="${box.bottom}" text-anchor="end" class="quiet">0</text>
<line x1="${box.left}" x2="${box.right}" y1="${box.bottom}" y2="${box.bottom}" stroke="${colours.ink}"/>`;
}
