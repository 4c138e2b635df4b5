/*
 * Ten seconds: nothing comes through the machine any more. Somebody has hung the bag low, reads 1 800 on it, types it
 * with one hand and touches once; it stands in the record, whether the machine is heard or not.
 */
import { useId, useState } from 'react';
import type { ConsoleView } from '../../electron/contract/view.ts';
import { Button } from '../parts/button.tsx';
import { NumberInput } from '../parts/number-input.tsx';
import { useAct } from '../run/acting.ts';
import { useText } from '../text/text.ts';
import { readingRule, typedReading } from '../text/typed-reading.ts';
import { isHeard, isLost } from './standing.ts';
import '../setup/field.css';
import './hand-drain.css';

const kind = 'drained-volume';

/** Does it take a person's hands to drain, as far as the console can tell? */
export const needsHands = (view: ConsoleView): boolean =>
  view.machine.drainUnfinished || isLost(view) || (view.recovery !== null && !isHeard(view));

/** What came by hand, into the record of what was done outside a run. */
export function HandDrain() {
  const words = useText();
  const text = words.machine.handDrain;
  const act = useAct();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [entered, setEntered] = useState<number | null>(null);
  const { value, problem } = typedReading(kind, typed, words);
  const wrong = problem !== null;
  const enter = async () => {
    if (value === null) return;
    if ((await act({ type: 'record-reading', kind, value })) !== 'taken') return;
    setEntered(value);
    setTyped('');
  };
  const said = entered === null ? text.label : text.entered(entered);
  return (
    <div className="hand-drain field" data-invalid={wrong}>
      <label htmlFor={id}>{problem ?? said}</label>
      <div>
        <NumberInput
          id={id}
          name="drained-by-hand"
          value={typed}
          rule={readingRule(kind)}
          unit={words.run.tiles.ml}
          aria-invalid={wrong}
          onType={setTyped}
          onKeyDown={(event) => event.key === 'Enter' && void enter()}
        />
        <Button
          data-action="enter-drained"
          aria-disabled={value === null}
          title={text.enter}
          onClick={() => void enter()}
        />
      </div>
    </div>
  );
}
