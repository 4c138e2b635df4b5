import { isCavity } from '../../domain/case.ts';
import { fluidKinds, fluidRules } from '../../domain/fluid.ts';
import { celsius, minutesSeconds, missingText, number, percent, withUnit } from '../../domain/text/format.ts';
import type { ProbeFigures } from '../figures/probe-figures.ts';
import { html, type Markup } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import { fieldList, minutes } from './blocks.ts';

/** Per probe over the treatment, and the patient core over the run. */
export function probesSection({ header, figures, names, words }: ReportInput): Markup {
  const labels = words.probes;
  const judged = figures.treatment.elapsedSeconds !== null;
  const inTreatment = (value: number): string => (judged ? minutes(value) : missingText);
  const row = (probe: ProbeFigures) => html`<tr>
<td><b>${probe.id}</b> ${names.probeSite[probe.site]}</td>
<td class="n">${celsius(probe.meanCelsius)}</td><td class="n">${celsius(probe.sdCelsius)}</td>
<td class="n">${celsius(probe.minCelsius)}</td><td class="n">${celsius(probe.maxCelsius)}</td>
<td class="n">${inTreatment(probe.belowBandMinutes)}</td><td class="n">${inTreatment(probe.inBandMinutes)}</td><td class="n">${inTreatment(probe.aboveBandMinutes)}</td>
<td class="n">${inTreatment(probe.atLeast41Minutes)}</td><td class="n">${inTreatment(probe.atLeast42Minutes)}</td><td class="n">${inTreatment(probe.atLeast43Minutes)}</td>
<td class="n">${isCavity(probe.site) ? inTreatment(probe.cem43Minutes) : ''}</td><td class="n">${isCavity(probe.site) ? minutes(probe.cem43WholeRunMinutes) : ''}</td>
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
  const typed =
    core.maxByHandCelsius === null
      ? ''
      : labels.coreByHand(core.byHand, withUnit(core.maxByHandCelsius, 'celsius'));
  if (core.maxCelsius === null)
    return typed === '' ? labels.coreNotMeasured : `${labels.core}${words.colon}${typed}`;
  const site = header.case.coreSite === '' ? '' : words.aside(header.case.coreSite);
  const spent = labels.coreMinutes(
    minutes(core.atLeast38Minutes),
    minutes(core.atLeast39Minutes),
    minutes(core.atLeast39point5Minutes),
  );
  return `${labels.core}${site}${words.colon}${labels.coreMax} ${withUnit(core.maxCelsius, 'celsius')}${words.semicolon}${spent}${typed === '' ? '' : ` ${typed}`}`;
}

const ml = (value: number | null, otherwise: string): string =>
  value === null ? otherwise : withUnit(value, 'ml');

/** What people brought in and took out, each kind with its sum. */
function byHand({
  figures,
  words: { clocks: labels, colon },
  names,
}: ReportInput): (readonly [string, string])[] {
  const kinds = new Set(figures.byHand.map(({ kind }) => kind));
  return fluidKinds
    .filter((kind) => kinds.has(kind))
    .map((kind) => {
      const recorded = figures.byHand.filter((one) => one.kind === kind);
      const sum = recorded.reduce((total, { volumeMl }) => total + volumeMl, 0);
      const name = `${names.fluidWay[fluidRules[kind].way]}${colon}${names.fluidKind[kind]}`;
      return [name, labels.times(withUnit(sum, 'ml'), recorded.length)] as const;
    });
}

/** The clocks as they stood at the end, and the volumes. */
export function clocksSection(input: ReportInput): Markup {
  const { figures, words } = input;
  const labels = words.clocks;
  const { treatment, dwellSeconds, volumes } = figures;
  const { flow } = treatment;
  return fieldList(labels.heading, [
    [labels.elapsed, minutesSeconds(treatment.elapsedSeconds)],
    [labels.inBand, minutesSeconds(treatment.inBandSeconds)],
    ...(dwellSeconds === null ? [] : [[labels.dwell, minutesSeconds(dwellSeconds)] as const]),
    [labels.drug, minutesSeconds(figures.drugInCavitySeconds)],
    [labels.timeToTarget, minutesSeconds(treatment.timeToTargetSeconds)],
    [
      labels.flowMean,
      flow.meanMlPerMin === null
        ? ''
        : `${number(flow.meanMlPerMin)} ± ${withUnit(flow.sdMlPerMin ?? 0, 'mlPerMin')}`,
    ],
    [labels.before, ml(volumes.beforeMl, labels.unknown)],
    [labels.filled, withUnit(volumes.filledMl, 'ml')],
    [labels.added, withUnit(volumes.addedMl, 'ml')],
    [labels.circulation, withUnit(volumes.circulationMl, 'ml')],
    ...byHand(input),
    [labels.drained, withUnit(volumes.drainedMl, 'ml')],
    [labels.drainMeasured, ml(volumes.drainMeasuredMl, labels.notMeasured)],
    [labels.notRecovered, ml(volumes.notRecoveredMl, labels.unknown)],
    [labels.notRecoveredByMeasure, ml(volumes.notRecoveredByMeasureMl, labels.unknown)],
  ]);
}
