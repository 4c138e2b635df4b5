import type { Words } from '../../domain/text/dictionary.ts';
import type { PhaseSpan } from '../figures/from-events.ts';
import { html, type Markup } from '../markup.ts';
import { at, type Plot, plotX, spread, textWidth } from './plot.ts';

const height = 12;
/** Between numbers that stand alone. */
const apart = 10;

/** One band below the time axis, a field a phase: its number, and its name where that fits. */
export function phaseStrip(phases: readonly PhaseSpan[], plot: Plot, words: Words): Markup {
  const top = plot.bottom + 26;
  const fields = phases.map(({ name, startSeconds, seconds }, index) => {
    const from = plotX(plot, startSeconds);
    const width = plotX(plot, startSeconds + seconds) - from;
    const full = `${index + 1} ${words.phase[name]}`;
    const fits = width > textWidth(full) * 1.1 + 4;
    return { name, from, width, label: fits ? full : String(index + 1), fits };
  });
  const alone = fields.filter(({ fits }) => !fits);
  // A short phase keeps its number: beside its field, where that is too narrow.
  const places = spread(
    alone.map(({ from, width }) => from + width / 2),
    apart,
    plot.left,
    plot.right,
  );
  const centre = new Map(alone.map((field, index) => [field, places[index] ?? field.from]));
  const bands = fields.map(
    ({ from, width }, index) =>
      html`<rect x="${at(from)}" y="${at(top)}" width="${at(Math.max(width, 0.5))}" height="${height}" fill="${index % 2 === 0 ? '#e9ebee' : '#f7f8f9'}"/>
<line x1="${at(from)}" x2="${at(from)}" y1="${at(plot.top)}" y2="${at(top + height)}" stroke="#b9bfc6" stroke-width=".5"/>`,
  );
  const labels = fields.map(
    (field) =>
      html`<text x="${at(centre.get(field) ?? field.from + field.width / 2)}" y="${at(top + 9)}" text-anchor="middle" class="${field.name === 'treatment' ? 'strong' : ''}">${field.label}</text>`,
  );
  return html`${bands}${labels}`;
}
