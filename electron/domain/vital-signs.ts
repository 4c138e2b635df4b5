import type { OperatorAction, Refusal } from './action.ts';
import type { SiteLists } from './site-lists.ts';

/** A sign is recorded by the site's own list and within its bounds; `null`: it is, or it is no sign. */
export function vitalRefusal({ vitalSigns }: SiteLists, action: OperatorAction): Refusal | null {
  if (action.type !== 'record-vital') return null;
  const sign = vitalSigns.find(({ id }) => id === action.sign);
  if (sign === undefined) return 'no-such-sign';
  const within = action.value >= sign.lowest && action.value <= sign.highest;
  return within ? null : 'reading-out-of-range';
}
