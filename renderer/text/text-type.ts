import type { en } from './en.ts';

/** What a language has to hold: the same texts, and functions of the same numbers. */
export type Text = typeof en;
