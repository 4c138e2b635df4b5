import { anyContraindication, noProbePlaces } from './case.ts';
import { noDrug, type PlannedDrug } from './drug.ts';

type Old = Readonly<Record<string, unknown>>;

const isOld = (value: unknown): value is Old =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A case of version 1, as files and journals to version 6 hold it, in the words of version 2: nothing it said is lost,
 * what it did not ask is not answered. What is no case of that version stays, for the schema to refuse.
 */
export function caseOf1(old: Old): Old {
  const { drugAsEntered, patient, checks, ...rest } = old;
  return {
    ...rest,
    patient: isOld(patient) ? patientOf1(patient) : patient,
    procedure: '',
    side: 'not-applicable',
    sessionsPlanned: null,
    otherTreatments: [],
    drugs: drugsOf1(drugAsEntered),
    probePlaces: noProbePlaces,
    catheters: [],
    checks: isOld(checks) ? checksOf1(checks) : checks,
  };
}

function patientOf1({ name, hospitalNumber, allergies, ...rest }: Old): Old {
  return {
    ...rest,
    familyName: name,
    givenName: '',
    identifiers: [{ value: hospitalNumber, issuer: '' }],
    orderNumber: '',
    referringWard: '',
    returnWard: '',
    allergies: { answer: null, text: allergies },
  };
}

/** One line stood for all drugs. */
function drugsOf1(asEntered: unknown): PlannedDrug[] {
  if (typeof asEntered !== 'string' || asEntered.trim() === '') return [];
  return [{ ...noDrug, name: asEntered, addition: null }];
}

function checksOf1({ setUp, contraindication, ...rest }: Old): Old {
  const ticks = isOld(setUp) ? Object.entries(setUp) : [];
  return {
    ...rest,
    checklist: ticks.map(([id, done]) => ({
      id,
      answer: done === true ? 'done' : 'not-done',
      by: '',
      atWallMs: null,
      reason: '',
    })),
    contraindications: [contraindicationOf1(contraindication)],
    dipCheck: null,
  };
}

const contraindicationOf1 = (told: unknown): Old =>
  isOld(told)
    ? { id: anyContraindication, answer: 'yes', ...told }
    : { id: anyContraindication, answer: 'no', reason: '', clinician: '' };
