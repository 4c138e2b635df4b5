import { isCavity } from '../../domain/case.ts';
import { bandCelsius, type Preset } from '../../domain/preset.ts';
import { reckonedFill } from '../../domain/preset-fill.ts';
import type { RunHeader } from '../../domain/run-event.ts';
import type { Words } from '../../domain/text/dictionary.ts';
import { celsius, number, withUnit } from '../../domain/text/format.ts';
import { html, type Markup } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import type { ReportWords } from '../words/report-words.ts';
import { fieldList } from './blocks.ts';

/** The protocol as it was run, with its bounds. */
export function protocolSection({ header, names, words }: ReportInput): Markup {
  const { preset } = header;
  const labels = words.protocol;
  const pair = (a: number, b: number, unit: 'ml' | 'mlPerMin') =>
    `${withUnit(a, unit)}${words.comma}${withUnit(b, unit)}`;
  return fieldList(labels.heading, [
    [labels.preset, html`<b>${preset.name}</b>${words.comma}${labels.version(preset.version)}`],
    [labels.source, preset.source],
    [labels.target, labels.targetText(preset.targetCelsius, preset.minutes)],
    [
      labels.band,
      `${celsius(preset.targetCelsius - bandCelsius)} – ${celsius(preset.targetCelsius + bandCelsius)} °C`,
    ],
    [
      labels.control,
      `${names.controlSite[preset.controlSite]}${header.case.probeSites.some(isCavity) ? '' : `${words.comma}${labels.cavityNotMeasured}`}`,
    ],
    [labels.clock, labels.clockText(preset.rulingClock, preset.clockStartsOn)],
    [labels.flow, withUnit(preset.flowMlPerMin, 'mlPerMin')],
    [labels.fill, pair(preset.fillVolumeMl, preset.largestCavityVolumeMl, 'ml')],
    ...fillBasis(header, names, words),
    [labels.fillFlow, pair(preset.fillFlowMlPerMin, preset.drainFlowMlPerMin, 'mlPerMin')],
    [labels.carrier, preset.carrier],
    [labels.mode, names.treatmentMode[preset.mode]],
    [
      labels.additions,
      preset.additions.length === 0
        ? labels.none
        : preset.additions
            .map(({ atMinutes, label }) => labels.addition(atMinutes, label))
            .join(words.semicolon),
    ],
    ...basis(preset, words),
    [labels.rinses, labels.rinseText(preset.rinses.count, preset.rinses.volumeMl)],
  ]);
}

/** What a fill by the body was reckoned from; nothing where it was a volume. */
function fillBasis(
  { preset, site, case: { patient } }: RunHeader,
  names: Words,
  { protocol: labels, aside }: ReportWords,
): (readonly [string, string])[] {
  const reckoned = reckonedFill(preset, patient, site.bodySurfaceFormula);
  if (reckoned === null || reckoned.of === null) return [];
  const { per, mlPer, of } = reckoned;
  const size =
    per === 'm2'
      ? `${number(of, 2)} m²${aside(names.bodySurfaceFormula[site.bodySurfaceFormula])}`
      : `${number(of, 1)} kg`;
  return [[labels.fillBasis, `${number(mlPer)} ${per === 'm2' ? 'mL/m²' : 'mL/kg'} × ${size}`]];
}

/** Where a changed preset comes from, and every change as a change. */
function basis(
  { basedOn }: Preset,
  { protocol: labels, presetField, semicolon }: ReportWords,
): (readonly [string, string])[] {
  if (basedOn === null) return [];
  const value = (one: string | number | null) => (one === null || one === '' ? labels.blank : String(one));
  const changes = basedOn.changes.map(
    ({ field, from, to }) => `${presetField[field] ?? field} ${value(from)} → ${value(to)}`,
  );
  return [
    [labels.basedOn, labels.basedOnText(basedOn.name, basedOn.version, basedOn.by)],
    [labels.changes, changes.length === 0 ? labels.none : changes.join(semicolon)],
  ];
}
