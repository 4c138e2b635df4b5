import { useEffect, useState } from 'react';
import type { RunView } from '../../electron/contract/view.ts';
import type { Cause } from './alarm-order.ts';

/** So long an acknowledged alarm stays whole, ms of wall time: its steps are still being read (chosen). */
export const wholeMs = 10_000;
/** So long one that was opened again stays whole, ms: time to read three steps twice (chosen). */
const openedMs = 20_000;

/**
 * Whether the strip goes back to what goes on, with the alarms as marks beside it: once each that lasts has been
 * acknowledged for a while. One that is new, or has become more urgent, is acknowledged by nobody.
 */
export const mayShrink = (
  causes: readonly Cause[],
  { sessionSeconds, timeScale }: Pick<RunView, 'sessionSeconds' | 'timeScale'>,
): boolean =>
  causes.every(
    ({ alarm: { acknowledgedMs } }) =>
      acknowledgedMs !== null && (sessionSeconds * 1000 - acknowledgedMs) / timeScale >= wholeMs,
  );

/** Opened by a touch for a while; what was opened is over once other alarms stand there. */
export function useOpened(causes: readonly Cause[]): [opened: boolean, open: () => void] {
  const [opened, setOpened] = useState<string | null>(null);
  const standing = causes.map(({ alarm }) => alarm.id).join();
  useEffect(() => {
    if (opened === null) return;
    const closing = setTimeout(() => setOpened(null), openedMs);
    return () => clearTimeout(closing);
  }, [opened]);
  return [opened === standing, () => setOpened(standing)];
}
