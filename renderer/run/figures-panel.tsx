import type { RigView, RunView } from '../../electron/contract/view.ts';
import { PortChoice } from '../machine/port-choice.tsx';
import { useText } from '../text/text.ts';
import { AdditionRows } from './addition-rows.tsx';
import type { DialogueKind } from './dialogues/form.ts';
import { LimitRows } from './limit-rows.tsx';
import { isChanged } from './limits.ts';
import { PrecisionRows } from './precision-rows.tsx';
import { VolumeRows } from './volume-rows.tsx';
import './figures-panel.css';

interface FiguresPanelProps {
  readonly run: RunView;
  readonly rig: RigView;
  readonly onAsk: (kind: DialogueKind) => void;
}

/** How the promises stand so far, what went in and came out, what is planned, and which alarm limits were changed. */
export function FiguresPanel({ run, rig, onAsk }: FiguresPanelProps) {
  const { run: words } = useText();
  const text = words.figures;
  const changed = run.alarmSystem.limits.filter(isChanged);
  return (
    <div className="list figures-panel">
      <LinkProblem rig={rig} />
      <section>
        <div className="figures-head">
          <h2>{text.precision}</h2>
          <button
            type="button"
            className="segment"
            data-action="alarm-limits"
            onClick={() => onAsk('alarm-limits')}
          >
            {text.limits(changed.length)}
          </button>
        </div>
        <PrecisionRows run={run} rig={rig} />
      </section>
      {changed.length > 0 && (
        <section>
          <h2>{text.limitsHeading}</h2>
          <LimitRows limits={changed} />
        </section>
      )}
      <section>
        <h2>{text.volumes}</h2>
        <VolumeRows run={run} />
      </section>
      {run.additions.length > 0 && (
        <section>
          <h2>{text.additions}</h2>
          <AdditionRows additions={run.additions} />
        </section>
      )}
    </div>
  );
}

/** The rig is not heard: why, and where else it may be plugged in. */
function LinkProblem({ rig }: { readonly rig: RigView }) {
  const { domain } = useText();
  if (rig.link !== 'lost' || rig.problem === null) return null;
  return (
    <section>
      <p role="alert">{domain.problem(rig.problem)}</p>
      <PortChoice rig={rig} />
    </section>
  );
}
