import { useState } from 'react';
import { fieldLimits } from '../../../electron/contract/words.ts';
import { Button } from '../../parts/button.tsx';
import { useText } from '../../text/text.ts';
import { ambiguous } from '../../text/typed-number.ts';
import { nextAddition } from '../next-addition.ts';
import { ConfirmFrame } from './confirm-frame.tsx';
import type { DialogueProps } from './dialogue.tsx';
import { drugVolume, isSaid, noAnswers, toAction, volumeOf } from './form.ts';
import { DrugCheckFields, Typed, useFocus } from './inputs.tsx';
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
  const [answers, setAnswers] = useState(() => {
    const addition = nextAddition(run.additions);
    return {
      ...noAnswers,
      addition,
      reason: addition === null ? '' : (run.additions[addition]?.label ?? ''),
    };
  });
  const action = toAction('record-drug', answers, run);
  const choose = (addition: number | null) => {
    const label = addition === null ? '' : (run.additions[addition]?.label ?? '');
    setAnswers({ ...answers, addition, reason: label });
  };
  const isWrong = volumeOf(answers.volumeMl) === 'wrong';
  const either = ambiguous(answers.volumeMl, drugVolume);
  const wrong = either === null ? text.volumeWrong : words.entry.ambiguous(either);
  const volumeProblem = isWrong ? wrong : null;
  const open = run.additions.flatMap((one, index) => (one.state === 'done' ? [] : [{ one, index }]));
  const { addition } = answers;
  const mayMiss = addition !== null && run.additions[addition]?.state !== 'not-given';
  return (
    <ConfirmFrame
      title={text.title['record-drug']}
      by={run.case.perfusionist}
      confirm={text.confirm['record-drug']}
      caption={action === null && answers.reason.trim() !== '' && run.drugNeedsTwo ? text.needsCheck : ''}
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
              aria-pressed={answers.addition === index}
              onClick={() => choose(index)}
            />
          ))}
          <Button
            title={text.notPlanned}
            aria-pressed={answers.addition === null}
            onClick={() => choose(null)}
          />
        </div>
      )}
      <div className="dialogue-fields dialogue-drug-fields">
        <Typed
          label={text.drugText}
          value={answers.reason}
          onChange={(reason) => setAnswers({ ...answers, reason })}
          most={fieldLimits.words}
          focus={focus}
        />
        <Typed
          label={text.drugVolume}
          value={answers.volumeMl}
          onChange={(volumeMl) => setAnswers({ ...answers, volumeMl })}
          numeric={{ rule: drugVolume, unit: words.run.tiles.ml }}
          problem={volumeProblem}
        />
      </div>
      {run.drugNeedsTwo && (
        <DrugCheckFields
          names={answers.checkedBy}
          team={team(run)}
          onChange={(checkedBy) => setAnswers({ ...answers, checkedBy })}
        />
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
      by={run.case.perfusionist}
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
