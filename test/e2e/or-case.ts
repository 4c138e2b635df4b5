import type { Page } from '@playwright/test';
import { type Entered, entered } from './where-it-stands.ts';

/*
 * A case of the operating room with every field of the form, each with where it has to stand afterwards. Every text is
 * one that stands nowhere else, so that what is found is what was entered.
 */
const choose = (field: string, value: string) => (page: Page) =>
  page.locator(`[name="${field}"] [data-value="${value}"]`).click();
const type = (field: string, text: string) => (page: Page) => page.locator(`[name="${field}"]`).fill(text);
const add = (what: string) => (page: Page) => page.locator(`[data-action="add-${what}"]`).click();

/** Field of the form, as typed; path in the case; as it reads in the report; and what it is understood as. */
const typed = (field: string, text: string, path: string, report: string, value: unknown = text): Entered =>
  entered(field, [type(field, text)], path, value, report);
const chosen = (field: string, value: string, path: string, report: string): Entered =>
  entered(field, [choose(field, value)], path, value, report);

export const patientFields: readonly Entered[] = [
  typed('familyName', "Démo-O'Case", 'patient.familyName', "Name Démo-O'Case"),
  typed('givenName', 'Patient <One>', 'patient.givenName', "Démo-O'Case, Patient <One>"),
  typed('birthDate', '19620703', 'patient.birthDate', 'Birth date 1962-07-03', '1962-07-03'),
  chosen('sex', 'female', 'patient.sex', 'Sex Female'),
  typed('identifiers.0.value', '0070123', 'patient.identifiers.0.value', 'Hospital number 0070123'),
  typed('identifiers.0.issuer', 'North hospital', 'patient.identifiers.0.issuer', '0070123 (North hospital)'),
  entered(
    'further number',
    [add('identifier'), type('identifiers.1.value', 'INS-55/9')],
    'patient.identifiers.1.value',
    'INS-55/9',
    'Other numbers INS-55/9',
  ),
  typed('identifiers.1.issuer', 'State insurance', 'patient.identifiers.1.issuer', '(State insurance)'),
  typed('visitNumber', 'VISIT-31', 'patient.visitNumber', 'Visit number VISIT-31'),
  typed('orderNumber', 'ORDER-42', 'patient.orderNumber', 'Order number ORDER-42'),
  typed('bed', 'Bed 12b', 'patient.bed', 'Bed Bed 12b'),
  typed('referringWard', 'Ward 7 East', 'patient.referringWard', 'Referring ward Ward 7 East'),
  typed('returnWard', 'Intensive care 2', 'patient.returnWard', 'Ward to return to Intensive care 2'),
  typed('heightCm', '173', 'patient.heightCm', 'Height, weight 173 cm', 173),
  typed('weightKg', '68.5', 'patient.weightKg', '173 cm, 68.5 kg', 68.5),
  chosen('allergyAnswer', 'some', 'patient.allergies.answer', 'Allergies Yes'),
  typed('allergyText', 'Latex, hives', 'patient.allergies.text', 'Allergies Yes: Latex, hives'),
  entered(
    'other treatment',
    [add('treatment'), choose('otherTreatments.0.kind', 'intra-arterial')],
    'otherTreatments.0.kind',
    'intra-arterial',
    'Other tumour treatments Intra-arterial',
  ),
  typed('otherTreatments.0.text', 'two cycles by port', 'otherTreatments.0.text', 'two cycles by port'),
  typed(
    'otherTreatments.0.on',
    '2026/2/9',
    'otherTreatments.0.on',
    'Intra-arterial, 2026-02-09',
    '2026-02-09',
  ),
  typed('bodyTemperature', '38.2', 'bodyTemperatureBeforeCelsius', 'before 38.2 °C', 38.2),
  typed('feverAcceptedBy', 'Fever clinician', 'checks.feverAcceptedBy', 'decision of Fever clinician'),
  chosenFluid(),
];

/** Said before the run, it counts as volume in: in the header of the record beside the case. */
function chosenFluid(): Entered {
  return {
    what: 'fluid in the cavity already',
    enter: [choose('fluidBefore', 'about'), type('fluidMl', '120')],
    journal: ['header.fluidInCavityMl', 120],
    summary: ['volumes.beforeMl', 120],
    report: 'In the cavity before 120 mL',
  };
}

export const treatmentFields: readonly Entered[] = [
  chosen('cavity', 'peritoneal', 'cavity', 'Cavity, technique Peritoneal'),
  chosen('technique', 'open', 'technique', 'Peritoneal, open'),
  chosen('setting', 'intra-operative', 'setting', 'Setting Intra-operative'),
  typed('diagnosis', 'Diagnosis as coded, C18.7', 'diagnosis', 'Diagnosis Diagnosis as coded, C18.7'),
  typed('procedure', 'Resection, step 3', 'procedure', 'Procedure Resection, step 3'),
  typed('sessionNumber', '2', 'sessionNumber', 'Session 2 of 4', 2),
  typed('sessionsPlanned', '4', 'sessionsPlanned', 'Session 2 of 4', 4),
  typed('indication', 'Residual nodules', 'indication', 'Indication Residual nodules'),
  typed('prescriber', 'Prescriber A', 'prescriber', 'Prescriber Prescriber A'),
  typed('surgeon', 'Surgeon B', 'surgeon', 'Surgeon Surgeon B'),
  typed('anaesthetist', 'Anaesthetist C', 'anaesthetist', 'Anaesthetist Anaesthetist C'),
  // As signed in, taken over by itself.
  entered('perfusionist', [], 'perfusionist', 'Perfusionist', 'Perfusionist Perfusionist'),
  typed('disposablesLot', 'SET-889', 'disposablesLot', 'lot, expiry SET-889'),
  typed('disposablesExpiry', '2031-05-30', 'disposablesExpiry', 'SET-889, 2031-05-30'),
];

/** Of planned drugs: `addition` is which planned part it is. */
function drugFields(index: number, addition: number, of: Readonly<Record<string, string>>): Entered[] {
  const at = (field: string) => `drugs.${index}.${field}`;
  const number = (field: string) => Number(of[field]);
  return [
    entered(
      at('name'),
      [add('drug'), type(at('name'), of.name ?? '')],
      at('name'),
      of.name,
      `${of.name} planned addition ${addition + 1}`,
    ),
    typed(at('doseMg'), of.doseMg ?? '', at('doseMg'), of.doseMg ?? '', number('doseMg')),
    // The column before the diluent.
    typed(
      at('volumeMl'),
      of.volumeMl ?? '',
      at('volumeMl'),
      `${of.volumeMl} ${of.diluent}`,
      number('volumeMl'),
    ),
    ...['diluent', 'lot', 'expiry', 'preparedBy'].map((field) =>
      typed(at(field), of[field] ?? '', at(field), of[field] ?? ''),
    ),
    entered(
      at('addition'),
      [choose(at('addition'), String(addition))],
      at('addition'),
      addition,
      `planned addition ${addition + 1}`,
    ),
  ];
}

export const plannedDrugs: readonly Entered[] = [
  ...drugFields(0, 0, {
    name: 'Drug one as prescribed',
    doseMg: '61.5',
    volumeMl: '47',
    diluent: 'Diluent P',
    lot: 'LOT-P1',
    expiry: '2029-01-31',
    preparedBy: 'Pharmacist P',
  }),
  ...drugFields(1, 1, {
    name: 'Drug two as prescribed',
    doseMg: '33.25',
    volumeMl: '52',
    diluent: 'Diluent Q',
    lot: 'LOT-Q2',
    expiry: '2028-11-30',
    preparedBy: 'Pharmacist Q',
  }),
];

const probe = (field: string, index: number, site: string, report: string): Entered =>
  entered(field, [choose(field, site)], `probeSites.${index}`, site, report);

/** Catheters by a touch of the map, as they are numbered; then the way and the size of each. */
function catheter(
  number: number,
  place: readonly [id: string, called: string],
  direction: 'in' | 'out',
  french: number,
): Entered[] {
  const [id, called] = place;
  const row = (page: Page) => page.locator('.catheter-row').nth(number - 1);
  const at = (field: string) => `catheters.${number - 1}.${field}`;
  const report = `${number} ${called} ${direction} ${french}`;
  return [
    entered(
      `place of catheter ${number}`,
      [(page) => page.locator(`.map-place[data-place="${id}"]`).click()],
      at('place'),
      id,
      report,
    ),
    entered(`number of catheter ${number}`, [], at('number'), number, report),
    entered(
      `way of catheter ${number}`,
      [(page) => row(page).locator(`[data-value="${direction}"]`).click()],
      at('direction'),
      direction,
      report,
    ),
    entered(
      `size of catheter ${number}`,
      [(page) => row(page).locator('.catheter-french input').fill(String(french))],
      at('frenchSize'),
      french,
      report,
    ),
  ];
}

export const placements: readonly Entered[] = [
  probe('site2', 1, 'outflow', 'T2 outflow'),
  probe('site3', 2, 'cavity-upper', 'T3 upper cavity'),
  entered(
    'place3',
    [choose('place3', 'left-subdiaphragm')],
    'probePlaces.2',
    'left-subdiaphragm',
    'T3 upper cavity Left, under the diaphragm',
  ),
  probe('site4', 3, 'cavity-lower', 'T4 lower cavity'),
  entered(
    'place4',
    [type('place4-typed', 'behind the bladder')],
    'probePlaces.3',
    'behind the bladder',
    'T4 lower cavity behind the bladder',
  ),
  typed('coreSite', 'oesophagus', 'coreSite', 'oesophagus'),
  ...catheter(1, ['right-subdiaphragm', 'Right, under the diaphragm'], 'in', 27),
  ...catheter(2, ['left-paracolic', 'Left paracolic gutter'], 'in', 29),
  ...catheter(3, ['pelvis-right', 'Pelvis, right'], 'out', 31),
  ...catheter(4, ['pelvis-left', 'Pelvis, left'], 'out', 33),
];
