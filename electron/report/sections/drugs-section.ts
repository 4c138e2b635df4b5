import { concentrationMgPerL, type DrugEntry, dosePerM2, type PlannedDrug } from '../../domain/drug.ts';
import { minutesSeconds, missingText, number, withUnit } from '../../domain/text/format.ts';
import { drugMark } from '../charts/drug-marks.ts';
import { additionRecords } from '../figures/additions.ts';
import { bodySurfaceM2 } from '../figures/body-surface.ts';
import type { DrugGiven } from '../figures/drugs-given.ts';
import { html, type Markup, nothing } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import { fieldList, orMissing } from './blocks.ts';
import { bodySurfaceText } from './patient-section.ts';
import { personText } from './person-text.ts';

/** Drugs as planned, as given, and the carrier as planned and as it was hung: what was used is never told from a plan. */
export function drugsSection(input: ReportInput): Markup {
  const { header, figures, names, words } = input;
  const labels = words.drugs;
  const computed =
    header.case.drugs.length + figures.drugs.length === 0
      ? nothing
      : html`<p class="small soft after">${labels.computed(bodySurfaceText(header, names, words))}</p>`;
  return html`${fieldList(labels.heading, [
    [labels.carrierPlanned, header.preset.carrier],
    [labels.carrierUsed, carrierText(input)],
  ])}<section><h3>${labels.planned}</h3>${plannedTable(input)}${additionTable(input)}<h3>${labels.given}</h3>${givenTable(input)}${computed}</section>`;
}

/** As it was hung, with who said so. */
export function carrierText({ figures, names, words, time }: ReportInput): string {
  const { carrier } = figures.recorded;
  if (carrier === null) return words.drugs.notRecorded;
  const { name, volumeMl } = carrier.action.carrier;
  const by = personText({ names, words }, carrier.by);
  return words.drugs.carrier(name, withUnit(volumeMl, 'ml'), time.time(carrier.wallMs), by);
}

/** As many decimals as were entered, two at the most. */
const amount = (value: number | null): string =>
  orMissing(value, (known) => number(known, decimalsOf(known)));
const decimalsOf = (value: number): number =>
  Number.isInteger(value) ? 0 : Number.isInteger(Math.round(value * 100) / 10) ? 1 : 2;

const perM2Text = (input: ReportInput, { doseMg }: DrugEntry): string =>
  orMissing(dosePerM2(doseMg, bodySurfaceM2(input.header)), (value) => number(value, 1));

function plannedTable(input: ReportInput): Markup {
  const { header, words } = input;
  const labels = words.drugs;
  const { drugs } = header.case;
  if (drugs.length === 0) return html`<p>${labels.nonePlanned}</p>`;
  const row = (drug: PlannedDrug) =>
    html`<tr><td>${nameOf(input, drug, drug.addition)}</td><td class="n">${amount(drug.doseMg)}<br><span class="soft">${perM2Text(input, drug)}</span></td><td class="n">${amount(drug.volumeMl)}</td><td>${drug.diluent || missingText}</td><td>${drug.lot || missingText}</td><td class="t">${drug.expiry || missingText}</td><td>${drug.preparedBy || missingText}</td></tr>`;
  return html`<table class="small dense ruled"><thead><tr><th>${labels.drug}</th><th class="n">${labels.dose}<br>${labels.perM2}</th><th class="n">${labels.volume}</th><th>${labels.diluent}</th><th>${labels.lot}</th><th>${labels.expiry}</th><th>${labels.preparedBy}</th></tr></thead><tbody>${drugs.map(row)}</tbody></table>`;
}

const nameOf = ({ words: { drugs: labels } }: ReportInput, { name }: DrugEntry, addition: number | null) =>
  html`${name || labels.notNamed}${addition === null ? nothing : html`<div class="soft">${labels.addition(addition + 1)}</div>`}`;

/** Each pair of lines: what was recorded, and under it what is computed from it or belongs to it. */
function givenTable(input: ReportInput): Markup {
  const labels = input.words.drugs;
  const { drugs } = input.figures;
  if (drugs.length === 0) return html`<p>${labels.noneGiven}</p>`;
  return html`<table class="small dense ruled given"><colgroup><col class="narrow"><col class="wide"><col class="narrow"><col><col><col><col class="narrow"><col><col></colgroup><thead><tr><th class="n">${labels.time}<br>${labels.minute}</th><th>${labels.drug}</th><th class="n">${labels.dose}<br>${labels.perM2}</th><th class="n">${labels.volume}<br>${labels.inCavity}</th><th>${labels.diluent}</th><th>${labels.lot}<br>${labels.expiry}</th><th>${labels.preparedBy}</th><th>${labels.checkedBy}</th><th>${labels.recordedBy}</th></tr></thead><tbody>${drugs.map((one, index) => givenRow(input, one, drugMark(index)))}</tbody></table>`;
}

function givenRow(input: ReportInput, given: DrugGiven, mark: string): Markup {
  const { names, words, time } = input;
  const { drug, treatmentMinutes, second } = given;
  const minute =
    treatmentMinutes === null ? words.drugs.beforeTreatment : minutesSeconds(treatmentMinutes * 60);
  const inCavity = orMissing(concentrationMgPerL(drug.doseMg, given.inCavityMl), (value) => number(value, 1));
  const signed =
    second === null ? nothing : html`<div>${words.people.second(personText({ names, words }, second))}</div>`;
  return html`<tr><td class="n"><b>${mark}</b> ${time.time(given.wallMs)}<br>${minute}</td><td>${nameOf(input, drug, given.addition)}</td><td class="n">${amount(drug.doseMg)}<br><span class="soft">${perM2Text(input, drug)}</span></td><td class="n">${amount(drug.volumeMl)}<br><span class="soft">${inCavity}</span></td><td>${drug.diluent || missingText}</td><td>${drug.lot || missingText}<br><span class="whole">${drug.expiry || missingText}</span></td><td>${drug.preparedBy || missingText}</td><td>${given.checkedBy === null ? missingText : given.checkedBy.map((name) => html`<div>${name}</div>`)}</td><td>${personText({ names, words }, given.by)}${signed}</td></tr>`;
}

/** Every addition that the preset plans, with the minute of treatment it was recorded at. */
function additionTable({ header, events, words: { drugs: labels } }: ReportInput): Markup {
  const { additions } = header.preset;
  if (additions.length === 0) return nothing;
  const records = additionRecords(header, events);
  const recordedAt = (index: number): string => {
    const minutes = records[index]?.recordedMinutes ?? null;
    if (records[index]?.notGiven === true) return labels.saidNotGiven;
    return minutes === null ? labels.notRecorded : minutesSeconds(minutes * 60);
  };
  return html`<table class="small dense ruled after"><thead><tr><th>${labels.plannedAdditions}</th><th class="n">${labels.plannedAt}</th><th class="n">${labels.recordedAt}</th></tr></thead><tbody>${additions.map(
    ({ label, atMinutes }, index) =>
      html`<tr><td>${index + 1}. ${label === '' ? missingText : label}</td><td class="n">${minutesSeconds(atMinutes * 60)}</td><td class="n">${recordedAt(index)}</td></tr>`,
  )}</tbody></table>`;
}
