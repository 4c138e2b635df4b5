import { useState } from 'react';
import { inUnit, unitSymbol } from '../../../electron/contract/text.ts';
import type { AlarmLimitView, RunView } from '../../../electron/contract/view.ts';
import { Button } from '../../parts/button.tsx';
import { useText } from '../../text/text.ts';
import { problemOf, typedLimit } from '../limits.ts';
import { ConfirmFrame } from './confirm-frame.tsx';
import { DialogueFrame } from './frame.tsx';
import { LimitEntry } from './limit-entry.tsx';

interface LimitDialogueProps {
  readonly limit: AlarmLimitView;
  readonly run: RunView;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** Another value for one limit; then, looked at once more, old and new side by side. Whose it is to change, main says. */
export function LimitDialogue({ limit, run, onBack, onClose }: LimitDialogueProps) {
  const { actions, domain } = useText();
  const text = actions.limits;
  const { name, unit, changedBy } = limit;
  // What it was when the dialogue opened: the second look is on the change that was meant.
  const [old] = useState(limit.value);
  const [typed, setTyped] = useState(inUnit(old, unit));
  const [looking, setLooking] = useState(false);
  const value = typedLimit(typed, limit);
  const problem = value === null ? null : problemOf(value, limit, run.alarmSystem.limits);
  const right = value !== null && problem === null && value !== old;
  if (looking && right)
    return (
      <ConfirmFrame
        title={text.lookAgain}
        confirm={text.change}
        action={{ type: 'change-alarm-limit', limit: name, value }}
        onClose={onClose}
        onDone={onBack}
        back={<Button title={text.back} onClick={() => setLooking(false)} data-action="back" />}
      >
        <div className="limit-look">
          <p className="limit-name">{domain.alarmLimit[name]}</p>
          <p className="flow-change">
            <span>{inUnit(old, unit)}</span>
            <i aria-hidden="true">→</i>
            <b data-changed="true">{inUnit(value, unit)}</b>
            <small>{unitSymbol(unit)}</small>
          </p>
          <p className="dialogue-note">{text.atOnce}</p>
        </div>
      </ConfirmFrame>
    );
  return (
    <DialogueFrame
      title={text.titleOf(domain.alarmLimit[name], old, unit)}
      onClose={onClose}
      buttons={
        <>
          <Button title={text.back} onClick={onBack} data-action="back" />
          <Button
            look="primary"
            title={text.look}
            aria-disabled={!right}
            onClick={() => right && setLooking(true)}
            data-action="look"
          />
        </>
      }
    >
      <LimitEntry limit={limit} typed={typed} value={value} problem={problem} onType={setTyped} />
      <p className="dialogue-note">{text.who(changedBy)}</p>
    </DialogueFrame>
  );
}
