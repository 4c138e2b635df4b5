import { useState } from 'react';
import { fieldLimits, type OperatorAction } from '../../../electron/contract/words.ts';
import { Button } from '../../parts/button.tsx';
import { useText } from '../../text/text.ts';
import { useAct } from '../acting.ts';
import { pressSettleMs, useSettled } from '../use-settled.ts';
import { ClinicianField } from './clinician-field.tsx';
import type { DialogueProps } from './dialogue.tsx';
import { DrugFields } from './drug-fields.tsx';
import {
  answersAtStart,
  earlyReason,
  plannedFor,
  startingAddition,
  startWith,
  startWithout,
} from './drug-form.ts';
import { noAnswers, type StartKind } from './form.ts';
import { DialogueFrame } from './frame.tsx';
import { nobodyYet, TwoPeople, Typed } from './inputs.tsx';
import { team } from './people.ts';

/** Is the drug in? Then what was given and who checked it. Early, also why, and who decided. */
export function StartDialogue({ kind, run, onClose }: DialogueProps & { readonly kind: StartKind }) {
  const words = useText();
  const text = words.actions.dialogue;
  const act = useAct();
  const settled = useSettled(kind, pressSettleMs);
  const [answers, setAnswers] = useState(noAnswers);
  const [drug, setDrug] = useState(() => answersAtStart(run));
  const [names, setNames] = useState(nobodyYet);
  const isEarly = kind === 'start-early';
  const early = isEarly ? earlyReason(answers) : null;
  const maySay = !isEarly || early !== null;
  const withDrug = maySay ? startWith(drug, early, run.drugNeedsTwo, names) : null;
  const without = maySay ? startWithout(early) : null;
  const addition = startingAddition(run);
  const lacks =
    drug.name.trim() === '' ? words.records.drug.noneNamed : run.drugNeedsTwo ? text.needsCheck : '';
  const confirm = async (action: OperatorAction | null) => {
    if (action === null || !settled) return;
    if ((await act(action)) === 'taken') onClose();
  };
  return (
    <DialogueFrame
      title={text.start[kind]}
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
            caption={withDrug === null && without !== null ? lacks : ''}
            onClick={() => void confirm(withDrug)}
            data-action="confirm-with-drug"
          />
        </>
      }
    >
      {isEarly && (
        <div className="dialogue-fields">
          <Typed
            label={text.reason}
            value={answers.reason}
            onChange={(reason) => setAnswers({ ...answers, reason })}
            most={fieldLimits.words}
            offers={text.startReasons}
          />
          <ClinicianField
            run={run}
            value={answers.clinician}
            onChange={(clinician) => setAnswers({ ...answers, clinician })}
          />
        </div>
      )}
      <DrugFields
        run={run}
        answers={drug}
        onChange={setDrug}
        planned={addition === null ? null : plannedFor(run, addition)}
      />
      {run.drugNeedsTwo && (
        <TwoPeople legend={text.checkedBy} names={names} team={team(run)} onChange={setNames} />
      )}
    </DialogueFrame>
  );
}
