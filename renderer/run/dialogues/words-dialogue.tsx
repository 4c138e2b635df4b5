import { useState } from 'react';
import { fieldLimits } from '../../../electron/contract/words.ts';
import { useText } from '../../text/text.ts';
import { ClinicianField } from './clinician-field.tsx';
import { ConfirmFrame } from './confirm-frame.tsx';
import type { DialogueProps } from './dialogue.tsx';
import { asks, noAnswers, toAction, type WordsKind } from './form.ts';
import { Typed, useFocus } from './inputs.tsx';

type Kind = Exclude<WordsKind, 'start-treatment' | 'start-early' | 'record-drug'>;

/** Asks for a reason, a name, or a note. */
export function WordsDialogue({ kind, run, onClose }: DialogueProps & { readonly kind: Kind }) {
  const text = useText().actions.dialogue;
  const focus = useFocus();
  const [answers, setAnswers] = useState(noAnswers);
  const action = toAction(kind, answers, run);
  const needsReason = asks[kind].includes('reason');
  return (
    <ConfirmFrame
      title={text.title[kind]}
      by={run.case.perfusionist}
      confirm={text.confirm[kind]}
      action={action}
      onClose={onClose}
    >
      <div className="dialogue-fields">
        {needsReason && (
          <Typed
            label={kind === 'record-note' ? text.noteText : text.reason}
            value={answers.reason}
            onChange={(reason) => setAnswers({ ...answers, reason })}
            most={fieldLimits.words}
            offers={text.reasons[kind] ?? []}
            long
            focus={focus}
          />
        )}
        {asks[kind].includes('clinician') && (
          <ClinicianField
            run={run}
            value={answers.clinician}
            onChange={(clinician) => setAnswers({ ...answers, clinician })}
            focus={needsReason ? undefined : focus}
          />
        )}
      </div>
    </ConfirmFrame>
  );
}
