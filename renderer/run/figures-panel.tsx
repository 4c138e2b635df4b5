import type { RigView, RunView } from '../../electron/contract/view.ts';
import { useText } from '../text/text.ts';
import { AdditionRows } from './addition-rows.tsx';
import { PrecisionRows } from './precision-rows.tsx';
import { VolumeRows } from './volume-rows.tsx';
import './figures-panel.css';

/** How the promises stand so far, what went in and came out, and what is planned to be added. */
export function FiguresPanel({ run, rig }: { readonly run: RunView; readonly rig: RigView }) {
  const text = useText().run.figures;
  return (
    <div className="list figures-panel">
      <section>
        <h2>{text.precision}</h2>
        <PrecisionRows run={run} rig={rig} />
      </section>
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
