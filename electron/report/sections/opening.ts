import { celsius, minutesSeconds, missingText, number, percent } from '../../domain/text/format.ts';
import { html, type Markup, nothing } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import { orMissing, sessionTime } from './blocks.ts';
import { recordCode, statusLines } from './standing-section.ts';

/** Title, day and time, and the five figures one looks for first. */
export function opening(input: ReportInput): Markup {
  const { header, figures, words, time } = input;
  const from = header.startedWallMs;
  return html`<header>
<div>${hospital(header)}<h1>${words.title}</h1><div class="soft">${words.subtitle}</div>${statusLines(input)}</div>
<div class="when"><b>${time.date(from)}</b><br><span class="soft">${time.time(from)} – ${time.time(figures.endWallMs)}</span></div>
${recordCode(input)}
</header>
<div class="glance">${glance(input).map(
    ([label, value, below]) =>
      html`<div><div class="label">${label}</div><div class="value">${value}</div><div class="label">${below}</div></div>`,
  )}</div>${interruptions(input)}`;
}

/** Whose record it is; nothing where the site has not said. */
function hospital({ site }: ReportInput['header']): Markup {
  const said = [site.hospital, site.department].filter((part) => part !== '');
  return said.length === 0 ? nothing : html`<div class="hospital">${said.join(' · ')}</div>`;
}

/** When the run had no console, for how long and why: before any figure is read. */
function interruptions({ figures, names, words }: ReportInput): Markup {
  if (figures.interruptions.length === 0) return nothing;
  const each = figures.interruptions.map(({ atSeconds, seconds, cause }) =>
    words.glance.interruption(
      sessionTime(atSeconds * 1000),
      minutesSeconds(seconds),
      names.interruptionCause[cause],
    ),
  );
  return html`<p class="after"><b>${words.glance.interruptions}</b>${words.colon}${each.join(words.semicolon)}</p>`;
}

function underOutcome({ header, figures, words }: ReportInput): string {
  if (figures.outcome === 'interrupted') return words.glance.interrupted;
  return header.preset.name;
}

function glance(input: ReportInput): [string, string, string][] {
  const { header, events, figures, names, words } = input;
  const { treatment, dwellSeconds } = figures;
  const { glance } = words;
  const unjudged = dwellSeconds === null ? glance.noTreatment : glance.dwelt;
  const done = treatment.elapsedSeconds !== null;
  const changes = events.filter(({ event }) => event.type === 'flow-changed').length;
  const setFlow = changes === 0 ? glance.flowOf(header.preset.flowMlPerMin) : glance.flowChanged(changes);
  const { high, medium, low } = figures.alarmTotals.byPriority;
  return [
    [glance.outcome, names.outcome[figures.outcome], underOutcome(input)],
    dwellSeconds === null
      ? [
          glance.inBand,
          minutesSeconds(treatment.inBandSeconds),
          done ? glance.ofPlanned(header.preset.minutes) : unjudged,
        ]
      : [glance.dwell, minutesSeconds(dwellSeconds), glance.ofPlanned(header.preset.minutes)],
    [
      glance.control,
      orMissing(treatment.meanCelsius, (mean) => `${celsius(mean)} ± ${celsius(treatment.sdCelsius)} °C`),
      done ? `${celsius(treatment.minCelsius)} – ${celsius(treatment.maxCelsius)} °C` : unjudged,
    ],
    [
      glance.flow,
      orMissing(treatment.flow.inBandShare, (share) => `${percent(share)} %`),
      done ? setFlow : unjudged,
    ],
    coreCell(input),
    [glance.alarms, number(figures.alarms.length), glance.priorities(high, medium, low)],
  ];
}

/** The highest that rig or people have read. */
function coreCell({ header, figures: { core }, words }: ReportInput): [string, string, string] {
  const { glance, probes } = words;
  const found = [core.maxCelsius, core.maxByHandCelsius].filter((value) => value !== null);
  const site = header.case.coreSite === '' ? probes.core : header.case.coreSite;
  if (found.length === 0) return [glance.core, missingText, glance.notMeasured];
  return [glance.core, `${celsius(Math.max(...found))} °C`, site];
}
