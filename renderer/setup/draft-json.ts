import {
  allergyAnswers,
  type Catheter,
  type ChecklistAnswer,
  type ContraindicationAnswer,
  cavities,
  checklistAnswers,
  contraindicationAnswers,
  type DipCheck,
  type Identifier,
  mostCatheters,
  mostIdentifiers,
  mostListItems,
  mostOtherTreatments,
  mostPlannedDrugs,
  type OtherTreatment,
  otherTreatmentKinds,
  probeIds,
  probeSites,
  settings,
  sexes,
  techniques,
} from '../../electron/contract/words.ts';
import { type Draft, emptyDraft, newDrug, siteFields, type TypedDrug } from './draft.ts';
import {
  fieldsOf,
  index,
  listOf,
  nothing,
  number,
  oneOf,
  orNull,
  type Readers,
  text,
  yesOrNo,
} from './json-readers.ts';
import { editedFields, type PresetForm, type TypedAddition } from './preset-form.ts';

/** More than any preset has. */
const mostAdditions = 100;

const identifier = fieldsOf<Identifier>({ value: text, issuer: text }, { issuer: '' });

const drug = fieldsOf<TypedDrug>(
  {
    name: text,
    doseMg: text,
    volumeMl: text,
    diluent: text,
    lot: text,
    expiry: text,
    preparedBy: text,
    addition: orNull(index),
  },
  newDrug,
);

const presetForm = fieldsOf<PresetForm>(
  {
    values: fieldsOf<PresetForm['values']>(
      Object.fromEntries(editedFields.map((field) => [field, text])) as Readers<PresetForm['values']>,
      {},
    ),
    additions: listOf(fieldsOf<TypedAddition>({ atMinutes: text, label: text }, {}), mostAdditions),
  },
  {},
);

/** One reader for each field of the form. */
const readers: Readers<Draft> = {
  familyName: text,
  givenName: text,
  identifiers: listOf(identifier, mostIdentifiers),
  birthDate: text,
  sex: orNull(oneOf(sexes)),
  visitNumber: text,
  orderNumber: text,
  bed: text,
  referringWard: text,
  returnWard: text,
  heightCm: text,
  weightKg: text,
  allergyAnswer: orNull(oneOf(allergyAnswers)),
  allergyText: text,
  otherTreatments: listOf(
    fieldsOf<OtherTreatment>({ kind: oneOf(otherTreatmentKinds), text, on: text }, { text: '', on: '' }),
    mostOtherTreatments,
  ),
  bodyTemperature: text,
  feverAcceptedBy: text,
  fluidBefore: oneOf(['unanswered', 'no', 'about', 'unknown']),
  fluidMl: text,
  cavity: oneOf(cavities),
  side: orNull(oneOf(['left', 'right', 'both'])),
  technique: oneOf(techniques),
  setting: oneOf(settings),
  diagnosis: text,
  indication: text,
  procedure: text,
  sessionNumber: text,
  sessionsPlanned: text,
  prescriber: text,
  surgeon: text,
  anaesthetist: text,
  perfusionist: text,
  disposablesLot: text,
  disposablesExpiry: text,
  drugs: listOf(drug, mostPlannedDrugs),
  noDrug: yesOrNo,
  site2: oneOf(probeSites),
  site3: oneOf(probeSites),
  site4: oneOf(probeSites),
  place2: text,
  place3: text,
  place4: text,
  leftOut: listOf(oneOf(siteFields), siteFields.length),
  coreSite: text,
  catheters: listOf(
    fieldsOf<Catheter>(
      { number: index, place: text, direction: oneOf(['in', 'out']), frenchSize: orNull(number) },
      { place: '', frenchSize: null },
    ),
    mostCatheters,
  ),
  checklist: listOf(
    fieldsOf<ChecklistAnswer>(
      { id: text, answer: oneOf(checklistAnswers), by: text, atWallMs: orNull(number), reason: text },
      { by: '', atWallMs: null, reason: '' },
    ),
    mostListItems,
  ),
  contraindications: listOf(
    fieldsOf<ContraindicationAnswer>(
      { id: text, answer: oneOf(contraindicationAnswers), reason: text, clinician: text },
      { reason: '', clinician: '' },
    ),
    mostListItems,
  ),
  dipCheck: orNull(
    fieldsOf<DipCheck>(
      {
        by: text,
        atWallMs: number,
        meansCelsius: listOf(orNull(number), probeIds.length),
        spreadKelvin: number,
      },
      {},
    ),
  ),
  presetName: text,
  presetForm: orNull(presetForm),
  recalledSession: orNull(index),
};

/** What came back, and the paths of what was not understood or not there: the form is as in `start` in these. */
export interface ReadDraft {
  readonly draft: Draft;
  readonly dropped: readonly string[];
}

/**
 * A form that was kept, from JSON of any origin, also of another version of the console. Never throws: what is
 * understood of it is taken, and everything else is named, so that a person can be told.
 */
export function draftFromJson(json: unknown, start: Draft): ReadDraft {
  const dropped: string[] = [];
  const read = fieldsOf<Draft>(readers, start)(json, '', (path) => dropped.push(path));
  if (read === nothing) return { draft: start, dropped: ['draft'] };
  return { draft: consistent(read, (path) => dropped.push(path)), dropped };
}

/** Is it a form, whole, and nothing else? */
export const isDraft = (json: unknown): json is Draft => draftFromJson(json, emptyDraft).dropped.length === 0;

/** Nothing stands twice that stands once, and one identifier can be typed. */
function consistent(draft: Draft, drop: (path: string) => void): Draft {
  const once = <T>(field: keyof Draft, all: readonly T[], key: (one: T) => unknown): readonly T[] =>
    all.filter((one, at) => {
      const first = all.findIndex((other) => key(other) === key(one)) === at;
      if (!first) drop(`${field}.${at}`);
      return first;
    });
  const { dipCheck } = draft;
  const whole = dipCheck === null || dipCheck.meansCelsius.length === probeIds.length;
  if (!whole) drop('dipCheck');
  return {
    ...draft,
    dipCheck: whole ? dipCheck : null,
    identifiers: draft.identifiers.length === 0 ? emptyDraft.identifiers : draft.identifiers,
    leftOut: once('leftOut', draft.leftOut, (field) => field),
    catheters: once('catheters', draft.catheters, (one) => one.number),
    checklist: once('checklist', draft.checklist, (one) => one.id),
    contraindications: once('contraindications', draft.contraindications, (one) => one.id),
  };
}
