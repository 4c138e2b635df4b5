import { bodySurfaceAreaM2 } from '../../domain/body-surface.ts';
import { isCavity, type RecordedChecks, setUpChecks } from '../../domain/case.ts';
import { inflowCeilingCelsius, inflowLimitCelsius } from '../../domain/command.ts';
import { bandCelsius, type Preset } from '../../domain/preset.ts';
import { reckonedFill } from '../../domain/preset-fill.ts';
import type { RunHeader } from '../../domain/run-event.ts';
import type { Words } from '../../domain/text/dictionary.ts';
import { celsius, number, withUnit } from '../../domain/text/format.ts';
import { html, type Markup } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import type { ReportWords } from '../words/report-words.ts';
import { fieldList, orMissing } from './blocks.ts';

/** Who was treated and for what. */
export function patientSection({ header, names, words }: ReportInput): Markup {
  const labels = words.patient;
  const one = header.case;
  const { patient } = one;
  const both = patient.heightCm !== null && patient.weightKg !== null;
  const { bodySurfaceFormula: formula } = header.site;
  const area = both ? bodySurfaceAreaM2(patient.heightCm, patient.weightKg, formula) : null;
  return fieldList(labels.heading, [
    [labels.name, html`<strong>${patient.name}</strong>`],
    [labels.birthDate, patient.birthDate],
    [labels.sex, names.sex[patient.sex]],
    [labels.hospitalNumber, html`<strong>${patient.hospitalNumber}</strong>`],
    [labels.visitNumber, patient.visitNumber],
    [labels.bed, patient.bed],
    [
      labels.body,
      `${orMissing(patient.heightCm, (cm) => `${number(cm)} cm`)}${words.comma}${orMissing(patient.weightKg, (kg) => `${number(kg, 1)} kg`)}`,
    ],
    [labels.bodySurface, area === null ? '' : `${number(area, 2)} m² (${names.bodySurfaceFormula[formula]})`],
    [labels.allergies, patient.allergies],
    [labels.diagnosis, one.diagnosis],
    [labels.indication, one.indication],
    [labels.session, String(one.sessionNumber)],
    [
      labels.cavity,
      `${names.cavity[one.cavity]}${words.comma}${names.technique[one.technique].toLowerCase()}`,
    ],
    [labels.setting, names.setting[one.setting]],
    [
      labels.temperatureBefore,
      one.bodyTemperatureBeforeCelsius === null ? '' : `${number(one.bodyTemperatureBeforeCelsius, 1)} °C`,
    ],
  ]);
}

/** Who treated, with what, and what was checked before. */
export function teamSection({ header, names, words }: ReportInput): Markup {
  const labels = words.team;
  const one = header.case;
  const team = names.teamIn(one.setting);
  return fieldList(labels.heading, [
    [labels.prescriber, one.prescriber],
    [team.surgeon, one.surgeon],
    [labels.anaesthetist, one.anaesthetist],
    [team.perfusionist, one.perfusionist],
    [labels.drug, one.drugAsEntered],
    [
      labels.disposables,
      one.disposablesLot === '' ? '' : `${one.disposablesLot}${words.comma}${one.disposablesExpiry || '---'}`,
    ],
    [
      labels.setUp,
      one.checks === null
        ? labels.notRecorded
        : setUpChecks
            .flatMap((check) => checkText(one.checks?.setUp[check], names.setUpCheck[check], labels))
            .join(words.semicolon) || labels.allConfirmed,
    ],
    [
      labels.contraindication,
      one.checks === null ? labels.notRecorded : contraindicationText(one.checks, labels),
    ],
  ]);
}

/** Nothing of one that was confirmed. */
function checkText(confirmed: boolean | undefined, check: string, labels: ReportWords['team']): string[] {
  if (confirmed === undefined) return [labels.notAsked(check)];
  return confirmed ? [] : [labels.notConfirmed(check)];
}

const contraindicationText = ({ contraindication }: RecordedChecks, labels: ReportWords['team']): string =>
  contraindication === null
    ? labels.noContraindication
    : `${contraindication.reason} (${contraindication.clinician})`;

/** The protocol as it was run, with its bounds. */
export function protocolSection({ header, names, words }: ReportInput): Markup {
  const { preset } = header;
  const labels = words.protocol;
  const pair = (a: number, b: number, unit: 'ml' | 'mlPerMin') =>
    `${withUnit(a, unit)}${words.comma}${withUnit(b, unit)}`;
  return fieldList(labels.heading, [
    [labels.preset, html`<strong>${preset.name}</strong>${words.comma}${labels.version(preset.version)}`],
    [labels.source, preset.source],
    [labels.target, labels.targetText(preset.targetCelsius, preset.minutes)],
    [
      labels.band,
      `${celsius(preset.targetCelsius - bandCelsius)} – ${celsius(preset.targetCelsius + bandCelsius)} °C`,
    ],
    [labels.ceiling, `${celsius(inflowCeilingCelsius)} °C${words.comma}${celsius(inflowLimitCelsius)} °C`],
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
  { protocol: labels }: ReportWords,
): (readonly [string, string])[] {
  const reckoned = reckonedFill(preset, patient, site.bodySurfaceFormula);
  if (reckoned === null || reckoned.of === null) return [];
  const { per, mlPer, of } = reckoned;
  const size =
    per === 'm2'
      ? `${number(of, 2)} m² (${names.bodySurfaceFormula[site.bodySurfaceFormula]})`
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
