import { type Catheter, fieldLimits, frenchBounds, textProblem } from '../../electron/contract/words.ts';

/** What stands in the way of a catheter as entered. */
export interface CatheterProblem {
  readonly number: number;
  readonly what:
    | { readonly kind: 'no-place' }
    | { readonly kind: 'place-too-long'; readonly tooMany: number }
    | { readonly kind: 'place-lost' }
    | { readonly kind: 'french'; readonly lowest: number; readonly highest: number };
}

/** At most one a catheter, the place first. A size that is no number is NaN. */
export const catheterProblems = (catheters: readonly Catheter[]): CatheterProblem[] =>
  catheters.flatMap((catheter) => {
    const what = placeProblem(catheter.place) ?? frenchProblem(catheter.frenchSize);
    return what === null ? [] : [{ number: catheter.number, what }];
  });

function placeProblem(place: string): CatheterProblem['what'] | null {
  if (place.trim() === '') return { kind: 'no-place' };
  const problem = textProblem(place, fieldLimits.line);
  if (problem === null) return null;
  return problem.kind === 'lost'
    ? { kind: 'place-lost' }
    : { kind: 'place-too-long', tooMany: problem.tooMany };
}

function frenchProblem(frenchSize: number | null): CatheterProblem['what'] | null {
  const [lowest, highest] = frenchBounds;
  const fits = frenchSize === null || (frenchSize >= lowest && frenchSize <= highest);
  return fits ? null : { kind: 'french', lowest, highest };
}

/** Touched in the drawing: the lowest number not in use; first in, then out, whichever there is less of. */
export function withCatheterAt(catheters: readonly Catheter[], place: string): readonly Catheter[] {
  const used = new Set(catheters.map(({ number }) => number));
  let number = 1;
  while (used.has(number)) number += 1;
  const leadingIn = catheters.filter(({ direction }) => direction === 'in').length;
  const direction = leadingIn * 2 > catheters.length ? 'out' : 'in';
  const added: Catheter = { number, place, direction, frenchSize: null };
  return [...catheters, added].toSorted((one, other) => one.number - other.number);
}
