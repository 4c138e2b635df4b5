import { useState } from 'react';
import { alarmAgainst, fieldLimits, setsGoing } from '../../../electron/contract/words.ts';
import { useText } from '../../text/text.ts';
import { nextPhase } from '../phase-steps.ts';
import { ClinicianField } from './clinician-field.tsx';
import { ConfirmFrame } from './confirm-frame.tsx';
import type { DialogueProps } from './dialogue.tsx';
import { asks, noAnswers, toAction, type WordsKind } from './form.ts';
import { Typed, useFocus } from './inputs.tsx';
import { team } from './people.ts';

/** Asks for a reason, a name, or a note. */
export function WordsDialogue({ kind, run, onClose }: DialogueProps & { readonly kind: WordsKind }) {
  const words = useText();
  const text = words.actions.dialogue;
  const focus = useFocus();
  const [answers, setAnswers] = useState(noAnswers);
  // The end of a treatment is confirmed here: what sets nothing going is not held as well.
  const sets = setsGoing(kind, nextPhase(run.steps)) ?? [];
  const against = alarmAgainst(sets, run.alarms);
  const action = against === null ? toAction(kind, answers, run) : null;
  const needsReason = asks[kind].includes('reason');
  return (
    <ConfirmFrame
      title={text.title[kind]}
      confirm={text.confirm[kind]}
      caption={against === null ? '' : words.actions.acknowledgeFirst(words.domain.alarm[against.code].name)}
      action={action}
      held={sets.length > 0}
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
        {kind === 'confirm-fresh-fluid' && (
          <Typed
            label={text.seenBy}
            value={answers.clinician}
            onChange={(clinician) => setAnswers({ ...answers, clinician })}
            most={fieldLimits.name}
            offers={team(run)}
            focus={focus}
          />
        )}
        {kind !== 'confirm-fresh-fluid' && asks[kind].includes('clinician') && (
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
