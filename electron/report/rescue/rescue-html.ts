import { defaultProbeSites } from '../../domain/case.ts';
import type { KeptEvent, RescueHeader } from '../../domain/run-event.ts';
import type { Words } from '../../domain/text/dictionary.ts';
import { minutesSeconds, number, withUnit } from '../../domain/text/format.ts';
import { html, type Markup } from '../markup.ts';
import { frameAround, type Paper, watermarks } from '../page.ts';
import { fieldList, orMissing, sessionTime } from '../sections/blocks.ts';
import { whoText } from '../sections/person-text.ts';
import { rigSection } from '../sections/rig-section.ts';
import { clockWasSet, eventText, zoneText } from '../sections/time-text.ts';
import { style } from '../style.ts';
import type { WallTime } from '../wall-time.ts';
import type { ReportWords } from '../words/report-words.ts';
import type { Stretch, StretchFold } from './stretches.ts';

export interface RescueInput {
  readonly header: RescueHeader;
  readonly events: readonly KeptEvent[];
  readonly fold: StretchFold;
  readonly names: Words;
  readonly words: ReportWords;
  readonly time: WallTime;
  readonly paper: Paper;
}

/** More would be no page any more; the data has them all. */
const mostStretches = 20;
/** It has no case, so nobody knows where the probes lie. */
const placement = { probeSites: defaultProbeSites, coreSite: '' };

export const rescueTitle = ({ header, words }: Pick<RescueInput, 'header' | 'words'>): string =>
  `${words.rescue.title} ${header.runId}`;

/** The rescue record as one page: why, what was written, what flowed, what happened. */
export function rescueHtml(input: RescueInput): string {
  const { header, names, words, time } = input;
  const labels = words.rescue;
  // Nobody signs it: it has no patient.
  const marked = { simulation: header.simulation, status: 'preliminary' } as const;
  const frame = frameAround(
    { ...marked, runId: header.runId, paper: input.paper },
    words,
    labels.title,
    labels.noPatient,
  );
  const css: Markup = { markup: `${style}\n${frame}` };
  return html`<!doctype html>
<html lang="${names.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${rescueTitle(input)}</title>
<style>${css}</style>
</head>
<body>
<div class="watermark" aria-hidden="true">${watermarks(marked, words).map((mark) => html`<div>${mark}</div>`)}</div>
<header><div><h1>${labels.title}</h1><div class="soft">${labels.subtitle}</div></div>
<div class="when"><b>${time.date(header.startedWallMs)}</b><br><span class="soft">${zoneText(input, endWallMs(input))}</span></div></header>
<div class="pair"><div>${told(input)}</div><div>${rigSection({ header, words })}</div></div>
${doing(input)}
${timeline(input)}
</body>
</html>
`.markup;
}

function told({ header, events, fold, names, words, time }: RescueInput): Markup {
  const labels = words.rescue;
  const end = events.findLast(({ event }) => event.type === 'rescue-ended');
  const ended = end?.event.type === 'rescue-ended' ? end.event : null;
  const drainedMl = ended === null ? fold.drainedMl : ended.volumeOutMl;
  const lastMs = Math.max(fold.lastMs, events.at(-1)?.sessionMs ?? 0);
  return fieldList(labels.title, [
    [labels.why, html`<b>${names.rescueWhy(header)}</b>`],
    [labels.began, time.time(header.startedWallMs)],
    [labels.lasted, minutesSeconds(lastMs / 1000)],
    [labels.drained, drainedMl === null ? labels.notCounted : withUnit(drainedMl, 'ml')],
    [
      labels.ended,
      end === undefined || ended === null
        ? labels.breaksOff
        : [time.time(end.wallMs), names.rescueEnd(ended.summary)].filter(Boolean).join(words.comma),
    ],
  ]);
}

function doing({ fold, names, words }: RescueInput): Markup {
  const labels = words.rescue;
  const stretches = fold.finish();
  if (stretches.length === 0) return html`<section><h2>${labels.doing}</h2><p>${labels.none}</p></section>`;
  const switched = (on: boolean): string => (on ? labels.on : labels.off);
  const row = ({ fromMs, untilMs, written, meanFlowMlPerMin }: Stretch) => html`<tr>
<td class="n t">${sessionTime(fromMs)}</td><td class="n t">${minutesSeconds((untilMs - fromMs) / 1000)}</td>
<td>${written === null ? labels.nothing : names.circuitMode[written.mode]}</td>
<td>${written === null ? '' : switched(written.heaterEnable)}</td>
<td>${written === null ? '' : pumpText(written.pumpEnable, written.flowSetpointMlPerMin, switched)}</td>
<td class="n t">${orMissing(meanFlowMlPerMin, (flow) => `${number(flow)} mL/min`)}</td></tr>`;
  const rest = stretches.length - mostStretches;
  return html`<section><h2>${labels.doing}</h2><table class="small dense">
<thead><tr><th class="n">${labels.from}</th><th class="n">${labels.lasted}</th><th>${labels.written}</th><th>${labels.heater}</th><th>${labels.pump}</th><th class="n">${labels.flow}</th></tr></thead>
<tbody>${stretches.slice(0, mostStretches).map(row)}</tbody></table>${
    rest > 0 ? html`<p class="small soft after">${labels.more(rest)}</p>` : null
  }</section>`;
}

const pumpText = (on: boolean, mlPerMin: number, switched: (on: boolean) => string): string =>
  on ? `${switched(on)} ${number(mlPerMin)} mL/min` : switched(on);

function timeline(input: RescueInput): Markup {
  const { events, words, time } = input;
  const labels = words.timeline;
  const row = (kept: KeptEvent) => {
    const { wallMs, sessionMs, event } = kept;
    return html`<tr><td class="n t">${time.time(wallMs)}</td><td class="n t">${sessionTime(sessionMs)}</td><td>${eventText(input, kept, placement)}</td><td class="who">${whoText(input, event)}</td></tr>`;
  };
  return html`<section><h2>${labels.heading}</h2><table class="small dense">
<thead><tr><th class="n">${labels.time}</th><th class="n">${labels.at}</th><th>${labels.what}</th><th>${labels.who}</th></tr></thead>
<tbody>${events.map(row)}</tbody></table>${
    clockWasSet(input) ? html`<p class="small soft after">${words.times.afterSetting}</p>` : null
  }</section>`;
}

/** Wall time of its last event. */
export const endWallMs = ({ header, events }: Pick<RescueInput, 'header' | 'events'>): number =>
  events.at(-1)?.wallMs ?? header.startedWallMs;
