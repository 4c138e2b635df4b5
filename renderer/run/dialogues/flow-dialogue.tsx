import { useState } from 'react';
import type { RunView } from '../../../electron/contract/view.ts';
import { Button } from '../../parts/button.tsx';
import { number } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { toShow } from '../heat-up.ts';
import { ConfirmFrame } from './confirm-frame.tsx';
import type { DialogueProps } from './dialogue.tsx';
import { StepButtons } from './step-buttons.tsx';

/** Steps of the buttons, mL/min; each as large as a glove needs it. */
const steps = [-500, -100, -50, 50, 100, 500] as const;

/** Another set flow: old and new side by side, within what preset bounds and rig allow. */
export function FlowDialogue({ run, onClose }: DialogueProps) {
  const text = useText().actions.flow;
  const { mlPerMin: old, lowestMlPerMin: lowest, highestMlPerMin: highest } = run.setFlow;
  const [flow, setFlow] = useState(old);
  const within = (value: number) => Math.min(highest, Math.max(lowest, value));
  const may = run.setFlow.mayChange && flow !== old;
  return (
    <ConfirmFrame
      title={text.title}
      confirm={text.confirm(flow)}
      caption={run.setFlow.mayChange ? '' : text.notNow}
      action={may ? { type: 'change-flow', mlPerMin: flow } : null}
      onClose={onClose}
    >
      <p className="flow-change" aria-live="polite">
        <span>{number(old)}</span>
        <i aria-hidden="true">→</i>
        <b data-changed={flow !== old}>{number(flow)}</b>
        <small>{text.unit}</small>
      </p>
      <StepButtons steps={steps} name={text.step} value={flow} within={within} onChange={setFlow} />
      <div className="dialogue-chips">
        {proposals(run).map(([name, mlPerMin]) => (
          <Button
            key={name}
            title={text.proposal[name](mlPerMin)}
            aria-pressed={flow === mlPerMin}
            onClick={() => setFlow(within(mlPerMin))}
          />
        ))}
      </div>
      <p className="dialogue-note">{text.range(lowest, highest)}</p>
    </ConfirmFrame>
  );
}

/** Flows with a reason: the planned one, the one in force, and the one that reaches the target. */
function proposals({ setFlow, estimate }: RunView): (readonly ['planned' | 'helpful', number])[] {
  const shown = toShow({ state: 'none' }, estimate);
  const helpful = shown.state === 'unreachable' ? shown.helpfulFlowMlPerMin : null;
  return [
    ['planned', setFlow.plannedMlPerMin] as const,
    ...(helpful === null || helpful > setFlow.highestMlPerMin ? [] : [['helpful', helpful] as const]),
  ];
}
