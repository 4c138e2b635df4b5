import { bodySurfaceAreaM2 } from '../../domain/body-surface.ts';
import {
  anyContraindication,
  type ChecklistAnswer,
  type ContraindicationAnswer,
  isCavity,
} from '../../domain/case.ts';
import { inflowCeilingCelsius, inflowLimitCelsius } from '../../domain/command.ts';
import { fullName, hospitalNumberOf, type Patient } from '../../domain/patient.ts';
import { bandCelsius, type Preset } from '../../domain/preset.ts';
import { reckonedFill } from '../../domain/preset-fill.ts';
import type { RunHeader } from '../../domain/run-event.ts';
import type { ListItem } from '../../domain/site-lists.ts';
import type { Words } from '../../domain/text/dictionary.ts';
import { drugLine } from '../../domain/text/entries.ts';
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
    [labels.name, html`<strong>${fullName(patient, names.spoken)}</strong>`],
    [labels.birthDate, patient.birthDate],
    [labels.sex, names.sex[patient.sex]],
    [labels.hospitalNumber, html`<strong>${hospitalNumberOf(patient)}</strong>`],
    [labels.visitNumber, patient.visitNumber],
    [labels.bed, patient.bed],
    [
      labels.body,
      `${orMissing(patient.heightCm, (cm) => `${number(cm)} cm`)}${words.comma}${orMissing(patient.weightKg, (kg) => `${number(kg, 1)} kg`)}`,
    ],
    [labels.bodySurface, area === null ? '' : `${number(area, 2)} m² (${names.bodySurfaceFormula[formula]})`],
    [labels.allergies, allergiesText(patient, names, words)],
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
    [labels.drug, one.drugs.map(drugLine).join(words.semicolon)],
    [
      labels.disposables,
      one.disposablesLot === '' ? '' : `${one.disposablesLot}${words.comma}${one.disposablesExpiry || '---'}`,
    ],
    [
      labels.setUp,
      one.checks === null ? labels.notRecorded : checklistText(one.checks.checklist, header, names, words),
    ],
    [
      labels.contraindication,
      one.checks === null
        ? labels.notRecorded
        : contraindicationText(one.checks.contraindications, header, names, words),
    ],
  ]);
}

const allergiesText = ({ allergies: { answer, text } }: Patient, names: Words, words: ReportWords): string =>
  [answer === null || answer === 'some' ? '' : names.allergyAnswer[answer], text]
    .filter((part) => part !== '')
    .join(words.comma);

/** What the site calls it, or its own name where the list has it no more. */
const called = (list: readonly ListItem[], id: string, names: Words): string =>
  list.find((item) => item.id === id)?.[names.spoken] ??
  (id === anyContraindication ? names.anyContraindication : id);

/** All of it in one line, but what was not done by name and reason. */
function checklistText(
  answers: readonly ChecklistAnswer[],
  { site: { lists } }: RunHeader,
  names: Words,
  words: ReportWords,
): string {
  const labels = words.team;
  const open = lists.checklist.filter(({ id }) => answers.every((one) => one.id !== id));
  return (
    [
      ...answers
        .filter(({ answer }) => answer !== 'done')
        .map(
          ({ id, answer, reason }) =>
            `${called(lists.checklist, id, names)}${words.colon}${names.checklistAnswer[answer]}${reason === '' ? '' : ` (${reason})`}`,
        ),
      ...open.map((item) => labels.notAsked(item[names.spoken])),
    ].join(words.semicolon) || labels.allConfirmed
  );
}

function contraindicationText(
  answers: readonly ContraindicationAnswer[],
  { site: { lists } }: RunHeader,
  names: Words,
  words: ReportWords,
): string {
  const open = lists.contraindications.filter(({ id }) => answers.every((one) => one.id !== id));
  const told = answers
    .filter(({ answer }) => answer !== 'no')
    .map(
      ({ id, answer, reason, clinician }) =>
        `${called(lists.contraindications, id, names)}${words.colon}${names.contraindicationAnswer[answer]}, ${reason} (${clinician})`,
    );
  const asked = answers.some(({ id }) => id === anyContraindication);
  const notAsked = asked ? [] : open.map((item) => words.team.notAsked(item[names.spoken]));
  return [...told, ...notAsked].join(words.semicolon) || words.team.noContraindication;
}

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
