import { useState } from 'react';
import { extensionMinutes } from '../../../electron/contract/words.ts';
import { isName } from '../../parts/name-field.tsx';
import { useText } from '../../text/text.ts';
import { ClinicianField } from './clinician-field.tsx';
import { ConfirmFrame } from './confirm-frame.tsx';
import type { DialogueProps } from './dialogue.tsx';
import { StepButtons } from './step-buttons.tsx';

/** Steps of the buttons, min. */
const steps = [-5, -1, 1, 5] as const;
/** "Two more minutes." */
const usual = 2;

/** So many minutes more, by a named clinician; once the plan is complete they count from now. */
export function ExtendDialogue({ run, onClose }: DialogueProps) {
  const text = useText().actions.planChange.extend;
  const [minutes, setMinutes] = useState(usual);
  const [clinician, setClinician] = useState('');
  const [lowest, highest] = extensionMinutes;
  const within = (value: number) => Math.min(highest, Math.max(lowest, value));
  return (
    <ConfirmFrame
      title={text.title}
      confirm={text.confirm(minutes)}
      action={
        run.plan.mayExtend && isName(clinician)
          ? { type: 'extend-by', minutes, clinician: clinician.trim() }
          : null
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
          <ClinicianField run={run} value={clinician} onChange={setClinician} />
        </div>
      </div>
      <p className="dialogue-note">{text.note}</p>
    </ConfirmFrame>
  );
}
