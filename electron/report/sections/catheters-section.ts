import { bodySide } from '../../domain/body-map.ts';
import { probeIds } from '../../domain/case.ts';
import { type BodyMapInput, bodyMapChart } from '../charts/body-map.ts';
import { html, type Markup } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';

/** Where the tubes lie and what each probe measures: the map beside its tables. */
export function cathetersSection(input: ReportInput): Markup {
  return html`<section class="keep"><h2>${input.words.catheters.heading}</h2>${bodyMapChart(mapOf(input))}</section>`;
}

function mapOf({ header, names, words }: ReportInput): BodyMapInput {
  const { cavity, side, catheters, probeSites, probePlaces, coreSite } = header.case;
  const { lists } = header.site;
  return {
    cavity,
    side: bodySide(side),
    catheters: [...catheters].sort((one, other) => one.number - other.number),
    probes: probeIds.map((id, probe) => ({
      id,
      site: probeSites[probe] ?? 'not-used',
      place: probePlaces[probe] ?? '',
    })),
    coreSite,
    places: lists.catheterPlaces[cavity],
    probePlaces: lists.probePlaces[cavity],
    language: names.spoken,
    names,
    words: words.catheters,
  };
}
