import { anyContraindication } from '../../domain/case.ts';
import type { ListItem } from '../../domain/site-lists.ts';
import type { Words } from '../../domain/text/dictionary.ts';

/** What the site calls what a case names by its id; what its list does not have was typed, and stands as it is. */
export const listed = (
  list: readonly ListItem[],
  id: string,
  names: Pick<Words, 'spoken' | 'anyContraindication'>,
): string =>
  list.find((item) => item.id === id)?.[names.spoken] ??
  (id === anyContraindication ? names.anyContraindication : id);
