import type { ReactNode } from 'react';
import type { OperatorAction } from '../../../electron/contract/words.ts';
import { Button } from '../../parts/button.tsx';
import { HeldButton } from '../../parts/held-button.tsx';
import { useText } from '../../text/text.ts';
import { useAct } from '../acting.ts';
import { pressSettleMs, useSettled } from '../use-settled.ts';
import { DialogueFrame } from './frame.tsx';

interface ConfirmFrameProps {
  readonly title: string;
  /** What the button says, and below it why it cannot be pressed yet. */
  readonly confirm: string;
  readonly caption?: string;
  /** What the button does; `null` while an answer is missing. */
  readonly action: OperatorAction | null;
  /** It starts heat or pump: the button is held. */
  readonly held?: boolean;
  /** There is much to read: it lies over the figures as well, and leaves banner and interventions free. */
  readonly wide?: boolean;
  readonly onClose: () => void;
  /** Main has taken it; closes, where nothing else is to come. */
  readonly onDone?: () => void;
  /** A way back, before the button that confirms. */
  readonly back?: ReactNode;
  readonly children: ReactNode;
}

/** A dialogue with one answer: asks for what an action needs, sends it, and is gone once it is taken. */
export function ConfirmFrame(props: ConfirmFrameProps) {
  const {
    title,
    confirm,
    caption = '',
    action,
    held = false,
    wide = false,
    onClose,
    onDone = onClose,
    back,
    children,
  } = props;
  const act = useAct();
  const text = useText().actions;
  const enabled = useSettled(title, pressSettleMs) && action !== null;
  const send = async () => {
    if (action === null || !enabled) return;
    if ((await act(action)) === 'taken') onDone();
  };
  return (
    <DialogueFrame
      title={title}
      wide={wide}
      onClose={onClose}
      buttons={
        <>
          {back}
          {held ? (
            <HeldButton
              look="primary"
              action="confirm"
              enabled={enabled}
              title={confirm}
              caption={caption === '' ? text.hold('') : caption}
              keepHolding={text.interventionNotes.keepHolding}
              onHeld={() => void send()}
            />
          ) : (
            <Button
              look="primary"
              title={confirm}
              caption={caption}
              aria-disabled={!enabled}
              onClick={() => void send()}
              data-action="confirm"
            />
          )}
        </>
      }
    >
      {children}
    </DialogueFrame>
  );
}
