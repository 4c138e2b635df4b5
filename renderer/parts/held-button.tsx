import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { useHold } from './hold.ts';
import './held-button.css';

interface HeldButtonProps {
  readonly action: string;
  readonly enabled: boolean;
  readonly title: ReactNode;
  readonly caption: ReactNode;
  readonly keepHolding: ReactNode;
  readonly onHeld: () => void;
}

/** Press and hold for a second and a half, as DRAIN NOW: the button fills meanwhile. */
export function HeldButton({ action, enabled, title, caption, keepHolding, onHeld }: HeldButtonProps) {
  const { holding, handlers } = useHold(onHeld, enabled);
  return (
    <Button
      className="held-button"
      data-action={action}
      data-holding={holding}
      aria-disabled={!enabled}
      title={title}
      caption={holding ? keepHolding : caption}
      {...handlers}
    >
      <i className="hold-fill" />
    </Button>
  );
}
