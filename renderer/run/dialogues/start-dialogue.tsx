import { useState } from 'react';
import { fieldLimits } from '../../../electron/contract/words.ts';
import { Button } from '../../parts/button.tsx';
import { useText } from '../../text/text.ts';
import { useAct } from '../acting.ts';
import { pressSettleMs, useSettled } from '../use-settled.ts';
import { ClinicianField } from './clinician-field.tsx';
import type { DialogueProps } from './dialogue.tsx';
import { noAnswers, toAction } from './form.ts';
import { DialogueFrame } from './frame.tsx';
import { DrugCheckFields, Typed } from './inputs.tsx';
import { team } from './people.ts';

interface StartProps extends DialogueProps {
  readonly kind: 'start-treatment' | 'start-early';
}

/** Is the drug in? Then who checked it. Early, also why, and who decided. */
export function StartDialogue({ kind, run, onClose }: StartProps) {
  const text = useText().actions.dialogue;
  const act = useAct();
  const settled = useSettled(kind, pressSettleMs);
  const [answers, setAnswers] = useState(noAnswers);
  const withDrug = toAction(kind, { ...answers, drugAdded: true }, run);
  const without = toAction(kind, { ...answers, drugAdded: false }, run);
  const confirm = async (action: typeof withDrug) => {
    if (action === null || !settled) return;
    if ((await act(action)) === 'taken') onClose();
  };
  return (
    <DialogueFrame
      title={text.title[kind]}
      by={run.case.perfusionist}
      onClose={onClose}
      buttons={
        <>
          <Button
            title={text.drugNotAdded}
            aria-disabled={without === null || !settled}
            onClick={() => void confirm(without)}
            data-action="confirm-without-drug"
          />
          <Button
            look="primary"
            title={text.drugAdded}
            aria-disabled={withDrug === null || !settled}
            caption={withDrug === null && without !== null ? text.needsCheck : ''}
            onClick={() => void confirm(withDrug)}
            data-action="confirm-with-drug"
          />
        </>
      }
    >
      <p className="dialogue-drug">{text.drugAsEntered(run.case.drugAsEntered)}</p>
      {kind === 'start-early' && (
        <div className="dialogue-fields">
          <Typed
            label={text.reason}
            value={answers.reason}
            onChange={(reason) => setAnswers({ ...answers, reason })}
            most={fieldLimits.words}
            offers={text.reasons[kind] ?? []}
          />
          <ClinicianField
            run={run}
            value={answers.clinician}
            onChange={(clinician) => setAnswers({ ...answers, clinician })}
          />
        </div>
      )}
      {run.drugNeedsTwo && (
        <DrugCheckFields
          names={answers.checkedBy}
          team={team(run)}
          onChange={(checkedBy) => setAnswers({ ...answers, checkedBy })}
        />
      )}
    </DialogueFrame>
  );
}
