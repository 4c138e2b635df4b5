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

/** What a press now is meant for: what stands there, or what stood there until less than `settleMs` ago. */
export function useMeant(shown: string, settleMs: number): string {
  const [meant, setMeant] = useState(shown);
  useEffect(() => {
    const settling = setTimeout(() => setMeant(shown), settleMs);
    return () => clearTimeout(settling);
  }, [shown, settleMs]);
  return meant;
}
