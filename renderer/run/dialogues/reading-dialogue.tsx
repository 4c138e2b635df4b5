import { useState } from 'react';
import { type ReadingKind, readingKinds, readingRules } from '../../../electron/contract/words.ts';
import { Button } from '../../parts/button.tsx';
import { useText } from '../../text/text.ts';
import { ConfirmFrame } from './confirm-frame.tsx';
import type { DialogueProps } from './dialogue.tsx';
import { Typed, useFocus } from './inputs.tsx';

/** A value read off another device; what it is comes first, because the bounds go with it. */
export function ReadingDialogue({ run, onClose }: DialogueProps) {
  const words = useText();
  const text = words.actions.reading;
  const focus = useFocus();
  const [kind, setKind] = useState<ReadingKind>('core-temperature');
  const [typed, setTyped] = useState('');
  const { unit, bounds } = readingRules[kind];
  const [low, high] = bounds;
  const value = typed.trim() === '' ? null : Number(typed.trim().replace(',', '.'));
  const right = value !== null && value >= low && value <= high;
  return (
    <ConfirmFrame
      title={text.title}
      by={run.case.perfusionist}
      confirm={words.actions.dialogue.confirm['record-note']}
      action={right ? { type: 'record-reading', kind, value } : null}
      onClose={onClose}
    >
      <div className="dialogue-chips reading-kinds">
        {readingKinds.map((one) => (
          <Button
            key={one}
            data-kind={one}
            title={words.domain.readingKind[one]}
            caption={one === 'core-temperature' && run.coreByHand.due ? text.due : ''}
            aria-pressed={one === kind}
            onClick={() => setKind(one)}
          />
        ))}
      </div>
      <div className="dialogue-fields">
        <Typed
          label={text.value(words.domain.readingKind[kind], unit)}
          value={typed}
          onChange={setTyped}
          numeric
          problem={value !== null && !right ? text.outside(low, high, unit) : null}
          focus={focus}
        />
      </div>
    </ConfirmFrame>
  );
}
