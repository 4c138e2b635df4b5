import type { Language } from '../../electron/contract/text.ts';
import { usePreferences } from '../preferences.ts';
import { en } from './en.ts';
import type { Text } from './text-type.ts';
import { zh } from './zh.ts';

export type { Text } from './text-type.ts';

const dictionaries: Readonly<Record<Language, Text>> = { en, zh };

/** The dictionary of the language in use; no component holds a text of its own. */
export const useText = (): Text => dictionaries[usePreferences(({ language }) => language)];
