/** Paper of a campaign's pictures: size, letters, colours, axes. */
import { at, type Plot, plotX, plotY } from '../../../electron/report/charts/plot.ts';
import { html, type Markup } from '../../../electron/report/markup.ts';

export const colours = {
  ink: '#16191d',
  quiet: '#565d66',
  grid: '#e3e6e9',
  ours: '#0b7a4b',
  baseline: '#1d5fb8',
  limit: '#a3180f',
} as const;

/** A picture that stands alone. */
export function sheet(width: number, height: number, title: string, content: readonly Markup[]): string {
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">
<style>text{font:11px Inter,'DejaVu Sans',sans-serif;fill:${colours.ink}}.title{font-size:15px;font-weight:600}.quiet{fill:${colours.quiet}}.strong{font-weight:600}</style>
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="20" y="26" class="title">${title}</text>
${content}
</svg>
`.markup;
}

/** Kelvin on the left with a line across every `step`, minutes below. */
export function axes(plot: Plot, step: number, minutes: number): Markup {
  const lines: Markup[] = [];
  const first = Math.ceil(plot.low / step - 1e-9);
  for (let index = first; index * step <= plot.high + 1e-9; index += 1) {
    const y = plotY(plot, index * step);
    lines.push(html`<line x1="${at(plot.left)}" x2="${at(plot.right)}" y1="${at(y)}" y2="${at(y)}" stroke="${colours.grid}" stroke-width=".8"/>
<text x="${at(plot.left - 6)}" y="${at(y)}" dy="4" text-anchor="end" class="quiet">${signed(index * step)}</text>`);
  }
  for (let minute = 0; minute * 60 <= plot.seconds; minute += minutes) {
    const x = plotX(plot, minute * 60);
    lines.push(html`<line x1="${at(x)}" x2="${at(x)}" y1="${at(plot.bottom)}" y2="${at(plot.bottom + 4)}" stroke="${colours.quiet}" stroke-width=".8"/>
<text x="${at(x)}" y="${at(plot.bottom + 16)}" text-anchor="middle" class="quiet">${minute}</text>`);
  }
  return html`${lines}<line x1="${at(plot.left)}" x2="${at(plot.right)}" y1="${at(plot.bottom)}" y2="${at(plot.bottom)}" stroke="${colours.ink}" stroke-width=".8"/>`;
}

/** A level across a plot, dashed. */
export const level = (plot: Plot, value: number, colour: string, dashes: string): Markup =>
  html`<line x1="${at(plot.left)}" x2="${at(plot.right)}" y1="${at(plotY(plot, value))}" y2="${at(plotY(plot, value))}" stroke="${colour}" stroke-width="1" stroke-dasharray="${dashes}"/>`;

/** One curve, a point every `secondsEach`, within the plot's clip `id`. */
export function line(plot: Plot, points: readonly number[], secondsEach: number, stroke: string): Markup {
  const path = points
    .map((value, index) => `${at(plotX(plot, index * secondsEach))},${at(plotY(plot, value))}`)
    .join(' ');
  return html`<polyline points="${path}" fill="none" stroke="${stroke}" stroke-width="1.3" stroke-linejoin="round"/>`;
}

/** What is drawn is cut at the plot's edge. */
export const clipped = (id: string, plot: Plot, content: readonly Markup[]): Markup =>
  html`<clipPath id="${id}"><rect x="${at(plot.left)}" y="${at(plot.top)}" width="${at(plot.right - plot.left)}" height="${at(plot.bottom - plot.top)}"/></clipPath><g clip-path="url(#${id})">${content}</g>`;

export function signed(value: number): string {
  const digits = Number.isInteger(value) ? 0 : 1;
  if (Math.abs(value) < 1e-9) return '0';
  return `${value > 0 ? '+' : '−'}${Math.abs(value).toFixed(digits)}`;
}
