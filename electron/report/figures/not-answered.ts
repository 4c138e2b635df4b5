import { anyContraindication, type Checks } from '../../domain/case.ts';
import type { RecordedSite } from '../../domain/site.ts';
import type { ChecklistItem, ListItem } from '../../domain/site-lists.ts';

/** What the lists of the site ask and a case does not answer. */
export function notAnswered(
  { checklist, contraindications }: Checks,
  { lists }: Pick<RecordedSite, 'lists'>,
): { readonly checklist: readonly ChecklistItem[]; readonly contraindications: readonly ListItem[] } {
  const ticked = new Set(checklist.map(({ id }) => id));
  const told = new Set(contraindications.map(({ id }) => id));
  return {
    checklist: lists.checklist.filter(({ id }) => !ticked.has(id)),
    contraindications: told.has(anyContraindication)
      ? []
      : lists.contraindications.filter(({ id }) => !told.has(id)),
  };
}
