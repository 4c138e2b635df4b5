import type { MouseEvent, PointerEvent } from 'react';
import type { HoldStands, Intervention, RigView, RunView } from '../../electron/contract/view.ts';
import type { HoldReason } from '../../electron/contract/words.ts';
import { useCore } from '../core-watch/core.ts';
import { useMark } from '../core-watch/marks.tsx';
import { keepPress } from '../core-watch/pressed.ts';
import { Button } from '../parts/button.tsx';
import { HeldButton } from '../parts/held-button.tsx';
import { useText } from '../text/text.ts';
import { useAct } from './acting.ts';
import './interventions.css';

/** Holds that somebody has pressed; of the others nothing was to be sent. */
const byPerson: readonly HoldReason[] = ['operator', 'stop-run'];

/** Stopped is what has both heater and pump off in force. */
const stopStands = ({ heat, flow }: RunView['holds']): HoldStands =>
  heat === 'in-force' && flow === 'in-force'
    ? 'in-force'
    : flow === 'not-sent' || heat === 'not-sent'
      ? 'not-sent'
      : 'held';

/** A glove slips: what takes heat or flow away counts when it is touched. A click without a pointer is a key. */
const onTouchDown = (take: () => void) => ({
  onPointerDown: (event: PointerEvent) => {
    if (event.button === 0) take();
  },
  onClick: (event: MouseEvent) => {
    if (event.detail === 0) take();
  },
});

interface InterventionsProps {
  readonly run: RunView;
  readonly rig: RigView;
  /** Main is silent: what the view says of holds is old, and whatever may help can be pressed. */
  readonly covered?: boolean;
}

/**
 * The four ways to intervene: always here, always in this order, from any phase, without a dialogue.
 * Three are taken on touch-down, whether the finger slips or not; DRAIN NOW after holding it for a second and a half.
 */
export function Interventions({ run, rig, covered = false }: InterventionsProps) {
  const text = useText().actions;
  const { interventions: names, interventionNotes: notes } = text;
  const act = useAct();
  const mark = useMark();
  /** What is held or stopped is known only while main is heard. */
  const said = (
    words: Readonly<Record<HoldStands, string>>,
    held: HoldReason | null,
    stands: HoldStands | null,
  ): string | null => {
    if (covered || held === null || stands === null) return null;
    return stands === 'not-sent' && !byPerson.includes(held) ? notes.cannotSend : words[stands];
  };
  const press = (type: Intervention) => void keepPress(type, act({ type }), () => useCore.getState().ticks);
  const stop = () => press('stop-run');
  const available = covered
    ? { ...run.interventions, 'heat-off': true, 'pause-flow': true }
    : run.interventions;
  const linkDown = rig.link !== 'up' && rig.link !== 'ageing';
  const fluid = run.volume.inCavityMl > 0;
  const drainCaption = available['drain-now']
    ? names['drain-now'].caption
    : fluid
      ? notes.notNow
      : notes.noFluid;
  return (
    <div className="interventions">
      <Button
        data-action="heat-off"
        aria-disabled={!available['heat-off']}
        title={names['heat-off'].title}
        caption={
          mark('heat-off') ?? said(notes.heat, run.heatHeld, run.holds.heat) ?? names['heat-off'].caption
        }
        {...onTouchDown(() => available['heat-off'] && press('heat-off'))}
      />
      <Button
        data-action="pause-flow"
        aria-disabled={!available['pause-flow']}
        title={names['pause-flow'].title}
        caption={
          mark('pause-flow') ?? said(notes.flow, run.flowHeld, run.holds.flow) ?? names['pause-flow'].caption
        }
        {...onTouchDown(() => available['pause-flow'] && press('pause-flow'))}
      />
      <Button
        look="inverse"
        className="stop-run"
        data-action="stop-run"
        title={names['stop-run'].title}
        caption={
          <>
            {mark('stop-run') ??
              (run.stopped && !covered ? notes.stop[stopStands(run.holds)] : names['stop-run'].caption)}
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
      <HeldButton
        action="drain-now"
        enabled={available['drain-now']}
        title={names['drain-now'].title}
        caption={mark('drain-now') ?? drainCaption}
        keepHolding={mark('drain-now') ?? notes.keepHolding}
        onHeld={() => press('drain-now')}
      />
    </div>
  );
}
