import type { Text } from '../text/text.ts';
import type { Draft } from './draft.ts';

/** What each field is called, in this case. */
export function fieldNames({ setup, domain }: Text, { setting }: Pick<Draft, 'setting'>) {
  return { ...setup.fields, ...domain.teamIn(setting) };
}
