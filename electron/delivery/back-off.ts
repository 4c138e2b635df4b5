import type { Why } from '../domain/delivery-state.ts';

/** Between two tries, ms: doubled from the first to the longest (chosen: a share that comes back is found within minutes). */
export const firstWaitMs = 10_000;
export const longestWaitMs = 600_000;

/** After so many tries in vain, one after the other. */
export const waitAfterMs = (tries: number): number =>
  Math.min(longestWaitMs, firstWaitMs * 2 ** Math.max(0, tries - 1));

/** A receiver that looks into its folder once a minute has answered by then, ms (chosen). */
export const answerWithinMs = 300_000;

/** So often a document that reached its folder is sent in vain; then a person is asked (chosen: some forty minutes of waiting at least). */
export const mostSendings = 8;

/** The longest that anything waits by itself: what is due later than that was noted by a clock that was wrong. */
export const farthestMs = Math.max(longestWaitMs, answerWithinMs);

/** Nothing of it mends by itself, or it was tried often enough. */
export const wantsPerson = ({ kind }: Why, sendings: number): boolean =>
  kind === 'other-file' ||
  kind === 'document-changed' ||
  kind === 'receiver-refused' ||
  ((kind === 'receiver-error' || kind === 'no-answer') && sendings >= mostSendings);
