import type { FromServer, ToServer } from '../../../../electron/record/messages.ts';

/** Begins as the journal does, so that it is on the tape. */
export const marksName = 'journal.sqlite.marks';

/** What went over the line between journal and worker. */
export type Mark =
  | { readonly way: 'heard'; readonly message: ToServer }
  | { readonly way: 'said'; readonly message: FromServer };

export const readMark = (line: string): Mark => JSON.parse(line) as Mark;
