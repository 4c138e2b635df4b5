import type { Draft } from './draft.ts';
import { type Course, draftOfCourse } from './draft-of-case.ts';

/**
 * The form for a further session of a patient: what does not change between two of them is taken over from the earlier
 * one; what has to be looked at again (answers, checks, weight, temperature, lots, numbers of the visit) stays as it is.
 */
export function recalled(draft: Draft, earlier: Course): Draft {
  const {
    visitNumber: _visit,
    orderNumber: _order,
    bed: _bed,
    weightKg: _weight,
    bodyTemperature: _temperature,
    allergyAnswer: _answer,
    disposablesLot: _lot,
    disposablesExpiry: _expiry,
    drugs,
    ...same
  } = draftOfCourse(earlier);
  return {
    ...draft,
    ...same,
    sessionNumber: String(earlier.sessionNumber + 1),
    drugs: drugs.map((drug) => ({ ...drug, lot: '', expiry: '', preparedBy: '' })),
    recalledSession: earlier.sessionNumber,
  };
}
