import { minutesSeconds, withUnit } from '../../domain/text/format.ts';
import { flowChart } from '../charts/flow-chart.ts';
import { gapReason, gapSubject } from '../charts/gap-hatch.ts';
import { pressureChart } from '../charts/pressure-chart.ts';
import { temperatureChart } from '../charts/temperature-chart.ts';
import { html, type Markup } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';

/** All charts, and beside them what their numbers and hatches mean. */
export function curvesSection(input: ReportInput): Markup {
  const { figures, words } = input;
  if (figures.samples === 0) {
    return html`<section><h2>${words.curves.heading}</h2><p>${words.curves.empty}</p></section>`;
  }
  return html`<section><h2>${words.curves.heading}</h2>
<figure>${temperatureChart(input)}</figure>
<figure>${flowChart(input)}</figure>
${pressureChart(input)}
<p class="small soft">${words.curves.legend}</p>
</section>`;
}

export function phasesSection({ figures, names, words }: ReportInput): Markup {
  const { phases: labels } = words;
  return html`<section><h2>${labels.heading}</h2><table class="small dense">
<thead><tr><th class="n t">${labels.number}</th><th>${labels.phase}</th><th class="n">${labels.start}</th><th class="n">${labels.lasted}</th></tr></thead>
<tbody>${figures.phases.map(
    ({ name, startSeconds, seconds }, index) =>
      html`<tr><td class="n t">${index + 1}</td><td>${names.phase[name]}</td><td class="n">${minutesSeconds(startSeconds)}</td><td class="n">${minutesSeconds(seconds)}</td></tr>`,
  )}</tbody></table></section>`;
}

/** On paper a long list of gaps helps nobody; every sample is in the CSV. */
const mostGaps = 8;

export function gapsSection({ figures, names, words }: ReportInput): Markup {
  const { gaps: labels } = words;
  const shown = figures.gaps.slice(0, mostGaps);
  const rest = figures.gaps.slice(mostGaps);
  if (shown.length === 0) return html`<section><h2>${labels.heading}</h2><p>${labels.none}</p></section>`;
  return html`<section><h2>${labels.heading}</h2><table class="small dense">
<thead><tr><th>${labels.of}</th><th>${labels.reason}</th><th class="n">${labels.from}</th><th class="n">${labels.lasted}</th></tr></thead>
<tbody>${shown.map(
    (gap) =>
      html`<tr><td>${gapSubject(gap, words)}</td><td>${gapReason(gap, names, words)}</td><td class="n">${minutesSeconds(gap.startSeconds)}</td><td class="n">${withUnit(gap.seconds, 'seconds')}</td></tr>`,
  )}</tbody></table>${
    rest.length === 0
      ? null
      : html`<p class="small soft after">${labels.more(
          rest.length,
          rest.reduce((sum, gap) => sum + gap.seconds, 0),
        )}</p>`
  }</section>`;
}
