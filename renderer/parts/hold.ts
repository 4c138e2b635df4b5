import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';

/** How long DRAIN NOW is held; the same time fills the button (held-button.css). */
export const holdMs = 1500;

/** Press and hold: `done` runs once after `holdMs` without letting go or sliding off. */
export function useHold(done: () => void, enabled: boolean) {
  const [holding, setHolding] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const release = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    setHolding(false);
  }, []);
  const press = () => {
    if (!enabled || timer.current !== null) return;
    setHolding(true);
    timer.current = setTimeout(() => {
      release();
      done();
    }, holdMs);
  };
  useEffect(() => release, [release]);
  const isKey = (event: KeyboardEvent) => event.key === ' ' || event.key === 'Enter';
  return {
    holding,
    handlers: {
      onPointerDown: (event: PointerEvent) => event.button === 0 && press(),
      onPointerUp: release,
      onPointerLeave: release,
      onPointerCancel: release,
      onBlur: release,
      onKeyDown: (event: KeyboardEvent) => isKey(event) && press(),
      onKeyUp: release,
      /** A long touch would open a menu instead. */
      onContextMenu: (event: MouseEvent) => event.preventDefault(),
    },
  };
}
