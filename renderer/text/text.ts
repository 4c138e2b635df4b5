import { createContext, useContext } from 'react';
import { en } from './en.ts';

/** What another language has to hold: the same texts, and functions of the same numbers. */
export type Text = typeof en;

export const TextContext = createContext<Text>(en);

/** The dictionary of the language in use; no component holds a text of its own. */
export const useText = (): Text => useContext(TextContext);
