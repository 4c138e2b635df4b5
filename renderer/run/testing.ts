import type { RunView } from '../../electron/contract/view.ts';
import type { Phase } from '../../electron/contract/words.ts';

/** Phases that show the lines of their checks in the place of the trend. */
export const isTesting = (phase: Phase): boolean => phase === 'self-test' || phase === 'machine-test';

/** The test that the phase consists of has failed: a press does it again. */
export const hasFailed = ({ phase, selfTest }: Pick<RunView, 'phase' | 'selfTest'>): boolean =>
  isTesting(phase) && selfTest.some(({ state }) => state === 'failed');
