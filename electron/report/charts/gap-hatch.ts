import type { Words } from '../../domain/text/dictionary.ts';
import { withUnit } from '../../domain/text/format.ts';
import type { Gap } from '../figures/gaps.ts';
import { html, type Markup, nothing } from '../markup.ts';
import type { ReportWords } from '../words/report-words.ts';
import { at, type Plot, plotX, textWidth } from './plot.ts';

export const gapSubject = (gap: Gap, words: ReportWords): string =>
  gap.of === 'all-probes' ? words.curves.allProbes : gap.of === 'record' ? words.curves.allValues : gap.of;

export const gapReason = (gap: Gap, names: Words, words: ReportWords): string =>
  gap.reason === 'no-samples' ? words.gaps.noSamples : names.missing[gap.reason];

/** A pattern of fine slanted lines, once a chart. */
export const hatchPattern: Markup = html`<pattern id="hatch" width="3.2" height="3.2" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line y2="3.2" stroke="#565d66" stroke-width=".8"/></pattern>`;

/** Narrower than this it could not be seen. */
const narrowest = 1.6;
const lanes = 3;
const laneHeight = 10;

/** Gaps hatched over the plot's whole height, each named at its foot, in the lowest lane that has room. */
export function gapHatches(gaps: readonly Gap[], plot: Plot, names: Words, words: ReportWords): Markup {
  const freeFrom = Array.from({ length: lanes }, () => plot.left);
  const drawn = gaps.map((gap) => {
    const x = plotX(plot, gap.startSeconds);
    const width = Math.max(narrowest, plotX(plot, gap.startSeconds + gap.seconds) - x);
    const label = `${gapSubject(gap, words)}${words.colon}${gapReason(gap, names, words)}${words.comma}${withUnit(gap.seconds, 'seconds')}`;
    const wide = textWidth(label);
    const room = wide + 4;
    const start = x + width + 3 + room > plot.right ? x - 3 - room : x + width + 3;
    const lane = freeFrom.findIndex((free) => start >= free);
    if (lane >= 0) freeFrom[lane] = start + room;
    const y = plot.bottom - 5 - lane * laneHeight;
    return html`<rect x="${at(x)}" y="${at(plot.top)}" width="${at(width)}" height="${at(plot.bottom - plot.top)}" fill="url(#hatch)" opacity=".55"/>
${lane < 0 ? nothing : html`<rect x="${at(start - 2)}" y="${at(y - 8)}" width="${at(wide + 4)}" height="10" fill="#fff" opacity=".85"/><text x="${at(start)}" y="${at(y)}">${label}</text>`}`;
  });
  return html`${drawn}`;
}
