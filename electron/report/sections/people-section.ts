import type { Actor } from '../../domain/actor.ts';
import { actorName } from '../../domain/text/dictionary.ts';
import { missingText } from '../../domain/text/format.ts';
import { html, type Markup, nothing } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import { sessionTime } from './blocks.ts';

interface Row {
  readonly wallMs: number;
  /** `null`: before the run. */
  readonly sessionMs: number | null;
  readonly what: string;
  readonly who: Actor;
}

/** Who released the run, who started it, whose it was when; and how that is known. */
export function peopleSection(input: ReportInput): Markup {
  const { figures, names, words, time, header } = input;
  const labels = words.people;
  const row = ({ wallMs, sessionMs, what, who }: Row) =>
    html`<tr><td class="n t">${time.time(wallMs)}</td><td class="n t">${sessionMs === null ? nothing : sessionTime(sessionMs)}</td><td>${what}</td><td><b>${actorName(names, who)}</b></td><td>${who.role === null ? missingText : names.role[who.role]}</td><td>${howText(input, who)}</td></tr>`;
  const missing = [
    ...(header.released === null ? [labels.notReleased] : []),
    ...(figures.recorded.chairs.length === 0 ? [labels.noChair] : []),
  ];
  return html`<section class="keep"><h2>${labels.heading}</h2><table class="small dense ruled"><thead><tr><th class="n">${words.timeline.time}</th><th class="n">${words.timeline.at}</th><th>${labels.what}</th><th>${labels.who}</th><th>${labels.role}</th><th>${labels.how}</th></tr></thead><tbody>${rows(input).map(row)}</tbody></table>
<p class="small soft after">${[...missing, labels.marks].join(' ')}</p></section>`;
}

function rows({ header, figures, names, words }: ReportInput): Row[] {
  const labels = words.people;
  const { released, startedBy, startedWallMs } = header;
  return [
    ...(released === null
      ? []
      : [{ wallMs: released.atWallMs, sessionMs: null, what: labels.released, who: released.by }]),
    { wallMs: startedWallMs, sessionMs: 0, what: labels.started, who: startedBy },
    ...figures.recorded.chairs.map(({ from, to, ...at }) => ({
      ...at,
      what: from === null ? labels.inCharge : labels.handedOver(actorName(names, from)),
      who: to,
    })),
  ];
}

function howText({ words: { people: labels } }: ReportInput, { how }: Actor): string {
  switch (how) {
    case 'signed-in':
      return labels.signedIn;
    case 'typed':
      return labels.typed;
    case 'unknown':
      return labels.nobody;
    case 'program':
      return labels.program;
  }
}
