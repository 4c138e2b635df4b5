import type { DrugEntry } from '../drug.ts';
import type { SiteLists } from '../site-lists.ts';
import { number, withUnit } from './format.ts';
import type { Language } from './language.ts';

/** What is known of a drug, in one line, the same in every language: name, dose, volume, diluent, lot. */
export const drugLine = ({ name, doseMg, volumeMl, diluent, lot }: DrugEntry): string =>
  [
    name,
    doseMg === null ? '' : `${number(doseMg, Number.isInteger(doseMg) ? 0 : 2)} mg`,
    volumeMl === null ? '' : withUnit(volumeMl, 'ml'),
    diluent,
    lot === '' ? '' : `LOT ${lot}`,
  ]
    .filter((part) => part !== '')
    .join(', ');

/** A sign by the site's name and unit; one that its list does not have, by its id. */
export function vitalLine(
  { sign, value }: { readonly sign: string; readonly value: number },
  { vitalSigns }: { readonly vitalSigns?: SiteLists['vitalSigns'] },
  language: Language,
  colon: string,
): string {
  const known = vitalSigns?.find(({ id }) => id === sign);
  if (known === undefined) return `${sign}${colon}${value}`;
  return `${known[language]}${colon}${number(value, known.decimals)}${known.unit === '' ? '' : ` ${known.unit}`}`;
}
