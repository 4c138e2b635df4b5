import type { ReactNode } from 'react';
import type { ConsoleView } from '../../electron/contract/view.ts';
import { interlocksIn } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { HeldButton } from '../parts/held-button.tsx';
import { drainHoldMs } from '../parts/hold.ts';
import { hotkeys } from '../parts/hotkey.ts';
import { TouchButton } from '../parts/touch-button.tsx';
import { pressSettleMs, useSettled } from '../run/use-settled.ts';
import { number } from '../text/format.ts';
import { useText } from '../text/text.ts';
import type { Rescuing } from './rescuing.ts';
import { isHeard } from './standing.ts';
import './machine-bar.css';

interface MachineBarProps {
  readonly view: ConsoleView;
  readonly rescuing: Rescuing;
}

/**
 * What a person may ask of the machine outside a run: in the corner of the interventions, always in this order.
 * Off is taken on touch-down and by the key of STOP RUN; a drain is held, and so is its key, as DRAIN NOW is.
 */
export function MachineBar({ view, rescuing }: MachineBarProps) {
  const { machine } = view;
  return (
    <div className="machine-bar">
      <OffButton view={view} rescuing={rescuing} />
      {machine.rescue?.asked === 'drain' ? (
        <EndDrain view={view} rescuing={rescuing} />
      ) : (
        <DrainButton view={view} rescuing={rescuing} />
      )}
      <CirculateButton view={view} rescuing={rescuing} />
      {machine.interlockBits !== 0 && <ClearButton view={view} rescuing={rescuing} />}
    </div>
  );
}

/** It can always be pressed: where nothing carries it, that is said. */
export function OffButton({ view, rescuing }: MachineBarProps) {
  const text = useText().machine;
  const { rescue } = view.machine;
  const unsent = rescue?.asked === 'off' && !rescue.written;
  const stands = isHeard(view) ? text.button.off.caption : text.why.cannotBeSent;
  return (
    <TouchButton
      look="inverse"
      className="machine-off"
      action="off"
      hotkey={hotkeys['stop-run']}
      title={text.button.off.title}
      caption={rescuing.asking === 'off' ? text.asking : unsent ? <b>{text.why.notSent}</b> : stands}
      onTake={() => void rescuing.ask('off')}
    />
  );
}

function DrainButton({ view, rescuing }: MachineBarProps) {
  const text = useText().machine;
  const offered = view.machine.offers.drain;
  return (
    <HeldButton
      action="drain"
      hotkey={hotkeys['drain-now']}
      ms={drainHoldMs}
      enabled={offered}
      title={text.button.drain.title}
      caption={
        rescuing.asking === 'drain' ? text.asking : offered ? text.button.drain.caption : whyNot(view, text)
      }
      keepHolding={text.keepHolding}
      onHeld={() => void rescuing.ask('drain')}
    />
  );
}

/** What was held to begin is ended by a touch, but not by the one that held it. */
export function EndDrain({ view, rescuing }: MachineBarProps) {
  const text = useText().machine;
  // The finger that held the drain is still on its way up from this spot.
  const settled = useSettled('end-drain', pressSettleMs);
  const offered = view.machine.offers['end-drain'] && settled;
  return (
    <Asked
      action="end-drain"
      offered={offered}
      title={text.button['end-drain'].title}
      caption={text.why.inRecord(Math.round(view.machine.rescue?.drainedMl ?? 0))}
      onAsk={() => void rescuing.ask('end-drain')}
    />
  );
}

function CirculateButton({ view, rescuing }: MachineBarProps) {
  const words = useText();
  const text = words.machine;
  const { hold } = words.actions;
  const offered = view.machine.offers['circulate-unheated'];
  const settled = useSettled(String(offered), pressSettleMs);
  const flow = view.machine.inForce?.flowMlPerMin.value ?? null;
  const caption =
    flow === null ? text.button['circulate-unheated'].caption : `${number(flow)} ${text.mlPerMin}`;
  return (
    <HeldButton
      action="circulate-unheated"
      enabled={offered && settled}
      title={text.button['circulate-unheated'].title}
      caption={
        offered
          ? hold(caption)
          : isHeard(view) && view.machine.doing !== 'circulating'
            ? text.why.onlyWhatCirculates
            : whyNot(view, text)
      }
      keepHolding={text.keepHolding}
      onHeld={() => void rescuing.ask('circulate-unheated')}
    />
  );
}

/** Only those that were seen, and as they were seen. */
function ClearButton({ view, rescuing }: MachineBarProps) {
  const words = useText();
  const text = words.machine;
  const { interlockBits: bits, offers } = view.machine;
  const names = interlocksIn(bits).map((one) => words.domain.interlock[one]);
  return (
    <Asked
      action="clear-interlocks"
      offered={offers['clear-interlocks']}
      title={text.button['clear-interlocks'].title}
      caption={<span className="machine-interlocks">{text.interlockNames(names)}</span>}
      onAsk={() => void rescuing.ask('clear-interlocks', bits)}
    />
  );
}

interface AskedProps {
  readonly action: string;
  readonly offered: boolean;
  readonly title: string;
  readonly caption: ReactNode;
  readonly onAsk: () => void;
}

function Asked({ action, offered, title, caption, onAsk }: AskedProps) {
  return (
    <Button
      data-action={action}
      aria-disabled={!offered}
      title={title}
      caption={caption}
      onClick={() => offered && onAsk()}
    />
  );
}

const whyNot = (view: ConsoleView, { why }: ReturnType<typeof useText>['machine']): string =>
  isHeard(view) ? why.notNow : why.notHeard;
