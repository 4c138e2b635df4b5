import { useState } from 'react';
import type { RunView } from '../../electron/contract/view.ts';
import { alarmAgainst, neverSettles, type OperatorAction, setsGoing } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { HeldButton } from '../parts/held-button.tsx';
import { useText } from '../text/text.ts';
import { useAct } from './acting.ts';
import type { DialogueKind } from './dialogues/form.ts';
import { nextAddition } from './next-addition.ts';
import { nextPhase } from './phase-steps.ts';
import { pressSettleMs, useSettled } from './use-settled.ts';

interface PrimaryProps {
  readonly run: RunView;
  readonly onAsk: (kind: DialogueKind) => void;
}

/** The one thing to do next: says what will happen, or why it cannot yet and when it can. What starts something is held. */
export function PrimaryActionButton({ run, onAsk }: PrimaryProps) {
  const words = useText();
  const text = words.actions;
  const act = useAct();
  const [asked, setAsked] = useState(false);
  const { primary } = run;
  // Four taps on one spot have undone a STOP and released heat: what has just changed takes no press.
  const asks = primary === null || primary.blocked === 'addition-open';
  const settled = useSettled(asks ? 'asks' : doing(primary), pressSettleMs);
  // The end asks for each that nobody has spoken of.
  const addition = asks ? nextAddition(run.additions) : null;
  if (addition !== null && (run.phase === 'treatment' || run.phase === 'dwell'))
    return <AdditionButton run={run} index={addition} onAsk={onAsk} />;
  if (primary === null) {
    const ahead = text.ahead(run);
    return (
      <div className="primary-action primary-ahead">
        <p className="button-title">{ahead?.title}</p>
        <p className="button-caption">{ahead?.caption}</p>
      </div>
    );
  }
  if (primary.blocked === 'needs-time-out') return <TimeOutButton onAsk={onAsk} />;
  const next = nextPhase(run.steps);
  const sets = setsGoing(primary.action, next);
  const against = alarmAgainst(sets ?? [], run.alarms);
  const { title, caption } = text.primary[primary.action](run, next, primary.bits);
  const why =
    primary.blocked !== null
      ? text.blocked(run, primary.blocked, primary.value)
      : against && text.acknowledgeFirst(words.domain.alarm[against.code].name);
  const enabled = why === null && !asked && (settled || neverSettles.includes(primary.action));
  const press = async () => {
    if (!enabled) return;
    if (primary.action === 'start-treatment' || primary.action === 'confirm-fresh-fluid')
      return onAsk(primary.action);
    setAsked(true);
    await act(actionOf(primary));
    setAsked(false);
  };
  // Another action is another button: what is held or pressed of the one before goes with it.
  const key = doing(primary);
  const looks = { look: 'primary', className: 'primary-action', title } as const;
  // A rinse is held in the dialogue that asks who has looked.
  return sets === null || primary.action === 'confirm-fresh-fluid' ? (
    <Button
      {...looks}
      key={key}
      data-action={primary.action}
      aria-disabled={!enabled}
      caption={why ?? caption}
      onClick={() => void press()}
    />
  ) : (
    <HeldButton
      {...looks}
      key={key}
      action={primary.action}
      enabled={enabled}
      caption={why ?? text.hold(caption)}
      keepHolding={text.interventionNotes.keepHolding}
      onHeld={() => void press()}
    />
  );
}

/** What comes next is heat: the time-out is read before. */
function TimeOutButton({ onAsk }: Pick<PrimaryProps, 'onAsk'>) {
  const text = useText().records.timeOut;
  return (
    <Button
      look="primary"
      className="primary-action"
      data-action="time-out"
      title={text.open}
      caption={text.ask}
      onClick={() => onAsk('time-out')}
    />
  );
}

/** A planned addition is what comes next for a person in treatment; it stands out once it is due. */
function AdditionButton({ run, index, onAsk }: PrimaryProps & { readonly index: number }) {
  const text = useText().run.additions;
  const addition = run.additions[index];
  if (addition === undefined) return null;
  return (
    <Button
      look={addition.state === 'ahead' ? 'plain' : 'primary'}
      className="primary-action"
      data-action="record-addition"
      data-state={addition.state}
      title={text.record(index, run.additions.length)}
      caption={text.recordCaption(addition)}
      onClick={() => onAsk('record-drug')}
    />
  );
}

/** What a press would do, not how long until it may. */
const doing = (primary: RunView['primary']): string =>
  primary === null ? '' : [primary.action, primary.from, primary.bits, primary.carries].join(' ');

type Primary = NonNullable<RunView['primary']>;

function actionOf({ action, from, bits }: Primary): OperatorAction {
  switch (action) {
    case 'advance':
      return { type: action, from };
    case 'clear-interlocks':
      return { type: action, bits };
    case 'end-treatment':
      return { type: action, early: null };
    case 'start-treatment':
      return { type: action, drug: null, early: null, checkedBy: null };
    case 'confirm-fresh-fluid':
      return { type: action, seenBy: '' };
    default:
      return { type: action };
  }
}
