import { useState } from 'react';
import { extensionMinutes, fieldLimits, textProblem } from '../../../electron/contract/words.ts';
import { useText } from '../../text/text.ts';
import { ConfirmFrame } from './confirm-frame.tsx';
import type { DialogueProps } from './dialogue.tsx';
import { Typed } from './inputs.tsx';
import { clinicians } from './people.ts';
import { StepButtons } from './step-buttons.tsx';

/** Steps of the buttons, min. */
const steps = [-5, -1, 1, 5] as const;
/** "Two more minutes." */
const usual = 2;

/** So many minutes more, by a named clinician; once the plan is complete they count from now. */
export function ExtendDialogue({ run, onClose }: DialogueProps) {
  const { dialogue, planChange } = useText().actions;
  const text = planChange.extend;
  const [minutes, setMinutes] = useState(usual);
  const [clinician, setClinician] = useState('');
  const [lowest, highest] = extensionMinutes;
  const within = (value: number) => Math.min(highest, Math.max(lowest, value));
  const isNamed = clinician.trim() !== '' && textProblem(clinician, fieldLimits.name) === null;
  return (
    <ConfirmFrame
      title={text.title}
      by={run.case.perfusionist}
      confirm={text.confirm(minutes)}
      action={
        run.plan.mayExtend && isNamed ? { type: 'extend-by', minutes, clinician: clinician.trim() } : null
      }
      onClose={onClose}
    >
      <div className="plan-change">
        <div>
          <p className="flow-change" aria-live="polite">
            <b data-changed>{text.minutes(minutes)}</b>
            <span>{text.left(run.clocks.leftSeconds + minutes * 60)}</span>
          </p>
          <StepButtons steps={steps} name={text.step} value={minutes} within={within} onChange={setMinutes} />
        </div>
        <div className="dialogue-fields">
          <Typed
            label={dialogue.clinician}
            value={clinician}
            onChange={setClinician}
            most={fieldLimits.name}
            offers={clinicians(run)}
          />
        </div>
      </div>
      <p className="dialogue-note">{text.note}</p>
    </ConfirmFrame>
  );
}
