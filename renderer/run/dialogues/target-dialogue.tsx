import { useState } from 'react';
import { fieldLimits } from '../../../electron/contract/words.ts';
import { Button } from '../../parts/button.tsx';
import { isName } from '../../parts/name-field.tsx';
import { number } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { ClinicianField } from './clinician-field.tsx';
import { ConfirmFrame } from './confirm-frame.tsx';
import type { DialogueProps } from './dialogue.tsx';
import { isSaid } from './form.ts';
import { Typed } from './inputs.tsx';
import { StepButtons } from './step-buttons.tsx';

/** Steps of the buttons, °C. */
const steps = [-0.5, -0.1, 0.1, 0.5] as const;
const tenths = (celsius: number): number => Math.round(celsius * 10) / 10;

/** Another target: old and new side by side, within the hard bounds, by a named clinician. */
export function TargetDialogue({ run, onClose }: DialogueProps) {
  const { dialogue, planChange } = useText().actions;
  const text = planChange.target;
  const { plannedCelsius, lowestCelsius, highestCelsius, mayChange } = run.plan.target;
  const old = run.control.targetCelsius;
  const [celsius, setCelsius] = useState(old);
  const [reason, setReason] = useState('');
  const [clinician, setClinician] = useState('');
  const within = (value: number) => tenths(Math.min(highestCelsius, Math.max(lowestCelsius, value)));
  const named = isSaid(reason) && isName(clinician);
  const may = mayChange && celsius !== old && named;
  return (
    <ConfirmFrame
      title={text.title}
      confirm={text.confirm(celsius)}
      action={
        may ? { type: 'change-target', celsius, reason: reason.trim(), clinician: clinician.trim() } : null
      }
      onClose={onClose}
    >
      <div className="plan-change">
        <div>
          <p className="flow-change" aria-live="polite">
            <span>{number(old, 1)}</span>
            <i aria-hidden="true">→</i>
            <b data-changed={celsius !== old}>{number(celsius, 1)}</b>
            <small>°C</small>
          </p>
          <StepButtons steps={steps} name={text.step} value={celsius} within={within} onChange={setCelsius}>
            <Button
              title={text.planned(plannedCelsius)}
              aria-pressed={celsius === plannedCelsius}
              onClick={() => setCelsius(plannedCelsius)}
            />
          </StepButtons>
        </div>
        <div className="dialogue-fields">
          <Typed
            label={dialogue.reason}
            value={reason}
            onChange={setReason}
            most={fieldLimits.words}
            offers={text.reasons}
          />
          <ClinicianField run={run} value={clinician} onChange={setClinician} />
        </div>
      </div>
      <p className="dialogue-note">{text.range(lowestCelsius, highestCelsius)}</p>
    </ConfirmFrame>
  );
}
