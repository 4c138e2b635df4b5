import type { ConsoleDoor } from '../../electron/contract/channels.ts';

/** Main is told no oftener, ms. */
const everyMs = 20_000;

/** Tells main that somebody is at the screen, so that it does not lock under a hand. Returns the function that ends it. */
export function reportTouches(door: ConsoleDoor): () => void {
  let saidMs = Number.NEGATIVE_INFINITY;
  const touched = () => {
    if (performance.now() - saidMs < everyMs) return;
    saidMs = performance.now();
    void door.invoke('touch', null).catch(() => null);
  };
  const kinds = ['pointerdown', 'keydown'] as const;
  for (const kind of kinds) document.addEventListener(kind, touched, { passive: true });
  return () => {
    for (const kind of kinds) document.removeEventListener(kind, touched);
  };
}
