import type { Replies } from '../../electron/contract/channels.ts';

/** Where a case comes from besides the keyboard: patients who wait, earlier sessions, and the wristband that is held against it. */
type Match = Replies['wristband'];
type Unreadable = Extract<Match, { result: 'unreadable' }>['why'];
type Hint = NonNullable<Extract<Match, { result: 'mismatch' }>['hint']>;

const worklist = {
  heading: 'Patients who wait',
  looking: 'Asking who waits …',
  noAnswer: "The console's core did not answer. Leave this panel and open it again.",
  signIn: 'Sign in',
  needsSignIn: 'Who waits is shown to whoever of the team has signed in.',
  noFolder:
    'No folder of the hospital is looked into: enter the patient by hand. A service engineer sets the folder.',
  empty: 'Nobody waits.',
  noName: 'No name was sent',
  born: (date: string) => `born ${date}`,
  noBirthDate: 'no birth date was sent',
  ward: (ward: string, bed: string) => [ward, bed === '' ? '' : `bed ${bed}`].filter(Boolean).join(', '),
  caseFile: (name: string) => `Case file ${name}`,
  noProcedure: 'No procedure was sent',
  conflict:
    'Not to be chosen: two people were sent with this number. Ask the ward whose it is, then enter the patient by hand.',
  notThisMachine:
    'Not to be chosen: the order goes into a vessel. This machine perfuses cavities only. Ask whoever ordered it.',
  notes: (count: number) => (count === 1 ? '1 note' : `${count} notes`),
  notesOf: (count: number, name: string) => `${count === 1 ? '1 note' : `${count} notes`} on ${name}`,
  moreNotes: (count: number) => `${count} more notes are not shown.`,
  more: (count: number) => `${count} more wait and are not shown. Have those removed who no longer wait.`,
  problems: 'What could not be read',
  moreProblems: (count: number) => `${count} more are not shown.`,
};

const recall = {
  heading: 'Earlier sessions',
  query: 'Hospital number, whole, or part of the name',
  search: 'Search',
  searching: 'Looking through the records …',
  noAnswer: "The console's core did not answer. Search again.",
  none: 'No session of this console is on record for it. A number has to be whole, every sign of it.',
  session: (number: number, of: number | null) =>
    of === null ? `Session ${number}` : `Session ${number} of ${of}`,
  protocol: (name: string, celsius: string, minutes: number) => `${name} · ${celsius} °C × ${minutes} min`,
  brokenOff: 'The record breaks off: how it ended is not known',
  inBand: (inBand: string, elapsed: string) => `${inBand} min in band of ${elapsed} min`,
  notRecovered: (volume: string) => `${volume} mL not recovered`,
  notRecoveredUnknown: 'not known what was not recovered',
  simulation: 'SIMULATION',
  problems: 'Records that could not be read',
};

const hints: Readonly<Record<Hint, string>> = {
  differsByZeros:
    'Only zeros in front differ. That is another number: compare with the patient, then mend what is typed.',
  differsByIssuer:
    'The number is the same, but another hospital or authority gave it. Compare with the patient.',
};

const unreadable: Readonly<Record<Unreadable, string>> = {
  empty: 'Nothing was read. Scan again.',
  'too-long': 'The code is too long for a wristband. Scan the code of the patient.',
  'control-character': 'The code was not read whole. Scan again, or set the scanner up.',
  'gs1-element': 'The code is not in the order of GS1. Scan again.',
  'check-digit': 'Its check digit is wrong: it was misread. Scan again.',
  'no-patient': 'This is the code of goods, not of a patient. Scan the wristband.',
};

const wristband = {
  label: 'Wristband: touch here, then scan',
  hint: 'Only compares. It fills nothing in.',
  noNumber: 'Enter the hospital number first, then scan.',
  checking: 'Comparing …',
  noAnswer: "The console's core did not answer. Scan again.",
  match: 'MATCH',
  mismatch: 'MISMATCH',
  unreadable: 'NOT READ',
  matchNote: (number: string) => `The wristband says ${number}, as it is typed.`,
  mismatchNote: (number: string) =>
    `The wristband says ${number}: not a number that is typed here. Is this the patient?`,
  number: (value: string, issuer: string | null) => (issuer ? `${value} (${issuer})` : value),
  hints,
  why: unreadable,
};

export const arrivals = { worklist, recall, wristband };
