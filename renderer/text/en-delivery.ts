import type { DeliveryRow } from '../../electron/contract/delivery-view.ts';

type WhyKind = NonNullable<DeliveryRow['why']>['kind'];

const why: Readonly<Record<WhyKind, (detail: string) => string>> = {
  'folder-missing': (folder) => `The folder ${folder} is not there. Is the share or the stick connected?`,
  'no-stick': (folder) => `No stick is plugged in at ${folder}.`,
  'read-only': (folder) => `Nothing may be written in ${folder}.`,
  'disk-full': (folder) => `There is no room in ${folder}.`,
  hangs: (path) => `${path} does not answer.`,
  'other-volume': (spool) => `The spool ${spool} is on another volume than the folder. Mend delivery.json.`,
  'other-file': (path) => `Another file lies there: ${path}. Move it away.`,
  'document-gone': (path) => `The document is not there: ${path}.`,
  'document-changed': (path) => `The document is not what was made of the record: ${path}.`,
  'receiver-error': (words) => `The receiver could not take it${words === '' ? '' : `: ${words}`}.`,
  'receiver-refused': (words) => `The receiver refuses it${words === '' ? '' : `: ${words}`}.`,
  'no-answer': () => 'The receiver did not answer.',
  disk: (words) => words,
  'no-destination': (id) => `The destination ${id} is not set up any more.`,
};

export const delivery = {
  tab: 'Delivery',
  asking: 'Asking how far the documents are …',
  noAnswer: "The console's core did not answer. Try again.",
  needsSignIn: 'How far documents are on their way is shown to whoever of the team has signed in.',
  signIn: 'Sign in',
  none: 'No document of this record is on its way.',
  document: (document: string, status: string) => `${document}, ${status}`,
  status: { preliminary: 'preliminary', final: 'final', amended: 'amended', corrected: 'corrected' },
  state: {
    waiting: 'waiting',
    written: 'written',
    accepted: 'accepted',
    refused: 'refused',
    failed: 'failed',
  },
  why,
  nextTry: (time: string) => `Tried again at ${time}.`,
  waitsForPerson: 'Nothing more is tried by itself.',
  again: 'Again',
  againOf: (document: string, destination: string) => `${document} to ${destination} again`,
  toStick: (name: string) => `To ${name}`,
  toStickCaption: 'documents of this record; plug it in first',
};
