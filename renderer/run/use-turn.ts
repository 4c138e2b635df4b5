import { useEffect, useState } from 'react';

/** Takes turns: which of `count` it is now, the next after `everyMs`. With one there is nothing to turn. */
export function useTurn(count: number, everyMs: number): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (count < 2) return;
    const turning = setInterval(() => setTurn((now) => now + 1), everyMs);
    return () => clearInterval(turning);
  }, [count, everyMs]);
  return count === 0 ? 0 : turn % count;
}
