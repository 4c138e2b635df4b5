import { type Checks, dipToleranceKelvin, probeIds } from '../../domain/case.ts';
import {
  calibrationHolds,
  flowMeterOf,
  flowVerdictOn,
  verdictOn,
  verdictOnMeasurement,
} from '../../domain/precision.ts';
import { celsius, minutesSeconds, number, percent } from '../../domain/text/format.ts';
import { html, type Markup } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import type { ReportWords } from '../words/report-words.ts';
import { orMissing } from './blocks.ts';

interface Row {
  readonly what: string;
  readonly promise: string;
  readonly judged: string;
  readonly found: readonly (string | Markup)[];
  readonly verdict: string;
}

/** What the machine promises, how each promise is judged, what was found, and whether it was kept; of the flow, whether it was held. */
export function precisionSection(input: ReportInput): Markup {
  const labels = input.words.precision;
  const row = ({ what, promise, judged, found, verdict }: Row) => html`<tr>
<td><b>${what}</b><br>${promise}</td><td class="soft">${judged}</td>
<td>${found.map((line) => html`<div>${line}</div>`)}</td>
<td class="n"><b>${verdict}</b></td></tr>`;
  return html`<section class="keep"><h2>${labels.heading}</h2><table class="precision ruled">
<thead><tr><th>${labels.promise}</th><th>${labels.judged}</th><th>${labels.found}</th><th class="n">${labels.verdictHeading}</th></tr></thead>
<tbody>${[measurement(input), control(input), flow(input)].map(row)}</tbody></table>
<p class="small soft after">${labels.rule}</p></section>`;
}

function measurement({ header, figures, events, names, words }: ReportInput): Row {
  const labels = words.precision;
  const dates = figures.probes.map(({ id }) => header.rig.calibrationDates[Number(id[1]) - 1] ?? null);
  const { calibrationIntervalMonths: months } = header.site;
  const holds = dates.map((date) => calibrationHolds(date, header.startedWallMs, months));
  const test = events.findLast(({ event }) => event.type === 'self-test' && event.check === 'probes')?.event;
  const tested = test?.type === 'self-test' ? test : null;
  const calibrated = figures.probes.map(
    ({ id }, index) =>
      html`${index === 0 ? '' : words.comma}<span class="whole">${id} ${dates[index] ?? labels.noDate}${dates[index] != null && !holds[index] ? labels.overdue(header.site.calibrationIntervalMonths ?? 0) : ''}</span>`,
  );
  return {
    what: labels.measurement,
    promise: labels.measurementPromise,
    judged: labels.measurementJudged,
    found: [
      html`${labels.calibration}${words.colon}${calibrated}`,
      tested === null
        ? labels.noProbesCheck
        : labels.probesCheck(tested.passed, names.selfTestDetail(tested.detail)),
      dipText(header.case.checks, words),
    ],
    verdict:
      labels.verdict[
        verdictOnMeasurement(
          !holds.includes(false),
          tested === null ? null : tested.passed,
          header.case.probeSites,
          header.case.checks?.dipCheck ?? null,
        )
      ],
  };
}

function control({ figures, words: { precision: labels } }: ReportInput): Row {
  const { treatment } = figures;
  const { inBandShare, elapsedSeconds, inBandSeconds, worstDeviationCelsius, worstAtSeconds } = treatment;
  return {
    what: labels.control,
    promise: labels.controlPromise,
    judged: labels.controlJudged,
    found:
      inBandShare === null
        ? [figures.dwellSeconds === null ? labels.notJudged : labels.dwelt]
        : [
            labels.inBand(
              percent(inBandShare),
              minutesSeconds(inBandSeconds),
              minutesSeconds(elapsedSeconds),
            ),
            labels.meanSd(celsius(treatment.meanCelsius), celsius(treatment.sdCelsius)),
            labels.worst(
              orMissing(worstDeviationCelsius, (value) => signed(value, 2)),
              minutesSeconds(worstAtSeconds),
            ),
          ],
    verdict: labels.verdict[verdictOn(inBandShare)],
  };
}

/** Before they were placed. */
function dipText(checks: Checks | null, { precision: labels, comma }: ReportWords): string {
  const dip = checks?.dipCheck ?? null;
  if (dip === null) return labels.noDip;
  const means = dip.meansCelsius.flatMap((mean, probe) =>
    mean === null ? [] : [`${probeIds[probe] ?? ''} ${celsius(mean)}`],
  );
  return labels.dip(means.join(comma), celsius(dip.spreadKelvin), celsius(dipToleranceKelvin));
}

function flow(input: ReportInput): Row {
  const {
    figures,
    words: { precision: labels },
  } = input;
  const { inBandShare, meanMlPerMin, sdMlPerMin, worstDeviationShare } = figures.treatment.flow;
  return {
    what: labels.flow,
    promise: labels.flowPromise,
    judged: labels.flowJudged,
    found: [
      ...(inBandShare === null
        ? [figures.dwellSeconds === null ? labels.notJudged : labels.dwelt]
        : [
            labels.withinFlow(percent(inBandShare)),
            labels.meanSdFlow(orMissing(meanMlPerMin, whole), orMissing(sdMlPerMin, whole)),
            labels.worstFlow(orMissing(worstDeviationShare, (share) => signed(share * 100, 1))),
          ]),
      meterText(input),
    ],
    verdict: labels.flowVerdict[flowVerdictOn(inBandShare)],
  };
}

/** How true the meter is known to be that flow is held by. */
function meterText({ header, words: { precision: labels } }: ReportInput): string {
  const meter = flowMeterOf(header);
  if (meter.state === 'not-known') return labels.meterNotKnown;
  return `${labels.meter(meter.on, meter.by)}${meter.state === 'overdue' ? labels.overdue(header.site.calibrationIntervalMonths ?? 0) : ''}`;
}

const whole = (value: number): string => number(value);
const signed = (value: number, decimals: number): string =>
  value > 0 ? `+${number(value, decimals)}` : number(value, decimals);
