import type { DocumentStatus, SayProblem, SignatureMeaning } from '../../electron/contract/words.ts';

export const signing = {
  tab: 'Review and sign',
  title: 'Review and sign',
  close: 'Close',
  reading: 'The record is being read…',
  notRead: 'The record could not be read',
  again: 'Try again',
  waits: 'The record is signed once its documents are written.',
  status: {
    preliminary: 'Preliminary: not signed',
    final: 'Final: signed',
    amended: 'Amended: something was added after it was signed',
    corrected: 'Corrected: a value was changed after it was signed',
  } satisfies Record<DocumentStatus, string>,
  waitsForReview: 'Preliminary: waits for the signature of a second person',
  sealed: (fingerprint: string) => `Sealed with the key ${fingerprint}`,
  notSealed: 'The record is not sealed: it cannot be signed.',
  signatures: 'Signatures',
  noSignature: 'None yet.',
  signed: {
    performed: 'performed the treatment',
    reviewed: 'reviewed the record',
  } satisfies Record<SignatureMeaning, string>,
  sign: { performed: 'Sign: performed', reviewed: 'Sign: reviewed' } satisfies Record<
    SignatureMeaning,
    string
  >,
  signCaption: 'hold to sign',
  keepHolding: 'keep holding…',
  inNameOf: (name: string) => `Said in the name of ${name}.`,
  nobodySignedIn: 'Whoever says it signs in first.',
  byAt: (who: string, at: string) => `${who}, ${at}`,
  deviations: (count: number, explained: number) =>
    count === 0 ? 'Deviations' : `Deviations, ${explained} of ${count} explained`,
  noDeviations: 'None recorded.',
  before: 'before',
  explain: 'Explain',
  missing: (count: number) => (count === 0 ? 'Nothing is missing' : `Missing, ${count}`),
  enter: 'Enter',
  notes: 'Notes after the run',
  noNotes: 'None.',
  note: 'Add a note',
  released: 'Released unsigned, as preliminary',
  release: 'Release unsigned',
  releaseCaption: 'preliminary, with a reason',
  entered: 'As entered',
  showEntered: 'Show and correct entries',
  hideEntered: 'Hide entries',
  correct: 'Correct',
  none: 'not entered',
  changed: (from: string, to: string) => `${from} → ${to}`,
  late: (value: string) => `entered late: ${value}`,
  task: {
    explanation: 'Why did it come about?',
    'late-entry': 'Enter what was missing',
    correction: 'Correct what was wrong',
    note: 'Add a note',
    'released-unsigned': 'Let documents leave unsigned',
  },
  text: 'Explanation',
  noteText: 'Note',
  value: 'Value',
  newValue: 'New value',
  stands: (value: string) => `As it stands: ${value}`,
  reason: 'Reason',
  releaseNote: 'They say preliminary on every page.',
  back: 'Back',
  keep: 'Put on record',
  keeping: 'It is being kept…',
  noAnswer: 'The console did not answer. Look whether it is on record, then try again.',
  problem: (problem: SayProblem): string => {
    switch (problem.kind) {
      case 'still-on':
        return 'The run is not over: end it, or take it up, first.';
      case 'not-sealed':
        return 'The record is not sealed yet. Wait until its documents are written; if that stays so, look at the messages of the console.';
      case 'already-signed':
        return 'You have signed with this meaning already.';
      case 'needs-another-person':
        return 'You have signed already: the second signature is another person’s.';
      case 'needs-no-release':
        return 'It is signed, or was released already.';
      case 'no-such-deviation':
        return 'There is no such deviation in this record.';
      case 'no-such-field':
        return 'There is no such entry in this record.';
      case 'has-a-value':
        return `It has a value meanwhile, “${problem.value}”: correct it instead.`;
      case 'another-value':
        return problem.value === null
          ? 'It has no value meanwhile: enter it instead.'
          : `It stands as “${problem.value}” meanwhile: look at it again.`;
      case 'same-value':
        return 'That is how it stands already.';
    }
  },
  notKept: (why: string) => `It was not kept: ${why}`,
};
