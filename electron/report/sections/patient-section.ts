import type { RecordedCase } from '../../domain/case.ts';
import { fullName, hospitalNumberOf, type Identifier, type Patient } from '../../domain/patient.ts';
import type { RunHeader } from '../../domain/run-event.ts';
import type { Words } from '../../domain/text/dictionary.ts';
import { number } from '../../domain/text/format.ts';
import { bodySurfaceM2 } from '../figures/body-surface.ts';
import { html, type Markup } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import type { ReportWords } from '../words/report-words.ts';
import { fieldList, orMissing } from './blocks.ts';

/** Who was treated and for what. */
export function patientSection({ header, names, words }: ReportInput): Markup {
  const labels = words.patient;
  const one = header.case;
  const { patient } = one;
  const [own, ...others] = patient.identifiers;
  const issued = ({ value, issuer }: Identifier): string =>
    issuer === '' ? value : `${value}${words.aside(issuer)}`;
  return fieldList(labels.heading, [
    [labels.name, html`<b>${fullName(patient, names.spoken)}</b>`],
    [labels.birthDate, patient.birthDate],
    [labels.sex, names.sex[patient.sex]],
    [
      labels.hospitalNumber,
      html`<b>${hospitalNumberOf(patient)}</b>${own.issuer === '' ? '' : words.aside(own.issuer)}`,
    ],
    ...(others.length === 0
      ? []
      : [[labels.otherNumbers, others.map(issued).join(words.semicolon)] as const]),
    [labels.visitNumber, patient.visitNumber],
    [labels.orderNumber, patient.orderNumber],
    [labels.bed, patient.bed],
    [labels.referringWard, patient.referringWard],
    [labels.returnWard, patient.returnWard],
    [
      labels.body,
      `${orMissing(patient.heightCm, (cm) => `${number(cm)} cm`)}${words.comma}${orMissing(patient.weightKg, (kg) => `${number(kg, 1)} kg`)}`,
    ],
    [labels.bodySurface, bodySurfaceText(header, names, words) ?? ''],
    [labels.allergies, allergiesText(patient, names, words)],
    [labels.diagnosis, one.diagnosis],
    [labels.indication, one.indication],
    [labels.procedure, one.procedure],
    [labels.side, names.side[one.side]],
    [labels.session, labels.sessionOf(one.sessionNumber, one.sessionsPlanned)],
    [
      labels.cavity,
      `${names.cavity[one.cavity]}${words.comma}${names.technique[one.technique].toLowerCase()}`,
    ],
    [labels.setting, names.setting[one.setting]],
    [
      labels.temperatureBefore,
      one.bodyTemperatureBeforeCelsius === null ? '' : `${number(one.bodyTemperatureBeforeCelsius, 1)} °C`,
    ],
    [labels.otherTreatments, otherTreatments(one, names, words)],
  ]);
}

/** The area with the formula it was computed by; `null`: it is not known. */
export function bodySurfaceText(header: RunHeader, names: Words, words: ReportWords): string | null {
  const area = bodySurfaceM2(header);
  if (area === null) return null;
  return `${number(area, 2)} m²${words.aside(names.bodySurfaceFormula[header.site.bodySurfaceFormula])}`;
}

const allergiesText = ({ allergies: { answer, text } }: Patient, names: Words, words: ReportWords): string =>
  [answer === null ? '' : names.allergyAnswer[answer], text].filter((part) => part !== '').join(words.colon);

function otherTreatments(
  { otherTreatments }: RecordedCase,
  names: Words,
  { patient: labels, comma, colon }: ReportWords,
): Markup | string {
  if (otherTreatments.length === 0) return labels.none;
  return html`${otherTreatments.map(
    ({ kind, text, on }) =>
      html`<div>${[names.otherTreatment[kind], ...(on === '' ? [] : [on])].join(comma)}${text === '' ? '' : `${colon}${text}`}</div>`,
  )}`;
}
