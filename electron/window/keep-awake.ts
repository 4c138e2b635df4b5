import type { PowerSaveBlocker } from 'electron';

/** Keeps the computer awake and its display on while `set(true)` holds; setting twice is setting once. */
export function keepAwake(blocker: Pick<PowerSaveBlocker, 'start' | 'stop'>): { set(on: boolean): void } {
  let id: number | null = null;
  return {
    set(on) {
      if (on && id === null) id = blocker.start('prevent-display-sleep');
      if (!on && id !== null) {
        blocker.stop(id);
        id = null;
      }
    },
  };
}
