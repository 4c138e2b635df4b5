import type { ReadingKind } from '../../domain/manual-reading.ts';
import type { Sample } from '../../domain/sample.ts';
import { celsius, missingText, number, whole } from '../../domain/text/format.ts';
import { drugMarksBetween } from '../charts/drug-marks.ts';
import { type CourseRow, courseEvery } from '../figures/course.ts';
import { readingsByHand } from '../figures/readings-by-hand.ts';
import { rowMinutes, wallMsAt } from '../figures/vital-rows.ts';
import { html, type Markup, nothing } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import { sessionTime } from './blocks.ts';

/** What stood at every fifth or tenth minute, as an anaesthetic chart has it. */
export function courseSection(input: ReportInput): Markup {
  const { figures, words } = input;
  const labels = words.course;
  const minutes = rowMinutes(figures.treatment.elapsedSeconds ?? figures.dwellSeconds);
  const rows = courseEvery(figures.course, minutes);
  if (rows.length === 0) return html`<section><h2>${labels.heading}</h2><p>${labels.none}</p></section>`;
  const heads = [
    ...figures.probes.map(({ id }) => id),
    labels.core,
    labels.flow,
    labels.line,
    ...(hasCavity(input) ? [labels.cavity] : []),
    labels.set,
    labels.heater,
    labels.inCavity,
    labels.reservoir,
  ];
  return html`<section><h2>${labels.heading}</h2><table class="small dense ruled course"><thead><tr><th class="n t">${labels.time}</th><th class="n t">${labels.session}</th><th>${labels.phase}</th>${heads.map((head) => html`<th class="n wrap">${head}</th>`)}</tr></thead><tbody>${rows.map(
    (row) => courseRow(input, row, minutes * 60_000),
  )}</tbody></table><p class="small soft after">${labels.every(minutes)}</p></section>`;
}

function courseRow(input: ReportInput, { sessionMs, sample }: CourseRow, everyMs: number): Markup {
  const { events, figures, names, time } = input;
  const untilMs = sessionMs + everyMs;
  const drugs = drugMarksBetween(figures.drugs, sessionMs, untilMs);
  const phase = sample === null ? missingText : names.phase[sample.phase];
  const cells = sample === null ? figures.probes.map(() => missingText) : probeCells(input, sample);
  const byHand = (kind: ReadingKind, decimals: number) => byHandIn(input, kind, decimals, sessionMs, untilMs);
  const cavity = hasCavity(input)
    ? html`<td class="n">${whole(sample?.cavityPressureMmHg.value ?? null)}${byHand('cavity-pressure', 0)}</td>`
    : nothing;
  return html`<tr><td class="n t">${time.time(sample?.wallMs ?? wallMsAt(sessionMs, events))}</td><td class="n t">${sessionTime(sessionMs)}</td><td>${phase}${drugs.map((mark) => html` <b>${mark}</b>`)}</td>${cells.map(cell)}<td class="n">${celsius(sample?.coreCelsius.value ?? null)}${byHand('core-temperature', 1)}</td>${cell(whole(sample?.flowMlPerMin.value ?? null))}${cell(whole(sample?.inflowLinePressureMmHg.value ?? null))}${cavity}${cell(setText(input, sample))}${cell(whole(sample?.heaterPowerPercent.value ?? null))}${cell(whole(sample?.cavityVolumeMl ?? null))}${cell(whole(sample?.reservoirMl.value ?? null))}</tr>`;
}

/** No column for what neither rig nor people have measured. */
const hasCavity = ({ figures: { pressures } }: ReportInput): boolean =>
  pressures.cavity !== null || pressures.cavityByHand !== null;

const cell = (text: string): Markup => html`<td class="n">${text}</td>`;

const probeCells = ({ figures }: ReportInput, { probesCelsius }: Sample): string[] =>
  figures.probes.map(({ id }) => celsius(probesCelsius[Number(id[1]) - 1]?.value ?? null));

function setText({ words }: ReportInput, sample: Sample | null): string {
  const inForce = sample?.inForce ?? null;
  if (inForce === null) return missingText;
  return inForce.heaterEnable ? number(inForce.inflowSetpointCelsius, 1) : words.course.off;
}

/** Under the value of the rig, each as it was read off. */
function byHandIn(
  { events, words }: ReportInput,
  kind: ReadingKind,
  decimals: number,
  fromMs: number,
  untilMs: number,
): Markup {
  const read = readingsByHand(events, kind).filter(
    ({ sessionMs }) => sessionMs >= fromMs && sessionMs < untilMs,
  );
  return html`${read.map(({ value }) => html`<div class="soft">${words.course.byHand} ${number(value, decimals)}</div>`)}`;
}
