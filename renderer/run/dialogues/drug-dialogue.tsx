import { useState } from 'react';
import { fieldLimits } from '../../../electron/contract/words.ts';
import { Button } from '../../parts/button.tsx';
import { useText } from '../../text/text.ts';
import { nextAddition } from '../next-addition.ts';
import { ConfirmFrame } from './confirm-frame.tsx';
import type { DialogueProps } from './dialogue.tsx';
import { DrugCheck } from './drug-check.tsx';
import { DrugFields } from './drug-fields.tsx';
import { answersFor, drugOf, plannedFor, recordDrug } from './drug-form.ts';
import { isSaid } from './form.ts';
import { DialogueFrame } from './frame.tsx';
import { nobodyYet, Typed, useFocus } from './inputs.tsx';

/** A drug as it was given: which planned addition it is, if any, what and how much, and who checked the first one. */
export function DrugDialogue(props: DialogueProps) {
  const [missed, setMissed] = useState<number | null>(null);
  return missed === null ? (
    <GivenDialogue {...props} onNotGiven={setMissed} />
  ) : (
    <NotGivenDialogue {...props} addition={missed} />
  );
}

function GivenDialogue({
  run,
  onClose,
  onNotGiven,
}: DialogueProps & { readonly onNotGiven: (addition: number) => void }) {
  const words = useText();
  const text = words.actions.dialogue;
  const focus = useFocus();
  const [addition, setAddition] = useState(() => nextAddition(run.additions));
  const [answers, setAnswers] = useState(() => answersFor(run, addition));
  const [names, setNames] = useState(nobodyYet);
  const [checking, setChecking] = useState(false);
  const drug = drugOf(answers);
  const action = recordDrug(answers, addition, run.drugNeedsTwo, names);
  const choose = (one: number | null) => {
    setAddition(one);
    setAnswers(answersFor(run, one));
  };
  const mayMiss = addition !== null && run.additions[addition]?.state !== 'not-given';
  const notGiven = mayMiss && (
    <Button data-action="not-given" title={text.notGiven} onClick={() => onNotGiven(addition)} />
  );
  const named = drug === null && answers.name.trim() === '' ? words.records.drug.noneNamed : '';
  const fields = (
    <>
      <AdditionChoice run={run} addition={addition} onChoose={choose} />
      <DrugFields
        run={run}
        answers={answers}
        onChange={setAnswers}
        planned={addition === null ? null : plannedFor(run, addition)}
        focus={focus}
      />
    </>
  );
  if (run.drugNeedsTwo && !(checking && drug !== null))
    return (
      <DialogueFrame
        title={text.drugTitle}
        onClose={onClose}
        buttons={
          <>
            {notGiven}
            <Button
              look="primary"
              title={text.nextCheck}
              caption={named}
              aria-disabled={drug === null}
              onClick={() => setChecking(drug !== null)}
              data-action="next"
            />
          </>
        }
      >
        {fields}
      </DialogueFrame>
    );
  return (
    <ConfirmFrame
      title={text.drugTitle}
      confirm={text.confirm['record-note']}
      caption={action === null ? (checking ? text.needsCheck : named) : ''}
      action={action}
      onClose={onClose}
      back={
        run.drugNeedsTwo ? (
          <Button data-action="back" title={text.back} onClick={() => setChecking(false)} />
        ) : (
          notGiven
        )
      }
    >
      {run.drugNeedsTwo && drug !== null ? (
        <DrugCheck run={run} drug={drug} names={names} onChange={setNames} />
      ) : (
        fields
      )}
    </ConfirmFrame>
  );
}

interface AdditionChoiceProps extends Pick<DialogueProps, 'run'> {
  readonly addition: number | null;
  readonly onChoose: (addition: number | null) => void;
}

/** Which planned addition it is, of those that are not in yet. */
function AdditionChoice({ run, addition, onChoose }: AdditionChoiceProps) {
  const words = useText();
  const text = words.actions.dialogue;
  const open = run.additions.flatMap((one, index) => (one.state === 'done' ? [] : [{ one, index }]));
  if (open.length === 0) return null;
  return (
    <div className="dialogue-chips dialogue-additions">
      {open.map(({ one, index }) => (
        <Button
          key={index}
          title={text.planned(index, one.label)}
          caption={words.run.additions.recordCaption(one)}
          aria-pressed={addition === index}
          onClick={() => onChoose(index)}
        />
      ))}
      <Button title={text.notPlanned} aria-pressed={addition === null} onClick={() => onChoose(null)} />
    </div>
  );
}

/** A planned addition that was not given, and why. */
function NotGivenDialogue({ run, onClose, addition }: DialogueProps & { readonly addition: number }) {
  const words = useText();
  const text = words.actions.dialogue;
  const focus = useFocus();
  const [reason, setReason] = useState('');
  const said = reason.trim();
  return (
    <ConfirmFrame
      title={text.notGivenTitle(addition, run.additions[addition]?.label ?? '')}
      confirm={text.notGivenConfirm}
      action={isSaid(said) ? { type: 'addition-not-given', addition, reason: said } : null}
      onClose={onClose}
    >
      <div className="dialogue-fields">
        <Typed
          label={text.reason}
          value={reason}
          onChange={setReason}
          offers={text.notGivenReasons}
          most={fieldLimits.words}
          focus={focus}
        />
      </div>
    </ConfirmFrame>
  );
}
