import { useEffect, useState } from 'react';

/** Main pushes a view several times a second; without one for this long the screen no longer tells the present. */
export const staleAfterMs = 3000;

/** Has main gone quiet? Counted from the last view, on the renderer's own clock. */
export function useStale(view: unknown): boolean {
  const [staleView, setStaleView] = useState<unknown>(null);
  useEffect(() => {
    const timer = setTimeout(() => setStaleView(view), staleAfterMs);
    return () => clearTimeout(timer);
  }, [view]);
  return view !== null && staleView === view;
}
