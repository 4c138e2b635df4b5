/** Where in a message something stands, counted as HL7 counts, from 1. */
export interface Place {
  readonly segment: string;
  /** Which of the segments of this name. */
  readonly occurrence: number;
  /** 0: the segment as a whole. */
  readonly field: number;
}

/** `PID-5`; the third AL1 `AL1[3]-3`. */
export const placeText = ({ segment, occurrence, field }: Place): string =>
  `${segment}${occurrence > 1 ? `[${occurrence}]` : ''}${field > 0 ? `-${field}` : ''}`;

export const noteKinds = [
  /** The value was not taken: */
  'too-long',
  'lost-character',
  'control-character',
  'unknown-escape',
  'date-partial',
  'date-wrong',
  'code-unknown',
  'number-wrong',
  'unit-refused',
  'out-of-range',
  'status-refused',
  'name-type',
  /** A part beside what was taken: */
  'not-kept',
  'broken-line',
  /** It was taken, and a person should look: */
  'differs',
  'changed',
  'other-route-mentioned',
  'other-route-ordered',
] as const;

/** What of a message that was taken was not understood, or has to be looked at. */
export interface Note {
  readonly kind: (typeof noteKinds)[number];
  readonly place: Place;
  /** What stood there, shortened. */
  readonly read: string;
}

/** Why a message is not taken at all. */
export type MessageProblem =
  | { readonly kind: 'separators'; readonly place: Place; readonly read: string }
  | { readonly kind: 'charset-unknown'; readonly place: Place; readonly read: string }
  /** Bytes that are none of the character set that MSH-18 names, or of UTF-8 where it names none. */
  | { readonly kind: 'charset-wrong'; readonly place: Place; readonly read: string; readonly charset: string }
  | { readonly kind: 'broken-line'; readonly place: Place; readonly read: string }
  | { readonly kind: 'message-type'; readonly place: Place; readonly read: string }
  | { readonly kind: 'no-patient'; readonly place: Place; readonly read: string }
  | { readonly kind: 'several-patients'; readonly place: Place; readonly read: string }
  | { readonly kind: 'no-number'; readonly place: Place; readonly read: string }
  /** Its frame or its batch has no end: the file may be the first part of another. */
  | { readonly kind: 'cut-off'; readonly place: Place; readonly read: string };

/** Notes and problems show what was read; nobody needs more of it to find the place. */
const mostRead = 60;
export const shortened = (text: string): string => {
  const signs = [...text.slice(0, 2 * mostRead)];
  return signs.length <= mostRead ? signs.join('') : `${signs.slice(0, mostRead).join('')}…`;
};
