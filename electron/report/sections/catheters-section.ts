import { probeIds } from '../../domain/case.ts';
import type { Catheter } from '../../domain/places.ts';
import { missingText, number } from '../../domain/text/format.ts';
import { html, type Markup } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import { listed } from './listed.ts';

/** Where the tubes lie and what each probe measures. */
export function cathetersSection(input: ReportInput): Markup {
  return html`<section class="keep"><h2>${input.words.catheters.heading}</h2><div class="pair">${catheterTable(input)}${probeTable(input)}</div></section>`;
}

function catheterTable({ header, names, words }: ReportInput): Markup {
  const labels = words.catheters;
  const { catheters, cavity } = header.case;
  const places = header.site.lists.catheterPlaces[cavity];
  if (catheters.length === 0) return html`<p>${labels.none}</p>`;
  const row = ({ number: no, place, direction, frenchSize }: Catheter) =>
    html`<tr><td class="n t">${no}</td><td>${listed(places, place, names) || missingText}</td><td>${names.catheterDirection[direction]}</td><td class="n">${frenchSize === null ? missingText : number(frenchSize)}</td></tr>`;
  return html`<table class="small dense ruled"><thead><tr><th class="n t">${labels.number}</th><th>${labels.place}</th><th>${labels.direction}</th><th class="n">${labels.size}</th></tr></thead><tbody>${catheters.map(row)}</tbody></table>`;
}

function probeTable({ header, names, words }: ReportInput): Markup {
  const labels = words.catheters;
  const { probeSites, probePlaces, cavity, coreSite } = header.case;
  const places = header.site.lists.probePlaces[cavity];
  const row = (id: string, measures: string, place: string) =>
    html`<tr><td class="t"><strong>${id}</strong></td><td>${measures}</td><td>${place || labels.notSaid}</td></tr>`;
  return html`<table class="small dense ruled"><thead><tr><th>${labels.probe}</th><th>${labels.measures}</th><th>${labels.placeInBody}</th></tr></thead><tbody>${probeSites.map(
    (site, probe) =>
      row(
        probeIds[probe] ?? '',
        names.probeSite[site],
        site === 'not-used' ? missingText : listed(places, probePlaces[probe] ?? '', names),
      ),
  )}${row(labels.core, words.curves.core, coreSite)}</tbody></table>`;
}
