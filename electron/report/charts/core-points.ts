import type { KeptEvent } from '../../domain/run-event.ts';
import { readingsByHand } from '../figures/readings-by-hand.ts';
import { html, type Markup } from '../markup.ts';
import { at, type Plot, plotX, plotY } from './plot.ts';
import { coreStroke } from './probe-strokes.ts';

/** Half the width of a point. */
const size = 3.2;

/** The core as read by hand: a point each, never joined, because nobody knows what lay between. */
export function corePoints(events: readonly KeptEvent[], plot: Plot): Markup {
  const points = readingsByHand(events, 'core-temperature').map(({ sessionMs, value }) => {
    const inside = Math.min(plot.high, Math.max(plot.low, value));
    return corePoint(plotX(plot, sessionMs / 1000), plotY(plot, inside));
  });
  return html`${points}`;
}

export const corePoint = (x: number, y: number): Markup =>
  html`<path class="core-point" d="M${at(x - size)} ${at(y)}l${at(size)} ${at(-size)}l${at(size)} ${at(size)}l${at(-size)} ${at(size)}Z" fill="#fff" stroke="${coreStroke.colour}" stroke-width="${coreStroke.width}"/>`;
