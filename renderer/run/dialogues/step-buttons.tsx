import type { ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';

interface StepButtonsProps {
  /** Each as large as a glove needs it. */
  readonly steps: readonly number[];
  readonly name: (step: number) => string;
  readonly value: number;
  /** The nearest that may be chosen. */
  readonly within: (value: number) => number;
  readonly onChange: (value: number) => void;
  /** What else may be chosen by one touch. */
  readonly children?: ReactNode;
}

/** A number that is changed by touch, step by step, within its bounds. */
export function StepButtons({ steps, name, value, within, onChange, children }: StepButtonsProps) {
  return (
    <div className="flow-steps">
      {steps.map((step) => (
        <Button
          key={step}
          data-step={step}
          title={name(step)}
          aria-disabled={within(value + step) === value}
          onClick={() => onChange(within(value + step))}
        />
      ))}
      {children}
    </div>
  );
}
