import { additionRecords } from '../../report/figures/additions.ts';
import type { DrugGiven } from '../../report/figures/drugs-given.ts';
import { takenActions } from '../../report/figures/taken-actions.ts';
import { externalCodes } from '../codes.ts';
import { codingOf, type Draft, dayOf, quantity, rounded } from './draft.ts';
import { observe } from './observe.ts';
import { display, namedPerson, person } from './people.ts';
import type { Concept, Field, Reference } from './types.ts';

type Summed = Draft['source']['summary']['drugs']['given'][number];
const section = 'section-drugs';

/** Every drug as the team entered it, what comes of it computed beside it, and what was planned and not given. */
export function placeDrugs(draft: Draft, procedure: Reference): void {
  const { figures, summary } = draft.source;
  for (const [index, given] of figures.drugs.entries())
    placeGiven(draft, procedure, given, summary.drugs.given[index], index + 1);
  placeNotGiven(draft, procedure);
  const { carrier } = figures.recorded;
  if (carrier === null) return;
  const effective = { effectiveDateTime: draft.at(carrier.wallMs) };
  const hung = { effective, how: 'entered', by: person(draft, carrier.by) } as const;
  const { name, volumeMl } = carrier.action.carrier;
  observe(draft, section, {
    name: 'carrier',
    code: draft.concept('carrier'),
    value: { text: name },
    ...hung,
  });
  observe(draft, section, {
    name: 'carrier-volume',
    code: draft.concept('carrier-volume'),
    value: { number: volumeMl, unit: 'mL' },
    ...hung,
  });
}

function placeGiven(
  draft: Draft,
  procedure: Reference,
  given: DrugGiven,
  summed: Summed | undefined,
  number: number,
): void {
  const { drug, wallMs } = given;
  const { header, time } = draft.source;
  draft.line(
    section,
    drug.name.trim() || draft.label('drug-not-named'),
    `${time.time(wallMs)}, ${doseText(draft, given)}`,
  );
  const medication = draft.add(`medication/${number}`, {
    resourceType: 'Medication',
    code: drugConcept(draft, drug.name),
    ingredient: [
      {
        itemCodeableConcept: { text: drug.diluent },
        isActive: drug.diluent.trim() === '' ? undefined : false,
      },
    ],
    batch: { lotNumber: drug.lot, expirationDate: dayOf(drug.expiry) },
  });
  const administration = draft.add(
    `administration/${number}`,
    {
      resourceType: 'MedicationAdministration',
      partOf: [procedure],
      status: 'completed',
      medicationReference: medication,
      ...draft.subject,
      context: draft.refIf('encounter'),
      effectiveDateTime: draft.at(wallMs),
      performer: performers(draft, given),
      dosage: dosageOf(draft, given, header.case.cavity),
    },
    section,
  );
  const effective = { effectiveDateTime: draft.at(wallMs) };
  const computed = (
    code: 'drug-volume' | 'drug-dose-per-m2' | 'drug-concentration' | 'drug-fluid' | 'drug-minute',
  ) =>
    ({
      name: `${code}/${number}`,
      code: draft.concept(code),
      effective,
      also: { partOf: [administration] },
    }) as const;
  observe(draft, section, {
    ...computed('drug-volume'),
    how: 'entered',
    value: { number: drug.volumeMl, unit: 'mL' },
  });
  observe(draft, section, {
    ...computed('drug-dose-per-m2'),
    how: 'computed',
    value: { number: summed?.dosePerM2Mg ?? null, unit: 'mg/m2' },
  });
  observe(draft, section, {
    ...computed('drug-fluid'),
    how: 'counted',
    value: { number: given.inCavityMl, unit: 'mL' },
  });
  observe(draft, section, {
    ...computed('drug-concentration'),
    how: 'computed',
    value: { number: summed?.concentrationMgPerL ?? null, unit: 'mg/L' },
  });
  observe(draft, section, {
    ...computed('drug-minute'),
    how: 'computed',
    value: { number: given.treatmentMinutes, unit: 'min' },
  });
}

/** The name as typed is all there is: the console knows no drug by a code. */
const drugConcept = (draft: Draft, name: string): Concept =>
  name.trim() === ''
    ? { coding: [codingOf(externalCodes.notKnown)], text: draft.label('drug-not-named') }
    : { text: name };

/** FHIR takes one dose: in mg as entered, else the volume alone. */
function dosageOf(draft: Draft, given: DrugGiven, cavity: 'peritoneal' | 'pleural' | 'bladder'): Field {
  const { doseMg, volumeMl } = given.drug;
  if (doseMg === null && volumeMl === null) return undefined;
  return {
    text: doseText(draft, given),
    route: draft.concept(`route-${cavity}`),
    dose: doseMg === null ? quantity(volumeMl ?? 0, 'mL') : quantity(doseMg, 'mg'),
  };
}

function doseText(draft: Draft, { drug }: DrugGiven): string {
  const parts = [
    drug.doseMg === null ? draft.label('dose-not-entered') : `${rounded(drug.doseMg)} mg`,
    drug.volumeMl === null ? '' : `${rounded(drug.volumeMl)} mL`,
    drug.diluent,
    drug.lot,
    drug.expiry,
  ];
  return parts.filter((part) => part.trim() !== '').join(', ');
}

function performers(draft: Draft, given: DrugGiven): Field[] {
  const recorded = person(draft, given.by);
  const second = given.second === null ? undefined : person(draft, given.second);
  const checked = (given.checkedBy ?? []).map((name) => namedPerson(draft, name));
  const all = [
    ['drug-recorded-by', recorded],
    ['drug-second', second],
    ...checked.map((one) => ['drug-checked-by', one] as const),
    ['drug-prepared-by', display(given.drug.preparedBy)],
  ] as const;
  return all.flatMap(([code, actor]) =>
    actor === undefined ? [] : [{ function: draft.concept(code), actor }],
  );
}

/** Planned by the preset, and somebody has said that it was not given, or nobody that it was. */
function placeNotGiven(draft: Draft, procedure: Reference): void {
  const { header, events, figures } = draft.source;
  for (const { number, label, recordedMinutes, notGiven } of additionRecords(header, events)) {
    if (recordedMinutes !== null) continue;
    const said = takenActions(events, 'addition-not-given').findLast(
      ({ action }) => action.addition === number - 1,
    );
    const reason = said?.action.reason ?? '';
    const why = draft.concept(notGiven ? 'addition-not-given' : 'addition-not-recorded');
    draft.line(
      section,
      label || `${number}`,
      [why.text ?? '', reason].filter((part) => part !== '').join(': '),
    );
    draft.add(
      `not-given/${number}`,
      {
        resourceType: 'MedicationAdministration',
        partOf: [procedure],
        status: notGiven ? 'not-done' : 'unknown',
        statusReason: [why],
        medicationCodeableConcept: drugConcept(draft, label),
        ...draft.subject,
        context: draft.refIf('encounter'),
        effectivePeriod: draft.period(header.startedWallMs, figures.endWallMs),
        note: [{ time: reason === '' ? undefined : draft.at(said?.wallMs ?? Number.NaN), text: reason }],
      },
      section,
    );
  }
}
