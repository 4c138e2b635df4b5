import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useLatest } from './latest.ts';

/** DRAIN NOW moves fluid out of a patient at once, ms (brief: "press and hold 1.5 s"). */
export const drainHoldMs = 1500;
/** What starts heat or pump: longer than a touch in passing, shorter than patience, ms (chosen). */
export const startHoldMs = 1000;
/** A finger may slip off the button by the width of its tip: 9 to 12 mm on screens of 12 to 16 inches (chosen). */
const slipPx = 48;

/** `done`: it was held to the end, and has not been touched since. */
type HoldState = 'ready' | 'holding' | 'done';

export interface HoldOptions {
  readonly onHeld: () => void;
  readonly enabled: boolean;
  readonly ms: number;
}

/** Press and hold, by pointer or key: `onHeld` runs once after `ms` without letting go or sliding away. */
export function useHold({ onHeld, enabled, ms }: HoldOptions) {
  const [stands, setStands] = useState<HoldState>('ready');
  const end = useRef<(() => void) | null>(null);
  const held = useLatest(onHeld);
  const release = useCallback(() => {
    if (end.current === null) return;
    end.current();
    end.current = null;
    setStands('ready');
  }, []);
  useEffect(() => release, [release]);
  useEffect(() => {
    if (!enabled) release();
  }, [enabled, release]);

  const begin = (letGo: (signal: AbortSignal) => void) => {
    if (!enabled || end.current !== null) return;
    const listening = new AbortController();
    const timer = setTimeout(() => {
      release();
      setStands('done');
      held.current();
    }, ms);
    end.current = () => {
      clearTimeout(timer);
      listening.abort();
    };
    setStands('holding');
    letGo(listening.signal);
    addEventListener('blur', release, { signal: listening.signal });
  };
  const byPointer = ({ currentTarget, pointerId, button }: PointerEvent) => {
    if (button !== 0) return;
    const place = currentTarget.getBoundingClientRect();
    begin((signal) => {
      const listen = (
        type: 'pointermove' | 'pointerup' | 'pointercancel',
        lets: (x: number, y: number) => boolean,
      ) =>
        addEventListener(
          type,
          (event) => event.pointerId === pointerId && lets(event.clientX, event.clientY) && release(),
          { signal, capture: true },
        );
      listen('pointermove', (x, y) => isAway(place, x, y));
      listen('pointerup', () => true);
      listen('pointercancel', () => true);
    });
  };
  const byKey = (code: string) =>
    begin((signal) =>
      addEventListener('keyup', (event) => event.code === code && release(), { signal, capture: true }),
    );
  return {
    stands,
    byKey,
    handlers: {
      onPointerDown: byPointer,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === ' ' || event.key === 'Enter') !event.repeat && byKey(event.code);
      },
      /** A long touch would open a menu instead. */
      onContextMenu: (event: MouseEvent) => event.preventDefault(),
    },
  };
}

const isAway = ({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean =>
  x < left - slipPx || x > right + slipPx || y < top - slipPx || y > bottom + slipPx;
