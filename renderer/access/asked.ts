import type { DrugEntry, OperatorAction } from '../../electron/contract/words.ts';
import type { Text } from '../text/text.ts';

/** An action as it is put to whoever is to stand for it: heat as heat, a drug with all that its label is held against. */
export function asked(action: OperatorAction, { domain, access, records }: Text): string {
  const name = domain.action[action.type];
  switch (action.type) {
    case 'advance':
      return action.from === 'prime' ? access.startsHeat : name;
    case 'record-drug':
      return `${name}: ${label(action.drug)}`;
    case 'start-treatment':
      return action.drug === null ? name : `${name}: ${label(action.drug)}`;
    default:
      return name;
  }

  function label(drug: DrugEntry): string {
    const { lot, expiry } = records.drug.field;
    const said = [
      [lot, drug.lot],
      [expiry, drug.expiry],
    ].flatMap(([field, value]) => (value === '' ? [] : [`${field} ${value}`]));
    return [records.drug.whole(drug), ...said].join(' · ');
  }
}
