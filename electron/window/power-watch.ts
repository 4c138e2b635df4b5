import type { PowerMonitor } from 'electron';

/**
 * A computer that is shut down ends the program in good order, and is asked to wait for that. One that sleeps does
 * not end it: nothing ticks meanwhile, the machine's watchdog has turned the heater off, and the run goes on record
 * as having stood still. Both are said.
 */
export function watchPower(
  monitor: Pick<PowerMonitor, 'on'>,
  quit: (cause: string) => void,
  say: (line: string) => void,
): void {
  // Its event can be prevented, though its type does not say so (electron.d.ts, 'shutdown').
  monitor.on('shutdown', (event?: { preventDefault?: () => void }) => {
    event?.preventDefault?.();
    quit('the computer is shut down');
  });
  monitor.on('suspend', () => say('The computer goes to sleep: the console stands still until it wakes.'));
  monitor.on('resume', () => say('The computer is awake again.'));
}
