import { useState } from 'react';
import { unitSymbol } from '../../../electron/contract/text.ts';
import {
  type EnteredReadingKind,
  enteredReadingKinds,
  readingRules,
} from '../../../electron/contract/words.ts';
import { Button } from '../../parts/button.tsx';
import { useText } from '../../text/text.ts';
import { readingRule, typedReading } from '../../text/typed-reading.ts';
import { ConfirmFrame } from './confirm-frame.tsx';
import type { DialogueProps } from './dialogue.tsx';
import { Typed, useFocus } from './inputs.tsx';

/** What is measured then is the drain. */
const isDraining = ({ phase }: DialogueProps['run']): boolean =>
  phase === 'drain' || phase === 'rinse-drain' || phase === 'disconnect';

/** A value read off another device; what it is comes first, because the bounds go with it. */
export function ReadingDialogue({ run, onClose }: DialogueProps) {
  const words = useText();
  const text = words.actions.reading;
  const focus = useFocus();
  const [kind, setKind] = useState<EnteredReadingKind>(
    isDraining(run) ? 'drained-volume' : 'core-temperature',
  );
  const [typed, setTyped] = useState('');
  const { unit } = readingRules[kind];
  const { value, problem } = typedReading(kind, typed, words);
  const [saidRight, setSaidRight] = useState<number | null>(null);
  // What would take the heat at once is asked about once: a slip of a key must not.
  const takesHeat =
    kind === 'core-temperature' &&
    value !== null &&
    run.coreHoldCelsius !== null &&
    value >= run.coreHoldCelsius;
  const asks = takesHeat && saidRight !== value;
  return (
    <ConfirmFrame
      title={text.title}
      confirm={words.actions.dialogue.confirm['record-note']}
      action={value === null || asks ? null : { type: 'record-reading', kind, value }}
      onClose={onClose}
    >
      <div className="dialogue-chips reading-kinds">
        {enteredReadingKinds.map((one) => (
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
          numeric={{ rule: readingRule(kind), unit: unitSymbol(unit) }}
          problem={problem}
          focus={focus}
        />
        {asks && (
          <Button
            data-action="is-right"
            title={text.isRight(value)}
            caption={text.takesHeat}
            onClick={() => setSaidRight(value)}
          />
        )}
      </div>
      {kind === 'drained-volume' && (
        <p className="dialogue-note">{text.drained(Math.round(run.balance.drainedMl))}</p>
      )}
    </ConfirmFrame>
  );
}
