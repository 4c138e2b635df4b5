import type { Waiting } from '../../electron/contract/view.ts';
import type { PlannedDrug, TreatmentCase } from '../../electron/contract/words.ts';
import { asTyped } from '../text/typed-number.ts';
import { fromWaiting } from './case-start.ts';
import type { Draft, TypedDrug } from './draft.ts';

/** A case, of which what was asked before that run does not count. */
export type Course = Omit<TreatmentCase, 'checks'> & { readonly checks?: unknown };

/** Somebody who waits, as far as it is known: what is asked before a run is answered by people. */
export function draftOfWaiting(entry: Waiting): Partial<Draft> {
  if (entry.from === 'case-file') return draftOfCourse(entry.case);
  const { patient, course } = fromWaiting(entry);
  const { heightCm, weightKg, allergies, ...identity } = patient;
  return {
    ...identity,
    heightCm: asTyped(heightCm),
    weightKg: asTyped(weightKg),
    allergyAnswer: allergies.answer,
    allergyText: allergies.text,
    ...course,
  };
}

/** A case as somebody would have typed it. */
export function draftOfCase({ checks, ...course }: TreatmentCase): Partial<Draft> {
  return { ...draftOfCourse(course), ...checks };
}

export function draftOfCourse(course: Course) {
  const { checks: _, patient, probeSites, probePlaces, side, drugs, ...others } = course;
  const { bodyTemperatureBeforeCelsius, ...rest } = others;
  const { heightCm, weightKg, allergies, ...identity } = patient;
  return {
    ...rest,
    ...identity,
    side: side === 'not-applicable' ? null : side,
    heightCm: asTyped(heightCm),
    weightKg: asTyped(weightKg),
    allergyAnswer: allergies.answer,
    allergyText: allergies.text,
    sessionNumber: asTyped(rest.sessionNumber),
    sessionsPlanned: asTyped(rest.sessionsPlanned),
    bodyTemperature: asTyped(bodyTemperatureBeforeCelsius),
    drugs: drugs.map(typedDrug),
    site2: probeSites[1],
    site3: probeSites[2],
    site4: probeSites[3],
    place2: probePlaces[1],
    place3: probePlaces[2],
    place4: probePlaces[3],
  };
}

const typedDrug = ({ doseMg, volumeMl, ...drug }: PlannedDrug): TypedDrug => ({
  ...drug,
  doseMg: asTyped(doseMg),
  volumeMl: asTyped(volumeMl),
});
