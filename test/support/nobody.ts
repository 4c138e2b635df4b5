import type { AccessView, PersonView } from '../../electron/contract/view.ts';

/** A console at which nobody has an account. */
export const nobodyAtScreen: AccessView = {
  people: [],
  signedIn: null,
  chair: null,
  wantsFirstAccount: true,
  problem: null,
  released: null,
};

const people: readonly PersonView[] = [
  { id: 'p-1', name: 'A. Perfusionist', role: 'perfusionist', active: true },
  { id: 'c-1', name: 'Dr. B. Clinician', role: 'clinician', active: true },
  { id: 'o-1', name: 'OR nurse', role: 'or-staff', active: true },
  { id: 's-1', name: 'Service engineer', role: 'service', active: true },
];

/** One at which the perfusionist of the samples is signed in and in charge. */
export const somebodySignedIn: AccessView = {
  people,
  signedIn: people[0] ?? null,
  chair: people[0] ?? null,
  wantsFirstAccount: false,
  problem: null,
  released: null,
};
