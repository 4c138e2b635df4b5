import { useState } from 'react';
import { fieldLimits } from '../../../electron/contract/words.ts';
import { Button } from '../../parts/button.tsx';
import { useText } from '../../text/text.ts';
import { nextAddition } from '../next-addition.ts';
import { ConfirmFrame } from './confirm-frame.tsx';
import type { DialogueProps } from './dialogue.tsx';
import { DrugFields } from './drug-fields.tsx';
import { answersFor, plannedFor, recordDrug } from './drug-form.ts';
import { isSaid } from './form.ts';
import { nobodyYet, TwoPeople, Typed, useFocus } from './inputs.tsx';
import { team } from './people.ts';

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
  const action = recordDrug(answers, addition, run.drugNeedsTwo, names);
  const choose = (one: number | null) => {
    setAddition(one);
    setAnswers(answersFor(run, one));
  };
  const open = run.additions.flatMap((one, index) => (one.state === 'done' ? [] : [{ one, index }]));
  const mayMiss = addition !== null && run.additions[addition]?.state !== 'not-given';
  const named = answers.name.trim() !== '';
  const lacks = named ? (run.drugNeedsTwo ? text.needsCheck : '') : words.records.drug.noneNamed;
  return (
    <ConfirmFrame
      title={text.drugTitle}
      confirm={text.confirm['record-note']}
      caption={action === null ? lacks : ''}
      action={action}
      onClose={onClose}
      back={
        mayMiss && (
          <Button data-action="not-given" title={text.notGiven} onClick={() => onNotGiven(addition)} />
        )
      }
    >
      {open.length > 0 && (
        <div className="dialogue-chips dialogue-additions">
          {open.map(({ one, index }) => (
            <Button
              key={index}
              title={text.planned(index, one.label)}
              caption={words.run.additions.recordCaption(one)}
              aria-pressed={addition === index}
              onClick={() => choose(index)}
            />
          ))}
          <Button title={text.notPlanned} aria-pressed={addition === null} onClick={() => choose(null)} />
        </div>
      )}
      <DrugFields
        run={run}
        answers={answers}
        onChange={setAnswers}
        planned={addition === null ? null : plannedFor(run, addition)}
        focus={focus}
      />
      {run.drugNeedsTwo && (
        <TwoPeople legend={text.checkedBy} names={names} team={team(run)} onChange={setNames} />
      )}
    </ConfirmFrame>
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
