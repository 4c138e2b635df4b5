import type { RigView, RunView } from '../../electron/contract/view.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';
import { useAct } from './acting.ts';
import { useHold } from './hold.ts';
import './interventions.css';

/**
 * The four ways to intervene: always here, always in this order, from any phase, without a dialogue.
 * STOP RUN is taken on touch-down; DRAIN NOW after holding it for a second and a half.
 */
export function Interventions({ run, rig }: { readonly run: RunView; readonly rig: RigView }) {
  const text = useText().actions;
  const { interventions: names, interventionNotes: notes } = text;
  const act = useAct();
  const stop = () => void act({ type: 'stop-run' });
  const drain = useHold(() => void act({ type: 'drain-now' }), run.interventions['drain-now']);
  const available = run.interventions;
  const linkDown = rig.link !== 'up' && rig.link !== 'ageing';
  const fluid = run.volume.inCavityMl > 0;
  return (
    <div className="interventions">
      <Button
        data-action="heat-off"
        aria-disabled={!available['heat-off']}
        title={names['heat-off'].title}
        caption={run.heatHeld === null ? names['heat-off'].caption : notes.heatHeld}
        onClick={() => available['heat-off'] && void act({ type: 'heat-off' })}
      />
      <Button
        data-action="pause-flow"
        aria-disabled={!available['pause-flow']}
        title={names['pause-flow'].title}
        caption={run.flowHeld === null ? names['pause-flow'].caption : notes.flowHeld}
        onClick={() => available['pause-flow'] && void act({ type: 'pause-flow' })}
      />
      <Button
        look="inverse"
        className="stop-run"
        data-action="stop-run"
        title={names['stop-run'].title}
        caption={
          <>
            {run.stopped ? notes.stopped : names['stop-run'].caption}
            <small>{linkDown ? notes.linkDown : notes.notEmergencyStop}</small>
          </>
        }
        onPointerDown={(event) => {
          if (event.button === 0) stop();
        }}
        onKeyDown={(event) => {
          if (!event.repeat && (event.key === 'Enter' || event.key === ' ')) stop();
        }}
      />
      <Button
        className="drain-now"
        data-action="drain-now"
        data-holding={drain.holding}
        aria-disabled={!available['drain-now']}
        title={names['drain-now'].title}
        caption={
          available['drain-now']
            ? drain.holding
              ? notes.keepHolding
              : names['drain-now'].caption
            : fluid
              ? notes.notNow
              : notes.noFluid
        }
        {...drain.handlers}
      >
        <i className="hold-fill" />
      </Button>
    </div>
  );
}
