import { useEffect, useState } from 'react';

/** A second tap on the same spot, or one on its way already, is not meant for what stands there since, ms (proposal). */
export const pressSettleMs = 600;

/** Whether `shown` has been the same for `settleMs`: a press that was meant for what stood there before is none. */
export function useSettled(shown: string, settleMs: number): boolean {
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const settling = setTimeout(() => setSettled(shown), settleMs);
    return () => {
      clearTimeout(settling);
      // What comes back to its place after something else stood there has just come, too.
      setSettled(null);
    };
  }, [shown, settleMs]);
  return settled === shown;
}
