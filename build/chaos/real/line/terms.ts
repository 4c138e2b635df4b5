/** What the man in the middle does. Of replies most wrong frames come in the place of the right one, or before it. */
export const faults = [
  'request-flipped',
  'request-dropped',
  'request-doubled',
  'request-late',
  'request-short',
  'reply-flipped',
  'reply-dropped',
  'reply-doubled',
  'reply-late',
  'reply-swapped',
  'reply-short',
  'noise',
  'wrong-unit',
  'wrong-function',
  'wrong-length',
  'exception',
  'damaged-block',
  'other-rig',
  'unknown-state',
  'stale-sequence',
  'left-over',
  'line-silent',
  'line-cut',
] as const;
export type LineFault = (typeof faults)[number];

export const promises = {
  values: 'every value accepted is what the rig had when it answered this very request',
  reads: 'a read, which carries no number, is never answered with what the rig had more than a second before',
  restarts: 'a restart is told only of a rig that restarted',
  counted: 'every fault that comes alone is in at least one counter of the link',
  told: 'every exchange that brings nothing is in at least one counter of the link',
  caused: 'nothing is counted without a cause',
  commands: 'the rig has in force only what the console wrote',
  lost: 'the link is lost exactly when nothing was accepted for a second',
  returns: 'after every fault the next replies are accepted again',
} as const;
export type Promised = keyof typeof promises;
