import { stat } from 'node:fs/promises';

const everyMs = 250;

/**
 * Calls `gone` once when the device at `path` is no longer the one it was: unplugged, or another one in its
 * place. serialport 13 misses some hang-ups and then reads nothing for ever, one core busy, until it is closed.
 * Windows names no file for a port; there nothing is watched. The returned function ends the watch.
 */
export function watchPresence(path: string, gone: () => void): () => void {
  if (process.platform === 'win32') return () => {};
  let first: number | null = null;
  let watching = true;
  const look = async (): Promise<void> => {
    const device = await stat(path).then(
      (found) => found.rdev,
      () => null,
    );
    first ??= device;
    if (!watching || (device !== null && device === first)) return;
    stop();
    gone();
  };
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  const stop = (): void => {
    watching = false;
    clearInterval(timer);
  };
  void look();
  return stop;
}
