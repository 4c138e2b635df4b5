import type { Words } from '../../domain/text/dictionary.ts';
import type { PhaseSpan } from '../figures/from-events.ts';
import { html, type Markup, nothing } from '../markup.ts';
import { at, type Plot, plotX, textWidth } from './plot.ts';

const height = 12;

/** One band below the time axis, a field a phase: its number, and its name where that fits. */
export function phaseStrip(phases: readonly PhaseSpan[], plot: Plot, words: Words): Markup {
  const top = plot.bottom + 26;
  const fields = phases.map(({ name, startSeconds, seconds }, index) => {
    const from = plotX(plot, startSeconds);
    const width = plotX(plot, startSeconds + seconds) - from;
    const number = String(index + 1);
    const full = `${number} ${words.phase[name]}`;
    const label = width > textWidth(full) * 1.1 + 4 ? full : width > textWidth(number) + 3 ? number : '';
    return html`<rect x="${at(from)}" y="${at(top)}" width="${at(Math.max(width, 0.5))}" height="${height}" fill="${index % 2 === 0 ? '#e9ebee' : '#f7f8f9'}"/>
<line x1="${at(from)}" x2="${at(from)}" y1="${at(plot.top)}" y2="${at(top + height)}" stroke="#b9bfc6" stroke-width=".5"/>
${label === '' ? nothing : html`<text x="${at(from + width / 2)}" y="${at(top + 9)}" text-anchor="middle" class="${name === 'treatment' ? 'strong' : ''}">${label}</text>`}`;
  });
  return html`${fields}`;
}
