import { inflowCeilingCelsius, inflowLimitCelsius } from '../../domain/command.ts';
import type { RigFeatures } from '../../domain/telemetry.ts';
import { celsius, number, withUnit } from '../../domain/text/format.ts';
import { html, type Markup, nothing } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import { fieldList } from './blocks.ts';

type RigInput = Pick<ReportInput, 'words'> & {
  readonly header: Pick<ReportInput['header'], 'rig' | 'consoleVersion'>;
};

/** The machine, its firmware and calibration, and the console. */
export function rigSection({ header, words }: RigInput): Markup {
  const labels = words.rig;
  const { rig } = header;
  const { simulated, ...features } = rig.features;
  const fitted = (Object.keys(features) as (keyof RigFeatures)[]).filter((name) => rig.features[name]);
  const calibration = rig.calibrationDates.map(
    (date, probe) => html`<span class="t">T${probe + 1} ${date ?? labels.unknown}</span> `,
  );
  return fieldList(labels.heading, [
    [labels.serial, html`<b>${rig.serialNumber}</b>${simulated ? words.aside(labels.simulated) : nothing}`],
    [labels.firmware, `${rig.firmware}${words.comma}${rig.mapVersion}`],
    [labels.calibration, html`${calibration}`],
    [labels.heater, `${number(rig.heaterRatingW)} W`],
    [
      words.protocol.ceiling,
      `${celsius(inflowCeilingCelsius)} °C${words.comma}${celsius(inflowLimitCelsius)} °C`,
    ],
    [
      labels.flowRange,
      `${number(rig.lowestFlowMlPerMin)} – ${withUnit(rig.highestFlowMlPerMin, 'mlPerMin')}`,
    ],
    [
      labels.fitted,
      fitted.length === 0 ? labels.none : fitted.map((name) => labels.features[name]).join(words.comma),
    ],
    [labels.console, header.consoleVersion],
    ...(rig.timeScale === 1 ? [] : [[labels.timeScale, `× ${rig.timeScale}`] as const]),
  ]);
}

/** What was checked before anything was pumped, and, the circuit primed, before anything was heated. */
export function selfTestSection({ events, names, words: { selfTest: labels } }: ReportInput): Markup {
  const checks = events.flatMap(({ event }) => (event.type === 'self-test' ? [event] : []));
  if (checks.length === 0) return html`<section><h2>${labels.heading}</h2><p>${labels.none}</p></section>`;
  const rows = checks.map(
    ({ check, passed, detail }) =>
      html`<tr><td class="t">${names.selfTestCheck[check] ?? check}</td><td>${names.selfTestDetail(detail)}</td><td class="n">${passed ? labels.passed : html`<b>${labels.failed}</b>`}</td></tr>`,
  );
  return html`<section><h2>${labels.heading}</h2><table class="small dense ruled"><tbody>${rows}</tbody></table></section>`;
}
