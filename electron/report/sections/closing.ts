import type { OperatorActionType } from '../../domain/action.ts';
import type { LinkCounters } from '../../domain/link.ts';
import type { KeptEvent, RunEvent } from '../../domain/run-event.ts';
import { number, percent } from '../../domain/text/format.ts';
import { html, type Markup } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import { fieldList, sessionTime } from './blocks.ts';
import { whoText } from './person-text.ts';
import { clockWasSet, eventText, placementOf, zoneText } from './time-text.ts';

/** Who did what, when; every event of the record. */
export function timelineSection(input: ReportInput): Markup {
  const { header, events, figures, names, words, time } = input;
  const labels = words.timeline;
  const placement = placementOf(header);
  const unseen = new Map(figures.alarms.map((one) => [one.alarm.id, one.unseen]));
  /** What went out of sight with the link is not told as over. */
  const line = (kept: KeptEvent): string => {
    const { event } = kept;
    return event.type === 'alarm-cleared' && unseen.get(event.alarm.id)
      ? labels.unseen(names.alarmCalled(event.alarm, placement))
      : eventText(input, kept, placement);
  };
  const goesOn = new Map(goingOn(events));
  const confirmed = new Map([...goesOn].map(([action, phase]) => [phase, action]));
  const row = (kept: KeptEvent) => {
    const { wallMs, sessionMs, event } = kept;
    const person = confirmed.get(kept)?.event ?? event;
    return html`<tr><td class="n t">${time.time(wallMs)}</td><td class="n t">${sessionTime(sessionMs)}</td><td${event.type === 'phase' ? bold : plain}>${line(kept)}</td><td class="who">${whoText(input, person)}</td></tr>`;
  };
  return html`<section><h2>${labels.heading}</h2><table class="small dense">
<thead><tr><th class="n">${labels.time}</th><th class="n">${labels.at}</th><th>${labels.what}</th><th>${labels.who}</th></tr></thead>
<tbody>${events.filter((kept) => !isDoubled(kept.event) && !goesOn.has(kept)).map(row)}</tbody></table></section>`;
}

/** Each "go on" that a phase came of: the phase stands in its place, with the same person. */
const goingOn = (events: readonly KeptEvent[]): [action: KeptEvent, phase: KeptEvent][] =>
  events.flatMap((kept, index): [KeptEvent, KeptEvent][] => {
    const { event } = kept;
    if (event.type !== 'action' || event.refused !== null || event.breakGlass !== null) return [];
    const { action } = event;
    if (action.type !== 'advance') return [];
    const phase = events.slice(index + 1).find((later) => later.event.type === 'phase');
    if (phase?.event.type !== 'phase' || phase.event.from !== action.from) return [];
    return phase.sessionMs - kept.sessionMs > 1000 ? [] : [[kept, phase]];
  });

/**
 * What a person did to the alarms stands once, as what came of it, with the same person; refused, as it is. The
 * self-test has a table of its own.
 */
const isDoubled = (event: RunEvent): boolean => (event.type === 'self-test' && event.passed) || isTold(event);
const isTold = (event: RunEvent): boolean =>
  event.type === 'action' && event.refused === null && alarmActions.has(event.action.type);
const alarmActions: ReadonlySet<OperatorActionType> = new Set([
  'acknowledge',
  'pause-audio',
  'resume-audio',
  'change-alarm-limit',
]);

const bold: Markup = { markup: ' class="mark"' };
const plain: Markup = { markup: '' };

/** How well console and rig heard each other. */
export function linkSection({ figures, names, words: { link: labels } }: ReportInput): Markup {
  const { link } = figures;
  if (link === null) return html`<section><h2>${labels.heading}</h2><p>${labels.unknown}</p></section>`;
  const lost = link.timeouts + link.crcErrors + link.blockCrcErrors + link.shortFrames + link.exceptions;
  const failed = lost + link.staleEchoes;
  const answered = link.exchanges === 0 ? null : Math.max(0, 1 - failed / link.exchanges);
  const counters = Object.keys(names.linkCounter) as (keyof LinkCounters)[];
  return html`${fieldList(
    labels.heading,
    counters.map((name) => [names.linkCounter[name], number(link[name])] as const),
  )}<p class="small soft after">${labels.share(percent(answered))} ${labels.discarded}</p>`;
}

/** So that a reader can compute every figure again from samples.csv. */
export function methodSection(input: ReportInput): Markup {
  const { header, figures, words } = input;
  const { method } = words;
  const times = method.times(zoneText(input, figures.endWallMs), header.rig.timeScale);
  const lines = [...method.lines, times, ...(clockWasSet(input) ? [words.times.afterSetting] : [])];
  return html`<section><h2>${method.heading}</h2><ul class="small">${lines.map((line) => html`<li>${line}</li>`)}</ul></section>`;
}
