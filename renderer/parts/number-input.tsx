import type { ComponentProps, Ref } from 'react';
import { number } from '../../electron/contract/text.ts';
import { type NumberRule, understood } from '../text/typed-number.ts';
import './number-input.css';

interface NumberInputProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'ref'> {
  readonly value: string;
  readonly rule: NumberRule;
  readonly unit: string;
  readonly onType: (typed: string) => void;
  readonly focus?: Ref<HTMLInputElement> | undefined;
}

/** The one field for numbers: what was typed with a separator stands beside it as understood, before it counts. */
export function NumberInput({ value, rule, unit, onType, focus, ...rest }: NumberInputProps) {
  const meant = understood(value, rule);
  return (
    <span className="number-input">
      <input
        {...rest}
        ref={focus}
        value={value}
        inputMode="decimal"
        autoComplete="off"
        onChange={(event) => onType(event.target.value)}
      />
      {meant !== null && (
        <output className="number-understood">
          {`= ${number(meant, decimalsOf(meant))} ${unit}`.trim()}
        </output>
      )}
    </span>
  );
}

const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;
