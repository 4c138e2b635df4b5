import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { useText } from '../../text/text.ts';
import { useAct } from '../acting.ts';
import type { DialogueProps } from './dialogue.tsx';
import { asks, noAnswers, toAction, type WordsKind } from './form.ts';
import { DialogueFrame } from './frame.tsx';
import { Typed, useFocus } from './inputs.tsx';
import { clinicians } from './people.ts';

type Kind = Exclude<WordsKind, 'start-treatment' | 'start-early' | 'record-drug'>;

/** Asks for a reason, a name, or a note. */
export function WordsDialogue({ kind, run, onClose }: DialogueProps & { readonly kind: Kind }) {
  const text = useText().actions.dialogue;
  const act = useAct();
  const focus = useFocus();
  const [answers, setAnswers] = useState(noAnswers);
  const action = toAction(kind, answers, run);
  const confirm = async () => {
    if (action === null) return;
    await act(action);
    onClose();
  };
  const needsReason = asks[kind].includes('reason');
  return (
    <DialogueFrame
      title={text.title[kind]}
      by={run.case.perfusionist}
      onClose={onClose}
      buttons={
        <Button
          look="primary"
          title={text.confirm[kind]}
          aria-disabled={action === null}
          onClick={() => void confirm()}
          data-action="confirm"
        />
      }
    >
      <div className="dialogue-fields">
        {needsReason && (
          <Typed
            label={kind === 'record-note' ? text.noteText : text.reason}
            value={answers.reason}
            onChange={(reason) => setAnswers({ ...answers, reason })}
            offers={text.reasons[kind] ?? []}
            long
            focus={focus}
          />
        )}
        {asks[kind].includes('clinician') && (
          <Typed
            label={text.clinician}
            value={answers.clinician}
            onChange={(clinician) => setAnswers({ ...answers, clinician })}
            offers={clinicians(run)}
            focus={needsReason ? undefined : focus}
          />
        )}
      </div>
    </DialogueFrame>
  );
}
