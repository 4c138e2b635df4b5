import type { Identifier, PlannedDrug, TreatmentCase } from '../../electron/contract/words.ts';
import { asDate } from '../text/typed-date.ts';
import { typedNumber } from '../text/typed-number.ts';
import { type Draft, hasSides, placeOf, sitesOf, type TypedDrug } from './draft.ts';
import { draftNumber, drugNumbers, isFever } from './draft-numbers.ts';

/** The case main is asked to start. Call it on a draft without problems (`problems.ts`). */
export function toCase(draft: Draft): TreatmentCase {
  return {
    patient: patientOf(draft),
    diagnosis: draft.diagnosis.trim(),
    indication: draft.indication.trim(),
    procedure: draft.procedure.trim(),
    side: (hasSides(draft) ? draft.side : null) ?? 'not-applicable',
    sessionNumber: draftNumber(draft, 'sessionNumber') ?? 1,
    sessionsPlanned: draftNumber(draft, 'sessionsPlanned'),
    otherTreatments: draft.otherTreatments.map(({ kind, text, on }) => ({
      kind,
      text: text.trim(),
      on: asDate(on),
    })),
    cavity: draft.cavity,
    technique: draft.technique,
    setting: draft.setting,
    bodyTemperatureBeforeCelsius: draftNumber(draft, 'bodyTemperature'),
    drugs: draft.drugs.map(plannedDrug),
    prescriber: draft.prescriber.trim(),
    surgeon: draft.surgeon.trim(),
    anaesthetist: draft.anaesthetist.trim(),
    perfusionist: draft.perfusionist.trim(),
    disposablesLot: draft.disposablesLot.trim(),
    disposablesExpiry: asDate(draft.disposablesExpiry),
    probeSites: sitesOf(draft),
    probePlaces: ['', placeOf(draft, 'site2'), placeOf(draft, 'site3'), placeOf(draft, 'site4')],
    coreSite: draft.coreSite.trim(),
    catheters: draft.catheters.map((catheter) => ({ ...catheter, place: catheter.place.trim() })),
    checks: checksOf(draft),
  };
}

function patientOf(draft: Draft): TreatmentCase['patient'] {
  const { allergyAnswer: answer, allergyText } = draft;
  const [first = { value: '', issuer: '' }, ...others] = draft.identifiers.map(trimmed);
  return {
    familyName: draft.familyName.trim(),
    givenName: draft.givenName.trim(),
    sex: draft.sex ?? 'unknown',
    birthDate: asDate(draft.birthDate),
    identifiers: [first, ...others],
    visitNumber: draft.visitNumber.trim(),
    orderNumber: draft.orderNumber.trim(),
    bed: draft.bed.trim(),
    referringWard: draft.referringWard.trim(),
    returnWard: draft.returnWard.trim(),
    heightCm: draftNumber(draft, 'heightCm'),
    weightKg: draftNumber(draft, 'weightKg'),
    allergies: { answer, text: answer === 'none-known' ? '' : allergyText.trim() },
  };
}

const trimmed = ({ value, issuer }: Identifier): Identifier => ({
  value: value.trim(),
  issuer: issuer.trim(),
});

const plannedDrug = (drug: TypedDrug): PlannedDrug => ({
  name: drug.name.trim(),
  doseMg: typedNumber(drug.doseMg, drugNumbers.doseMg),
  volumeMl: typedNumber(drug.volumeMl, drugNumbers.volumeMl),
  diluent: drug.diluent.trim(),
  lot: drug.lot.trim(),
  expiry: asDate(drug.expiry),
  preparedBy: drug.preparedBy.trim(),
  addition: drug.addition,
});

function checksOf(draft: Draft): TreatmentCase['checks'] {
  return {
    checklist: draft.checklist.map((one) => ({
      ...one,
      reason: one.answer === 'not-done' ? one.reason.trim() : '',
    })),
    contraindications: draft.contraindications.map(({ id, answer, reason, clinician }) => ({
      id,
      answer,
      reason: answer === 'no' ? '' : reason.trim(),
      clinician: answer === 'no' ? '' : clinician.trim(),
    })),
    feverAcceptedBy: isFever(draft) ? draft.feverAcceptedBy.trim() : '',
    dipCheck: draft.dipCheck,
  };
}
