import type { AccessView } from '../../electron/contract/view.ts';

/** A console at which nobody has an account. */
export const nobodyAtScreen: AccessView = {
  people: [],
  signedIn: null,
  chair: null,
  wantsFirstAccount: true,
  problem: null,
  released: null,
};
