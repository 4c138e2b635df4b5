import type { KeptEvent, RunEvent } from '../../domain/run-event.ts';
import { minutesSeconds, missingText } from '../../domain/text/format.ts';
import { additionRecords } from '../figures/additions.ts';
import { html, type Markup, nothing } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import { sessionTime } from './blocks.ts';
import { listed } from './listed.ts';
import { whoText } from './person-text.ts';
import { eventText, placementOf } from './time-text.ts';

/** Early starts and ends, decisions of named clinicians, refusals, holds, failed checks, restarts, gaps. */
export function deviationsSection(input: ReportInput): Markup {
  const { header, events, figures, words, time } = input;
  const labels = words.deviations;
  const placement = placementOf(header);
  const whole = [
    ...beforeTheRun(input),
    ...(figures.breaksOff ? [labels.interrupted(time.time(figures.endWallMs))] : []),
    ...lostTime(input),
    ...additionsAmiss(input),
  ];
  const kept = events.filter(({ event }) => isDeviation(event));
  if (whole.length + kept.length === 0) {
    return html`<section><h2>${labels.heading}</h2><p>${labels.none}</p></section>`;
  }
  const lasting = kept.some(({ event }) => endOf(event) !== null);
  const row = (kept: KeptEvent) => {
    const { seq, wallMs, sessionMs, event } = kept;
    return html`<tr><td class="n t">${time.time(wallMs)}</td><td class="n t">${sessionTime(sessionMs)}</td><td>${eventText(input, kept, placement)}</td>${lasting ? html`<td class="over">${over(input, seq)}</td>` : nothing}<td class="who">${whoText(input, event)}</td></tr>`;
  };
  return html`<section><h2>${labels.heading}</h2>${whole.map((line) => html`<p>${line}</p>`)}
${
  kept.length === 0
    ? null
    : html`<table class="small"><thead><tr><th class="n">${words.timeline.time}</th><th class="n">${words.timeline.at}</th><th>${labels.what}</th>${lasting ? html`<th>${labels.over}</th>` : nothing}<th>${labels.who}</th></tr></thead><tbody>${kept.map(row)}</tbody></table>`
}</section>`;
}

/** What was known and decided before anything was pumped. */
function beforeTheRun({ header, names, words: { deviations: labels } }: ReportInput): string[] {
  const { checks, bodyTemperatureBeforeCelsius: before } = header.case;
  if (checks === null) return [];
  const { lists } = header.site;
  const { checklist, contraindications, feverAcceptedBy } = checks;
  return [
    ...contraindications
      .filter(({ answer }) => answer !== 'no')
      .map(({ id, answer, reason, clinician }) => {
        const item = listed(lists.contraindications, id, names);
        return labels.contraindication(item, names.contraindicationAnswer[answer], reason, clinician);
      }),
    ...checklist
      .filter(({ answer }) => answer === 'not-done')
      .map(({ id, reason, by }) =>
        labels.notDone(listed(lists.checklist, id, names), reason || missingText, by || missingText),
      ),
    ...(before !== null && feverAcceptedBy !== '' ? [labels.fever(before, feverAcceptedBy)] : []),
  ];
}

/** When what began with an event was over; nothing for what has no length. */
function over({ events, words: { deviations: labels }, time }: ReportInput, seq: number): Markup {
  const begun = events.find((kept) => kept.seq === seq);
  const isEnd = begun === undefined ? null : endOf(begun.event);
  if (begun === undefined || isEnd === null) return nothing;
  const end = events.find((kept) => kept.seq > seq && isEnd(kept.event));
  if (end === undefined) return html`${labels.notOver}`;
  return html`${minutesSeconds((end.sessionMs - begun.sessionMs) / 1000)}<br><span class="soft whole">${labels.until(time.time(end.wallMs))}</span>`;
}

/** What ends that which an event begins; `null`: it has no length. */
function endOf(event: RunEvent): ((later: RunEvent) => boolean) | null {
  switch (event.type) {
    case 'heat-held':
      return ({ type }) => type === 'heat-released';
    case 'flow-held':
      return ({ type }) => type === 'flow-released';
    case 'link-lost':
      return ({ type }) => type === 'link-restored';
    case 'interlock-latched':
      return (later) => later.type === 'interlock-cleared' && (later.bits & event.bits) !== 0;
    case 'target-reach':
      return (later) => later.type === 'target-reach' && later.reachable;
    default:
      return null;
  }
}

function lostTime({ figures, words }: ReportInput): string[] {
  const lost = figures.gaps.filter((gap) => gap.of === 'record');
  const seconds = lost.reduce((sum, gap) => sum + gap.seconds, 0);
  return lost.length === 0 ? [] : [words.deviations.gap(lost.length, seconds)];
}

/** Planned additions that were not recorded, or late. */
const additionsAmiss = ({ header, events, words: { deviations: labels } }: ReportInput): string[] =>
  additionRecords(header, events).flatMap((one, _, all) => {
    const { number, label, plannedMinutes, recordedMinutes, notGiven, late } = one;
    // It stands among the events, with who said so and why.
    if (notGiven) return [];
    const which = `${number}/${all.length} ${label}`.trim();
    const plannedAt = minutesSeconds(plannedMinutes * 60);
    if (recordedMinutes === null) return [labels.additionMissing(which, plannedAt)];
    return late ? [labels.additionLate(which, plannedAt, minutesSeconds(recordedMinutes * 60))] : [];
  });

function isDeviation(event: RunEvent): boolean {
  switch (event.type) {
    case 'heat-held':
    case 'flow-held':
    case 'link-lost':
    case 'rig-restarted':
    case 'interlock-latched':
    case 'console-fault':
    case 'record-gap':
    case 'entry-set-aside':
    case 'clock-stepped':
    case 'taken-up':
    case 'standstill':
    case 'unreadable':
      return true;
    case 'self-test':
      return !event.passed;
    case 'target-reach':
      return !event.reachable;
    case 'flow-changed':
    case 'target-changed':
      return true;
    case 'action':
      return event.refused !== null || event.breakGlass !== null || isOutsideThePlan(event);
    default:
      return false;
  }
}

function isOutsideThePlan({ action }: Extract<RunEvent, { type: 'action' }>): boolean {
  switch (action.type) {
    case 'start-treatment':
    case 'end-treatment':
      return action.early !== null;
    case 'extend-until-in-band':
    case 'extend-by':
    case 'go-on-without-cavity':
    case 'ignore-probe':
    case 'control-by-outflow':
    case 'end-run':
    case 'leave-retained':
    case 'skip-rinses':
    case 'leave-bypass':
    case 'lift-core-hold':
    case 'addition-not-given':
    case 'heat-off':
    case 'pause-flow':
    case 'stop-run':
    case 'drain-now':
      return true;
    default:
      return false;
  }
}
