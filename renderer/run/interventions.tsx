import type { HoldStands, Intervention, RigView, RunView } from '../../electron/contract/view.ts';
import type { HoldReason } from '../../electron/contract/words.ts';
import { useCore } from '../core-watch/core.ts';
import { useMark } from '../core-watch/marks.tsx';
import { keepPress } from '../core-watch/pressed.ts';
import { HeldButton } from '../parts/held-button.tsx';
import { drainHoldMs } from '../parts/hold.ts';
import { hotkeys } from '../parts/hotkey.ts';
import { TouchButton } from '../parts/touch-button.tsx';
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

interface InterventionsProps {
  readonly run: RunView;
  readonly rig: RigView;
  /** Main is silent: what the view says of holds is old, and whatever may help can be pressed. */
  readonly covered?: boolean;
}

/**
 * The four ways to intervene: always here, always in this order, from any phase, without a dialogue.
 * Three are taken on touch-down, whether the finger slips or not; DRAIN NOW is held. Each has a key that works anywhere.
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
      <TouchButton
        action="heat-off"
        hotkey={hotkeys['heat-off']}
        enabled={available['heat-off']}
        title={names['heat-off'].title}
        caption={
          mark('heat-off') ?? said(notes.heat, run.heatHeld, run.holds.heat) ?? names['heat-off'].caption
        }
        onTake={() => press('heat-off')}
      />
      <TouchButton
        action="pause-flow"
        hotkey={hotkeys['pause-flow']}
        enabled={available['pause-flow']}
        title={names['pause-flow'].title}
        caption={
          mark('pause-flow') ?? said(notes.flow, run.flowHeld, run.holds.flow) ?? names['pause-flow'].caption
        }
        onTake={() => press('pause-flow')}
      />
      <TouchButton
        action="stop-run"
        hotkey={hotkeys['stop-run']}
        look="inverse"
        className="stop-run"
        title={names['stop-run'].title}
        caption={
          <>
            {mark('stop-run') ??
              (run.stopped && !covered ? notes.stop[stopStands(run.holds)] : names['stop-run'].caption)}
            <small>{linkDown ? notes.linkDown : notes.notEmergencyStop}</small>
          </>
        }
        onTake={() => press('stop-run')}
      />
      <HeldButton
        action="drain-now"
        hotkey={hotkeys['drain-now']}
        ms={drainHoldMs}
        enabled={available['drain-now']}
        title={names['drain-now'].title}
        caption={mark('drain-now') ?? drainCaption}
        keepHolding={mark('drain-now') ?? notes.keepHolding}
        onHeld={() => press('drain-now')}
      />
    </div>
  );
}
