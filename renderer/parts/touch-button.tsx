import type { KeyboardEvent } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { type Hotkey, useHotkey } from './hotkey.ts';

interface TouchButtonProps extends Pick<ButtonProps, 'look' | 'title' | 'caption' | 'className'> {
  readonly action: string;
  readonly enabled?: boolean;
  readonly hotkey?: Hotkey;
  readonly onTake: () => void;
}

/** A glove slips: what takes heat or flow away counts as it is touched, and as its key goes down; once. */
export function TouchButton({
  action,
  enabled = true,
  hotkey,
  onTake,
  className = '',
  ...rest
}: TouchButtonProps) {
  const take = () => enabled && onTake();
  const button = useHotkey(hotkey, take);
  return (
    <Button
      {...rest}
      ref={button}
      hotkey={hotkey}
      className={`touch-button ${className}`}
      data-action={action}
      aria-disabled={!enabled}
      onPointerDown={(event) => event.button === 0 && take()}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        // Of a key that is held down, or goes up, no click comes any more.
        event.preventDefault();
        if (!event.repeat) take();
      }}
      // A click without pointer or key is a reader's.
      onClick={(event) => event.detail === 0 && take()}
    />
  );
}
