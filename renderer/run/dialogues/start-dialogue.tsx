/*
 * One thing at a time, each read whole: early, why and who decided; then what was given; then, where it has to be
 * checked, who did.
 */
import { type ReactNode, useState } from 'react';
import { fieldLimits, type OperatorAction } from '../../../electron/contract/words.ts';
import { Button } from '../../parts/button.tsx';
import { useText } from '../../text/text.ts';
import { useAct } from '../acting.ts';
import { pressSettleMs, useSettled } from '../use-settled.ts';
import { ClinicianField } from './clinician-field.tsx';
import type { DialogueProps } from './dialogue.tsx';
import { DrugCheck } from './drug-check.tsx';
import { DrugFields } from './drug-fields.tsx';
import {
  answersAtStart,
  drugOf,
  earlyReason,
  plannedFor,
  startingAddition,
  startWith,
  startWithout,
} from './drug-form.ts';
import { noAnswers, type StartKind } from './form.ts';
import { DialogueFrame } from './frame.tsx';
import { nobodyYet, Typed } from './inputs.tsx';

type Page = 'why' | 'drug' | 'check';

export function StartDialogue({ kind, run, onClose }: DialogueProps & { readonly kind: StartKind }) {
  const words = useText();
  const text = words.actions.dialogue;
  const act = useAct();
  const isEarly = kind === 'start-early';
  const [page, setPage] = useState<Page>(isEarly ? 'why' : 'drug');
  const settled = useSettled(`${kind} ${page}`, pressSettleMs);
  const [answers, setAnswers] = useState(noAnswers);
  const [typed, setTyped] = useState(() => answersAtStart(run));
  const [names, setNames] = useState(nobodyYet);
  const early = isEarly ? earlyReason(answers) : null;
  const drug = drugOf(typed);
  const withDrug = startWith(typed, early, run.drugNeedsTwo, names);
  const addition = startingAddition(run);
  const confirm = async (action: OperatorAction | null) => {
    if (action === null || !settled) return;
    if ((await act(action)) === 'taken') onClose();
  };
  const next = (to: Page, ready: boolean, title: string, caption = '') => (
    <Button
      look="primary"
      title={title}
      caption={ready ? '' : caption}
      aria-disabled={!ready || !settled}
      onClick={() => ready && settled && setPage(to)}
      data-action="next"
    />
  );
  const back = (to: Page) => <Button title={text.back} onClick={() => setPage(to)} data-action="back" />;
  const start = (
    <Button
      look="primary"
      title={text.drugAdded}
      aria-disabled={withDrug === null || !settled}
      caption={withDrug === null ? (drug === null ? words.records.drug.noneNamed : text.needsCheck) : ''}
      onClick={() => void confirm(withDrug)}
      data-action="confirm-with-drug"
    />
  );
  const buttons: Readonly<Record<Page, ReactNode>> = {
    why: next('drug', early !== null, text.next),
    drug: (
      <>
        {isEarly && back('why')}
        <Button
          title={text.drugNotAdded}
          aria-disabled={!settled}
          onClick={() => void confirm(startWithout(early))}
          data-action="confirm-without-drug"
        />
        {run.drugNeedsTwo
          ? next('check', drug !== null, text.nextCheck, words.records.drug.noneNamed)
          : start}
      </>
    ),
    check: (
      <>
        {back('drug')}
        {start}
      </>
    ),
  };
  return (
    <DialogueFrame title={text.start[kind]} onClose={onClose} buttons={buttons[page]}>
      {page === 'why' && (
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
      {page === 'drug' && (
        <DrugFields
          run={run}
          answers={typed}
          onChange={setTyped}
          planned={addition === null ? null : plannedFor(run, addition)}
        />
      )}
      {page === 'check' && drug !== null && (
        <DrugCheck run={run} drug={drug} names={names} onChange={setNames} />
      )}
    </DialogueFrame>
  );
}
