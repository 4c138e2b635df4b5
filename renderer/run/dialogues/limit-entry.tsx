import { useId } from 'react';
import { inUnit, unitSymbol } from '../../../electron/contract/text.ts';
import type { AlarmLimitView } from '../../../electron/contract/view.ts';
import type { LimitProblem } from '../../../electron/contract/words.ts';
import { Button } from '../../parts/button.tsx';
import { NumberInput } from '../../parts/number-input.tsx';
import { useText } from '../../text/text.ts';
import { asLimit, limitRule, limitSteps } from '../limits.ts';

interface LimitEntryProps {
  readonly limit: AlarmLimitView;
  readonly typed: string;
  /** What was typed, `null` where it is no number. */
  readonly value: number | null;
  readonly problem: LimitProblem | null;
  readonly onType: (typed: string) => void;
}

/** A limit typed or stepped; what it may be stands above it, and what is wrong in the same place. */
export function LimitEntry({ limit, typed, value, problem, onType }: LimitEntryProps) {
  const text = useText().actions.limits;
  const id = useId();
  const { unit, initial, lowest, highest } = limit;
  const wrong = value === null || problem !== null;
  const step = (by: number) =>
    Math.min(highest, Math.max(lowest, asLimit((value ?? limit.value) + by, limit)));
  return (
    <div className="limit-entry">
      <label htmlFor={id} className="limit-label" data-wrong={wrong}>
        {value === null || problem === null
          ? text.newLimit(lowest, highest, unit)
          : text.problem(problem, unit)}
      </label>
      <span className="limit-input">
        <NumberInput
          id={id}
          value={typed}
          rule={limitRule(limit)}
          unit={unitSymbol(unit)}
          aria-invalid={wrong}
          onType={onType}
        />
        <small>{unitSymbol(unit)}</small>
      </span>
      <div className="limit-steps">
        {limitSteps(limit).map((by) => (
          <Button
            key={by}
            data-step={by}
            title={text.step(by, unit)}
            aria-disabled={step(by) === value}
            onClick={() => onType(inUnit(step(by), unit))}
          />
        ))}
        <Button
          data-step="initial"
          title={inUnit(initial, unit)}
          caption={text.initial}
          aria-pressed={value === initial}
          onClick={() => onType(inUnit(initial, unit))}
        />
      </div>
    </div>
  );
}
