import type { ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { useConsole } from '../../store.ts';
import { useText } from '../../text/text.ts';
import './dialogue.css';

interface FrameProps {
  readonly title: string;
  /** The button that closes, where that is not to cancel. */
  readonly cancel?: string;
  /** There is much to read: it lies over the figures as well, and leaves banner and interventions free. */
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The buttons that answer; the one that closes stands before them. `null`: a list, closed from its head. */
  readonly buttons: ReactNode;
}

/** A dialogue lies over the large field only: banner, values and interventions stay free. */
export function DialogueFrame({ title, cancel, wide = false, onClose, children, buttons }: FrameProps) {
  const signedIn = useConsole(({ view }) => view?.access.signedIn?.name ?? null);
  const text = useText().actions.dialogue;
  return (
    <div
      className="dialogue panel"
      data-answers={buttons !== null}
      data-wide={wide}
      role="dialog"
      aria-labelledby="dialogue-title"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <h2 id="dialogue-title">{title}</h2>
      <div className="dialogue-body">{children}</div>
      <div className="dialogue-buttons">
        <span>{buttons !== null && signedIn !== null && text.by(signedIn)}</span>
        <Button title={cancel ?? text.cancel} onClick={onClose} data-action="cancel" />
        {buttons}
      </div>
    </div>
  );
}
