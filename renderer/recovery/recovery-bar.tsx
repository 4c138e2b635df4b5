import { useEffect, useState } from 'react';
import type { ConsoleView, RecoveryView } from '../../electron/contract/view.ts';
import { EndDrain, OffButton } from '../machine/machine-bar.tsx';
import type { Rescuing } from '../machine/rescuing.ts';
import { Button } from '../parts/button.tsx';
import { HeldButton } from '../parts/held-button.tsx';
import { drainHoldMs } from '../parts/hold.ts';
import { hotkeys } from '../parts/hotkey.ts';
import { pressSettleMs, useSettled } from '../run/use-settled.ts';
import { useText } from '../text/text.ts';
import type { Deciding } from './deciding.ts';
import './recovery-bar.css';

interface RecoveryBarProps {
  readonly view: ConsoleView;
  readonly recovery: RecoveryView;
  readonly rescuing: Rescuing;
  readonly deciding: Deciding;
  /** There is the tick. */
  readonly confirmed: boolean;
}

/** In the corner of the interventions what helps the patient; in the opposite one what goes on. */
export function RecoveryBar({ view, recovery, rescuing, deciding, confirmed }: RecoveryBarProps) {
  const { recovery: text, machine } = useText();
  const { offers, rescue, doing } = view.machine;
  const waits = deciding.asked !== null;
  const possible = recovery.takeUpRefusals.length === 0;
  const mayTake = possible && confirmed && !waits;
  const take = text.take;
  return (
    <footer className="action-bar recovery-bar">
      {(offers.off || doing !== 'stood-down') && <OffButton view={view} rescuing={rescuing} />}
      {rescue?.asked === 'drain' ? (
        <EndDrain view={view} rescuing={rescuing} />
      ) : (
        <HeldButton
          action="recover-drain"
          hotkey={hotkeys['drain-now']}
          ms={drainHoldMs}
          enabled={recovery.mayDrain && !waits}
          title={text.drain.title}
          caption={
            deciding.asked === 'drain'
              ? text.under
              : recovery.mayDrain
                ? text.drain.caption
                : text.drain.cannot
          }
          keepHolding={machine.keepHolding}
          onHeld={() => void deciding.decide('drain')}
        />
      )}
      <span className="recovery-space" />
      <EndButton deciding={deciding} />
      <Button
        look="primary"
        className="primary-action"
        data-action="take-up"
        aria-disabled={!mayTake}
        title={take.title}
        caption={
          deciding.asked === 'take-up'
            ? text.under
            : possible
              ? confirmed
                ? take.caption
                : take.needs
              : take.cannot
        }
        onClick={() => mayTake && void deciding.decide('take-up')}
      />
    </footer>
  );
}

/** The second touch has to come within this, ms (chosen): later, nobody remembers the first. */
const armedMs = 5_000;

/** Two touches, the second not before it can have been read what it does. */
function EndButton({ deciding }: { readonly deciding: Deciding }) {
  const { end, under } = useText().recovery;
  const [armed, setArmed] = useState(false);
  const settled = useSettled(String(armed), pressSettleMs);
  useEffect(() => {
    if (!armed) return;
    const disarming = setTimeout(() => setArmed(false), armedMs);
    return () => clearTimeout(disarming);
  }, [armed]);
  const press = () => {
    if (deciding.asked !== null || !settled) return;
    setArmed(!armed);
    if (armed) void deciding.decide('end');
  };
  const said = armed ? { title: end.again, caption: end.againCaption } : end;
  return (
    <Button
      className="recovery-end"
      look={armed ? 'inverse' : 'plain'}
      data-action="end-lost-run"
      data-armed={armed}
      aria-disabled={deciding.asked !== null || (armed && !settled)}
      title={said.title}
      caption={deciding.asked === 'end' ? under : said.caption}
      onClick={press}
    />
  );
}
