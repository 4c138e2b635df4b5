import type { RunView } from '../../electron/contract/view.ts';
import { isTesting } from '../../electron/contract/words.ts';

/** The test that the phase consists of has failed: a press does it again. */
export const hasFailed = ({ phase, selfTest }: Pick<RunView, 'phase' | 'selfTest'>): boolean =>
  isTesting(phase) && selfTest.some(({ state }) => state === 'failed');
