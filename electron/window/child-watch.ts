import type { App } from 'electron';

/** So many deaths of the GPU process within `windowMs` are no accident any more. */
export const gpuDeathsTold = 3;
const windowMs = 10 * 60_000;

/**
 * Chromium's helper processes may go; the run goes on, and Chromium starts them again. Each is said. A GPU process
 * that dies again and again may leave the screen black or take the whole program with it (FB-28): what helps is said.
 */
export function watchChildren(
  app: Pick<App, 'on'>,
  monotonicMs: () => number,
  say: (line: string) => void,
): void {
  let gpuDeathsMs: number[] = [];
  app.on('child-process-gone', (_gone, { type, reason, exitCode, name, serviceName }) => {
    if (reason === 'clean-exit') return;
    const which = name ?? serviceName;
    say(
      `The process ${type}${which === undefined ? '' : ` (${which})`} is gone: ${reason}, code ${exitCode}. ` +
        'The run goes on.',
    );
    if (type !== 'GPU') return;
    const nowMs = monotonicMs();
    gpuDeathsMs = [...gpuDeathsMs.filter((ms) => nowMs - ms < windowMs), nowMs];
    if (gpuDeathsMs.length === gpuDeathsTold) {
      say(
        `The GPU process died ${gpuDeathsTold} times within ${windowMs / 60_000} min; the screen is drawn without it ` +
          'where that is possible. If it stays black, use the switch on the machine. Before the next case start ' +
          'the console with --disable-gpu.',
      );
    }
  });
}
