import type { CSSProperties, ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { startHoldMs, useHold } from './hold.ts';
import { type Hotkey, useHotkey } from './hotkey.ts';
import './held-button.css';

interface HeldButtonProps extends Pick<ButtonProps, 'look' | 'title' | 'caption' | 'className'> {
  readonly action: string;
  readonly enabled: boolean;
  readonly keepHolding: ReactNode;
  readonly hotkey?: Hotkey;
  readonly ms?: number;
  readonly onHeld: () => void;
  /** A press while it is not enabled, where that shows why. */
  readonly onRefused?: () => void;
}

/** Press and hold, by finger, mouse or key: the button fills meanwhile. Its caption has to say so. */
export function HeldButton(props: HeldButtonProps) {
  const { action, enabled, title, caption, keepHolding, onHeld, onRefused, look, hotkey } = props;
  const { className = '', ms = startHoldMs } = props;
  const { stands, byKey, handlers } = useHold({ onHeld, enabled, ms });
  const button = useHotkey(hotkey, byKey);
  return (
    <Button
      ref={button}
      look={look}
      hotkey={hotkey}
      className={`held-button ${className}`}
      style={{ '--hold': `${ms}ms` } as CSSProperties}
      data-action={action}
      data-hold={stands}
      aria-disabled={!enabled}
      title={title}
      caption={stands === 'holding' ? keepHolding : caption}
      onClick={() => !enabled && onRefused?.()}
      {...handlers}
    >
      <i className="hold-fill" />
    </Button>
  );
}
