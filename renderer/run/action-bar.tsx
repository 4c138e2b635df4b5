import type { OfferedAction, RigView, RunView } from '../../electron/contract/view.ts';
import type { Phase } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';
import { useAct } from './acting.ts';
import type { DialogueKind } from './dialogues/form.ts';
import { Interventions } from './interventions.tsx';
import { PrimaryActionButton } from './primary-action.tsx';
import './action-bar.css';

interface ActionBarProps {
  readonly run: RunView;
  readonly rig: RigView;
  readonly onAsk: (kind: DialogueKind) => void;
}

/** Interventions left, what to do next right, what else is possible between. */
export function ActionBar({ run, rig, onAsk }: ActionBarProps) {
  const { actions: text, records } = useText();
  const act = useAct();
  const press = ({ action }: OfferedAction) => {
    if (action === 'confirm-return') void act({ type: action });
    else onAsk(action === 'start-treatment' ? 'start-early' : action);
  };
  return (
    <footer className="action-bar">
      <Interventions run={run} rig={rig} />
      <div className="offered">
        {asksForCarrier(run) && (
          <Button
            data-action="ask-carrier"
            title={records.carrier.open}
            caption={records.carrier.ask}
            onClick={() => onAsk('record-carrier')}
          />
        )}
        {run.offered.map((one) => (
          <Button
            key={one.action}
            data-action={one.action}
            title={text.offered[one.action]}
            onClick={() => press(one)}
          />
        ))}
      </div>
      <PrimaryActionButton run={run} onAsk={onAsk} />
    </footer>
  );
}

/** What is pumped is in the lines, and not in the patient yet: nobody has said what it is. */
const beforeFill: readonly Phase[] = ['prime', 'machine-test', 'preheat'];
const asksForCarrier = ({ carrier, phase }: RunView): boolean =>
  carrier === null && beforeFill.includes(phase);
