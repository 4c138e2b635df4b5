import { wallMsAt } from '../figures/vital-rows.ts';
import type { ReportInput } from '../report-input.ts';

/** Time of day without seconds at a moment of session time, s; as the clock stood then. */
export const clockOf =
  ({ events, time }: Pick<ReportInput, 'events' | 'time'>) =>
  (seconds: number): string =>
    /\d\d:\d\d(?=:\d\d)/.exec(time.time(wallMsAt(seconds * 1000, events)))?.[0] ?? '';
