import { useEffect, useState } from 'react';

/** Whether `shown` has been the same for `settleMs`: a press that was meant for what stood there before is none. */
export function useSettled(shown: string, settleMs: number): boolean {
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const settling = setTimeout(() => setSettled(shown), settleMs);
    return () => clearTimeout(settling);
  }, [shown, settleMs]);
  return settled === shown;
}
