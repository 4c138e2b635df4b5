import { useState } from 'react';
import { inUnit, unitSymbol } from '../../../electron/contract/text.ts';
import type { AlarmLimitView } from '../../../electron/contract/view.ts';
import type { AlarmLimitName } from '../../../electron/contract/words.ts';
import { ChangedMark } from '../../parts/changed-mark.tsx';
import { useText } from '../../text/text.ts';
import { isChanged } from '../limits.ts';
import type { DialogueProps } from './dialogue.tsx';
import { DialogueFrame } from './frame.tsx';
import { LimitDialogue } from './limit-dialogue.tsx';
import './limits-dialogue.css';

/** Every limit with what it is now, what it was, what it may be and who may change it; one of them is chosen. */
export function LimitsDialogue({ run, onClose }: DialogueProps) {
  const { actions, run: words } = useText();
  const [chosen, setChosen] = useState<AlarmLimitName | null>(null);
  const { limits } = run.alarmSystem;
  const limit = limits.find(({ name }) => name === chosen);
  if (limit !== undefined)
    return (
      <LimitDialogue
        key={limit.name}
        limit={limit}
        run={run}
        onBack={() => setChosen(null)}
        onClose={onClose}
      />
    );
  return (
    <DialogueFrame title={actions.limits.title} cancel={words.panel.close} onClose={onClose} buttons={null}>
      <ul className="limit-rows">
        {limits.map((one) => (
          <li key={one.name}>
            <LimitButton limit={one} onChoose={() => setChosen(one.name)} />
          </li>
        ))}
      </ul>
    </DialogueFrame>
  );
}

function LimitButton({ limit, onChoose }: { readonly limit: AlarmLimitView; readonly onChoose: () => void }) {
  const { domain, actions } = useText();
  const { name, unit, value, initial, lowest, highest, changedBy } = limit;
  return (
    <button type="button" className="limit-row" data-limit={name} onClick={onChoose}>
      <span className="limit-name">{domain.alarmLimit[name]}</span>
      <span className="limit-value">
        {isChanged(limit) && <ChangedMark />}
        <b>{inUnit(value, unit)}</b>
        <small>{unitSymbol(unit)}</small>
      </span>
      <span className="limit-note">
        {isChanged(limit) && <b>{actions.limits.initially(initial, unit)}</b>}
        {actions.limits.bounds(lowest, highest, unit)}
        {' · '}
        {actions.limits.changedBy(changedBy)}
      </span>
    </button>
  );
}
