import type { App } from 'electron';

/** Ends a second start on the same data folder: two consoles must never drive one rig or write one journal. */
export const alreadyRunningExitCode = 10;

/**
 * `true`: this is the only console on its data folder. `false`: there is another; it has been told
 * (`secondStart` runs there), this one has said so and is ending.
 */
export function claimSingleInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'getPath' | 'exit' | 'on'>,
  say: (line: string) => void,
  secondStart: () => void,
): boolean {
  if (app.requestSingleInstanceLock()) {
    app.on('second-instance', secondStart);
    return true;
  }
  say(
    `Isotherm is already running on the data folder ${app.getPath('userData')}. ` +
      'Use the open window, or close it first; another data folder is chosen with --user-data-dir=<folder>.',
  );
  app.exit(alreadyRunningExitCode);
  return false;
}
