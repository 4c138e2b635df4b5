import { type RefObject, useEffect, useRef } from 'react';
import { useLatest } from './latest.ts';

/** Keys that work whatever has the focus; F5, F10 and F11 mean something to systems already. */
export const hotkeys = {
  'heat-off': 'F1',
  'pause-flow': 'F2',
  'stop-run': 'F3',
  'drain-now': 'F4',
  audio: 'F9',
  acknowledge: 'F12',
} as const;
export type Hotkey = (typeof hotkeys)[keyof typeof hotkeys];

/**
 * The key of a button: pressed once however long it is held, in a text field and over a dialogue as well. What is
 * covered takes none. Put the answer on the button.
 */
export function useHotkey(
  hotkey: Hotkey | undefined,
  onPress: (code: string) => void,
): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement | null>(null);
  const press = useLatest(onPress);
  useEffect(() => {
    if (hotkey === undefined) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== hotkey || event.altKey || event.ctrlKey || event.metaKey) return;
      if (button.current === null || button.current.closest('[inert]') !== null) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) press.current(event.code);
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [hotkey, press]);
  return button;
}
