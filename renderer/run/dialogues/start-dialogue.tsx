import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { useText } from '../../text/text.ts';
import { useAct } from '../acting.ts';
import type { DialogueProps } from './dialogue.tsx';
import { noAnswers, toAction } from './form.ts';
import { DialogueFrame } from './frame.tsx';
import { DrugCheckFields, Typed } from './inputs.tsx';
import { clinicians, team } from './people.ts';

interface StartProps extends DialogueProps {
  readonly kind: 'start-treatment' | 'start-early';
}

/** Is the drug in? Then who checked it. Early, also why, and who decided. */
export function StartDialogue({ kind, run, onClose }: StartProps) {
  const text = useText().actions.dialogue;
  const act = useAct();
  const [answers, setAnswers] = useState(noAnswers);
  const withDrug = toAction(kind, { ...answers, drugAdded: true }, run);
  const without = toAction(kind, { ...answers, drugAdded: false }, run);
  const confirm = async (action: typeof withDrug) => {
    if (action === null) return;
    await act(action);
    onClose();
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
            aria-disabled={without === null}
            onClick={() => void confirm(without)}
            data-action="confirm-without-drug"
          />
          <Button
            look="primary"
            title={text.drugAdded}
            aria-disabled={withDrug === null}
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
            offers={text.reasons[kind] ?? []}
          />
          <Typed
            label={text.clinician}
            value={answers.clinician}
            onChange={(clinician) => setAnswers({ ...answers, clinician })}
            offers={clinicians(run)}
          />
        </div>
      )}
      {run.firstDrugAhead && (
        <DrugCheckFields
          names={answers.checkedBy}
          team={team(run)}
          onChange={(checkedBy) => setAnswers({ ...answers, checkedBy })}
        />
      )}
    </DialogueFrame>
  );
}
