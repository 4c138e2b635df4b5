/*
 * Ten seconds: the console has just been started again, and on the table lies a patient full of three litres. The
 * perfusionist reads whose run it was, what is in the cavity and what the machine does now, and chooses one of three;
 * heater and pump off, and a drain, wait for no name.
 */
import { useState } from 'react';
import type { ConsoleView, RecoveryView } from '../../electron/contract/view.ts';
import { AtRestList } from '../machine/at-rest-list.tsx';
import { MachineWords } from '../machine/machine-words.tsx';
import { useRescuing } from '../machine/rescuing.ts';
import { RestAlarms } from '../machine/rest-alarms.tsx';
import { useDeciding } from '../recovery/deciding.ts';
import { Decision } from '../recovery/decision.tsx';
import { LostRun, LostValues } from '../recovery/lost-run.tsx';
import { RecoveryBar } from '../recovery/recovery-bar.tsx';
import { ActContext, useActing } from '../run/acting.ts';
import { useText } from '../text/text.ts';
import { ProductHeader } from './product-header.tsx';
import './recovery.css';

interface RecoveryScreenProps {
  readonly view: ConsoleView;
  readonly recovery: RecoveryView;
}

export function RecoveryScreen({ view, recovery }: RecoveryScreenProps) {
  const { recovery: text } = useText();
  const [confirmed, setConfirmed] = useState(false);
  const [listed, setListed] = useState(false);
  const rescuing = useRescuing();
  const deciding = useDeciding();
  const { act, notice } = useActing();
  return (
    <ActContext value={act}>
      <main className="recovery-screen">
        <ProductHeader view={view} />
        <RestAlarms view={view} onMore={() => setListed(!listed)} />
        <section className="recovery-title panel">
          <h1>{text.title(recovery.lostSecondsAgo)}</h1>
          <p>{text.nothingYet}</p>
        </section>
        <MachineWords view={view} notice={deciding.notice ?? rescuing.notice ?? notice} />
        {listed ? (
          <AtRestList view={view} />
        ) : (
          <div className="recovery-middle">
            <LostRun recovery={recovery} />
            <LostValues recovery={recovery} />
          </div>
        )}
        <Decision recovery={recovery} confirmed={confirmed} onConfirm={setConfirmed} />
        <RecoveryBar
          view={view}
          recovery={recovery}
          rescuing={rescuing}
          deciding={deciding}
          confirmed={confirmed}
        />
      </main>
    </ActContext>
  );
}
