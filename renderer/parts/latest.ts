import { type RefObject, useLayoutEffect, useRef } from 'react';

/** What was passed last, for what answers later: a timer, a key. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
