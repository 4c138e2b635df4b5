import type { VitalSign } from '../../../electron/contract/words.ts';
import { type NumberRule, typedNumber } from '../../text/typed-number.ts';

/** A scale of that few whole values is touched, not typed: 0 to 10. */
const mostTouched = 11;

/** Every value of a score; `null`: it is a number that has to be typed. */
export function scaleOf({ unit, lowest, highest, decimals }: VitalSign): number[] | null {
  const count = highest - lowest + 1;
  if (unit !== '' || decimals !== 0 || count > mostTouched) return null;
  return Array.from({ length: count }, (_, index) => lowest + index);
}

export const vitalRule = ({ lowest, highest, decimals }: VitalSign): NumberRule => ({
  bounds: [lowest, highest],
  whole: decimals === 0,
});

export type VitalProblem = 'none' | 'missing' | 'outside' | 'decimals';

/** A value as typed, within the bounds of its sign and with no more decimals than that has. */
export function vitalOf(sign: VitalSign, typed: string): { value: number | null; problem: VitalProblem } {
  const value = typedNumber(typed, vitalRule(sign));
  if (value === null) return { value, problem: 'missing' };
  if (!(value >= sign.lowest && value <= sign.highest)) return { value: null, problem: 'outside' };
  const decimals = String(value).split('.')[1]?.length ?? 0;
  return decimals > sign.decimals ? { value: null, problem: 'decimals' } : { value, problem: 'none' };
}
