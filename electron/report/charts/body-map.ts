import { type BodySide, bodyDrawing, placeWords, strokeWidths } from '../../domain/body-map.ts';
import type { TreatmentCase } from '../../domain/case.ts';
import {
  type MapMark,
  mapLayout,
  mapSizes,
  mapViewBox,
  type PlacedProbe,
  placeOfItem,
} from '../../domain/map-layout.ts';
import type { Catheter } from '../../domain/places.ts';
import type { ListItem } from '../../domain/site-lists.ts';
import type { Words } from '../../domain/text/dictionary.ts';
import { missingText, number } from '../../domain/text/format.ts';
import type { Language } from '../../domain/text/language.ts';
import { html, type Markup, nothing } from '../markup.ts';
import type { MapWords } from '../words/map-words.ts';

/** What is drawn, and in whose words. */
export interface BodyMapInput {
  readonly cavity: TreatmentCase['cavity'];
  /** Of a pleural cavity; `null`: not said, or both. */
  readonly side: BodySide | null;
  readonly catheters: readonly Catheter[];
  /** All of the rig, those not used as well: they stand in the table only. */
  readonly probes: readonly PlacedProbe[];
  /** What the site of the run called the places of catheters and of probes. */
  readonly places: readonly ListItem[];
  readonly probePlaces: readonly ListItem[];
  /** Where the patient's core is measured; "": not said. */
  readonly coreSite: string;
  readonly language: Language;
  readonly names: Words;
  readonly words: MapWords;
}

const ink = '#16191d';
const size = mapSizes.full;

/**
 * The drawing beside a table of the catheters and one of the probes; told apart without colour. Without a place that is
 * drawn there is no drawing, and it says why: a body alone would look as if nothing lay in it.
 */
export function bodyMapChart(input: BodyMapInput): Markup {
  const { cavity, side, catheters, probes, words } = input;
  const { marks, beside } = mapLayout({ cavity, side }, catheters, probes.filter(isUsed), size);
  if (marks.length === 0) {
    const saysPlace = [...catheters, ...probes].some(({ place }) => place !== '');
    return html`<p>${saysPlace ? words.noneDrawn : words.nonePlaced}</p><div class="pair keep"><div>${catheterTable(input)}</div><div>${probeTable(input)}</div></div>`;
  }
  const elsewhere = beside
    .filter((item) => placeOfItem(item) !== '')
    .map((item) => (item.kind === 'catheter' ? String(item.catheter.number) : item.probe.id));
  const notDrawn = elsewhere.length === 0 ? nothing : html` ${words.notDrawn(elsewhere.join(', '))}`;
  const either = cavity === 'pleural' && side === null ? html` ${words.eitherSide}` : nothing;
  return html`<div class="pair keep">
<figure>${mapSvg(input, marks)}<figcaption>${words.legend}${notDrawn}${either}</figcaption></figure>
<div>${catheterTable(input)}${probeTable(input)}</div>
</div>`;
}

const isUsed = ({ site }: PlacedProbe): boolean => site !== 'not-used';

function catheterTable({ catheters, places, language, words }: BodyMapInput): Markup {
  const rows = catheters.map(
    ({ number: n, place, direction, frenchSize }) =>
      html`<tr><td class="n">${n}</td><td>${placeWords(place, places, language) || words.notSaid}</td><td>${words[direction]}</td><td class="n">${frenchSize === null ? missingText : frenchText(frenchSize)}</td></tr>`,
  );
  if (rows.length === 0) return html`<h3>${words.catheters}</h3><p>${words.noCatheter}</p>`;
  return html`<h3>${words.catheters}</h3><table class="dense"><thead><tr><th class="n">${words.number}</th><th>${words.place}</th><th>${words.way}</th><th class="n">${words.french}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function probeTable({ probes, probePlaces, coreSite, language, names, words }: BodyMapInput): Markup {
  const row = (id: string, measures: string, place: string) =>
    html`<tr><td class="whole">${id}</td><td>${measures}</td><td>${place}</td></tr>`;
  const rows = probes.map((probe) =>
    row(
      probe.id,
      names.probeSite[probe.site],
      isUsed(probe) ? placeWords(probe.place, probePlaces, language) || words.notSaid : missingText,
    ),
  );
  return html`<h3>${words.probes}</h3><table class="dense"><thead><tr><th>${words.probe}</th><th>${words.measures}</th><th>${words.place}</th></tr></thead><tbody>${rows}${row(words.core, words.coreMeasures, coreSite || words.notSaid)}</tbody></table>`;
}

const frenchText = (frenchSize: number): string => number(frenchSize, Number.isInteger(frenchSize) ? 0 : 1);

function mapSvg({ cavity, side, words }: BodyMapInput, marks: readonly MapMark[]): Markup {
  const { strokes, letters } = bodyDrawing(cavity, side);
  const body = strokes.map(
    ({ kind, d }) =>
      html`<path d="${d}" fill="${kind === 'cavity' ? '#eef0f2' : 'none'}" stroke="${bodyInk[kind]}" stroke-width="${strokeWidths[kind]}"/>`,
  );
  const sides = letters.map(({ side: named, at }) => text(words[named], at.x, at.y, 6, 'middle', '#565d66'));
  return html`<svg viewBox="${mapViewBox(size)}" role="img" aria-label="${words.heading}" stroke-linecap="round" stroke-linejoin="round">
${body}${sides}
${marks.map(line)}
${marks.map((mark) => label(mark, words))}
</svg>`;
}

/** Bowel and ribs are light enough to be printed over. */
const bodyInk = {
  outline: '#565d66',
  fine: '#b3b9c0',
  band: '#dfe2e6',
  cord: '#dfe2e6',
  cavity: '#868e97',
} as const;

/** A full tube leads in, a hollow one out; a dotted line goes to a probe. */
function line({ item, line: d, tip }: MapMark): Markup {
  if (item.kind === 'probe') {
    return html`<path d="${d}" fill="none" stroke="${ink}" stroke-width=".6" stroke-dasharray=".2 1.5"/>${diamond(tip.x, tip.y, 1.6, 1.9)}`;
  }
  const out = item.catheter.direction === 'out';
  const bore = out ? html`<path d="${d}" fill="none" stroke="#fff" stroke-width=".7"/>` : nothing;
  return html`<path d="${d}" fill="none" stroke="${ink}" stroke-width="1.4"/>${bore}<circle cx="${tip.x}" cy="${tip.y}" r="1.6" fill="${out ? '#fff' : ink}" stroke="${ink}" stroke-width=".7"/>`;
}

function label({ item, label: { x, y }, arrow, margin }: MapMark, words: MapWords): Markup {
  const { radius } = size;
  if (item.kind === 'probe') {
    return html`${diamond(x, y, radius * 1.5, radius)}${text(item.probe.id, x, y, radius * 0.95, 'middle', ink)}`;
  }
  const { number: n, direction, frenchSize } = item.catheter;
  const [ground, figure] = direction === 'in' ? [ink, '#fff'] : ['#fff', ink];
  const beside = x + (margin === 'left' ? -1 : 1) * (radius + 1.4);
  const anchor = margin === 'left' ? 'end' : 'start';
  const way = text(words[direction], beside, y - (frenchSize === null ? 0 : 2.1), 3.6, anchor, ink);
  const french =
    frenchSize === null ? nothing : text(words.frenchOf(frenchSize), beside, y + 2.3, 3.6, anchor, '#565d66');
  return html`<circle cx="${x}" cy="${y}" r="${radius}" fill="${ground}" stroke="${ink}" stroke-width=".7"/>
<path d="${arrow ?? ''}" fill="${ground}" stroke="${ink}" stroke-width=".7"/>${text(String(n), x, y, radius * 1.2, 'middle', figure)}${way}${french}`;
}

const diamond = (x: number, y: number, wide: number, high: number): Markup =>
  html`<path d="M${x - wide} ${y} L${x} ${y - high} L${x + wide} ${y} L${x} ${y + high} Z" fill="#fff" stroke="${ink}" stroke-width=".7"/>`;

/** Sizes are in units of the drawing; the style of the report has one for all charts. */
const text = (
  words: string,
  x: number,
  y: number,
  high: number,
  anchor: 'start' | 'middle' | 'end',
  fill: string,
): Markup =>
  html`<text x="${x}" y="${y}" text-anchor="${anchor}" dominant-baseline="central" style="font-size:${high}px;font-weight:600;fill:${fill}">${words}</text>`;
