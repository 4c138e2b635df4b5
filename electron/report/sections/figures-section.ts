import { celsius, minutesSeconds, missingText, number, percent, withUnit } from '../../domain/text/format.ts';
import type { ProbeFigures } from '../figures/probe-figures.ts';
import { html, type Markup } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import { fieldList, minutes, orMissing } from './blocks.ts';

/** What the machine promises, and how well each promise was kept. */
export function precisionSection(input: ReportInput): Markup {
  const { words, figures } = input;
  const labels = words.precision;
  const { treatment } = figures;
  const judged = treatment.elapsedSeconds !== null && treatment.elapsedSeconds > 0;
  const control = judged
    ? [
        labels.inBand(percent((treatment.inBandSeconds ?? 0) / treatment.elapsedSeconds)),
        labels.meanSd(celsius(treatment.meanCelsius), celsius(treatment.sdCelsius)),
        labels.worst(orMissing(treatment.worstDeviationCelsius, signed)),
      ].join('; ')
    : labels.notJudged;
  const flow = judged ? labels.withinFlow(percent(treatment.flow.inBandShare)) : labels.notJudged;
  const rows = [
    [labels.measurement, labels.measurementPromise, measurement(input)],
    [labels.control, labels.controlPromise, control],
    [labels.flow, labels.flowPromise, flow],
  ] as const;
  return html`<section class="keep"><h2>${labels.heading}</h2><table>
<thead><tr><th></th><th class="t">${labels.promise}</th><th>${labels.found}</th></tr></thead>
<tbody>${rows.map(
    ([what, promise, found]) =>
      html`<tr><td class="t">${what}</td><td class="t"><strong>${promise}</strong></td><td>${found}</td></tr>`,
  )}</tbody></table></section>`;
}

const signed = (value: number): string => (value > 0 ? `+${number(value, 2)}` : number(value, 2));

function measurement({ header, figures, events, words: { precision: labels } }: ReportInput): string {
  const without = figures.probes.filter(({ id }) => !header.rig.calibrationDates[Number(id[1]) - 1]);
  const calibration =
    without.length === 0 ? labels.calibrated : labels.notCalibrated(without.map(({ id }) => id).join(', '));
  const test = events.findLast(({ event }) => event.type === 'self-test' && event.check === 'probes')?.event;
  const rest =
    test?.type === 'self-test' ? labels.probesCheck(test.passed, test.detail) : labels.noProbesCheck;
  return `${calibration}; ${rest}`;
}

/** Per probe over the treatment, and the patient core over the run. */
export function probesSection({ header, figures, names, words }: ReportInput): Markup {
  const labels = words.probes;
  const judged = figures.treatment.elapsedSeconds !== null;
  const inTreatment = (value: number): string => (judged ? minutes(value) : missingText);
  const row = (probe: ProbeFigures) => html`<tr>
<td><strong>${probe.id}</strong> ${names.probeSite[probe.site]}</td>
<td class="n">${celsius(probe.meanCelsius)}</td><td class="n">${celsius(probe.sdCelsius)}</td>
<td class="n">${celsius(probe.minCelsius)}</td><td class="n">${celsius(probe.maxCelsius)}</td>
<td class="n">${inTreatment(probe.belowBandMinutes)}</td><td class="n">${inTreatment(probe.inBandMinutes)}</td><td class="n">${inTreatment(probe.aboveBandMinutes)}</td>
<td class="n">${inTreatment(probe.atLeast41Minutes)}</td><td class="n">${inTreatment(probe.atLeast42Minutes)}</td><td class="n">${inTreatment(probe.atLeast43Minutes)}</td>
<td class="n">${inTreatment(probe.cem43Minutes)}</td><td class="n">${minutes(probe.cem43WholeRunMinutes)}</td>
<td class="n">${percent(probe.validShare)}</td></tr>`;
  return html`<section class="keep"><h2>${labels.heading}</h2><table class="figures small">
<thead>
<tr><th rowspan="2">${labels.probe}</th><th rowspan="2" class="n">${labels.mean}<br>°C</th><th rowspan="2" class="n">${labels.sd}<br>°C</th><th rowspan="2" class="n">${labels.min}<br>°C</th><th rowspan="2" class="n">${labels.max}<br>°C</th><th colspan="3" class="group">${labels.band}</th><th colspan="3" class="group">${labels.atLeast}</th><th colspan="2" class="group">${labels.dose}</th><th rowspan="2" class="n">${labels.valid}</th></tr>
<tr><th class="n">${labels.below}</th><th class="n">${labels.inBand}</th><th class="n">${labels.above}</th><th class="n">41 °C</th><th class="n">42 °C</th><th class="n">43 °C</th><th class="n">${labels.doseTreatment}</th><th class="n">${labels.doseRun}</th></tr>
</thead>
<tbody>${figures.probes.map(row)}</tbody></table>
<p class="small after">${coreLine({ header, figures, words })}</p></section>`;
}

function coreLine({ header, figures, words }: Pick<ReportInput, 'header' | 'figures' | 'words'>): string {
  const { core } = figures;
  const labels = words.probes;
  if (core.maxCelsius === null) return labels.coreNotMeasured;
  const site = header.case.coreSite === '' ? '' : ` (${header.case.coreSite})`;
  const spent = labels.coreMinutes(
    minutes(core.atLeast38Minutes),
    minutes(core.atLeast39Minutes),
    minutes(core.atLeast39point5Minutes),
  );
  return `${labels.core}${site}: ${labels.coreMax} ${withUnit(core.maxCelsius, 'celsius')}; ${spent}.`;
}

/** The clocks as they stood at the end, and the volumes. */
export function clocksSection({ figures, words: { clocks: labels } }: ReportInput): Markup {
  const { treatment, volumes } = figures;
  const { flow } = treatment;
  return fieldList(labels.heading, [
    [labels.elapsed, minutesSeconds(treatment.elapsedSeconds)],
    [labels.inBand, minutesSeconds(treatment.inBandSeconds)],
    [labels.drug, minutesSeconds(figures.drugInCavitySeconds)],
    [labels.timeToTarget, minutesSeconds(treatment.timeToTargetSeconds)],
    [
      labels.flowMean,
      flow.meanMlPerMin === null
        ? ''
        : `${number(flow.meanMlPerMin)} ± ${withUnit(flow.sdMlPerMin ?? 0, 'mlPerMin')}`,
    ],
    [labels.filled, withUnit(volumes.filledMl, 'ml')],
    [labels.drained, withUnit(volumes.drainedMl, 'ml')],
    [labels.circulation, withUnit(volumes.circulationMl, 'ml')],
    [labels.retained, withUnit(volumes.retainedMl, 'ml')],
  ]);
}
