/*
 * Ten seconds: the morning after, a nurse comes to a machine whose last record ended with 1.2 L in somebody. She reads
 * in whom, how much and since when, and either drains it, or says what has become of it, signed in or in her name.
 */
import { useState } from 'react';
import type { ConsoleView, FluidAnswer, FluidMemoryView } from '../../electron/contract/view.ts';
import { fullName } from '../../electron/contract/words.ts';
import { withPeople } from '../access/asking.ts';
import { Button } from '../parts/button.tsx';
import { HeldButton } from '../parts/held-button.tsx';
import { drainHoldMs } from '../parts/hold.ts';
import { hotkeys } from '../parts/hotkey.ts';
import { useText } from '../text/text.ts';
import type { Rescuing } from './rescuing.ts';
import { standsOut } from './standing.ts';
import './fluid-card.css';

interface FluidCardProps {
  readonly view: ConsoleView;
  readonly memory: FluidMemoryView;
  readonly rescuing: Rescuing;
}

const answers = ['cavity-empty', 'another-patient'] as const satisfies readonly FluidAnswer[];

/** What the last record of this machine left in somebody, and what a person says of it. */
export function FluidCard({ view, memory, rescuing }: FluidCardProps) {
  const { fluid: text, machine, domain } = useText();
  const [asked, setAsked] = useState<'no' | 'asked' | 'refused'>('no');
  const say = async (answer: FluidAnswer) => {
    if (asked === 'asked') return;
    setAsked('asked');
    const reply = await withPeople(
      ({ glass }) => window.isotherm.invoke('fluid', { answer, glass }),
      (told) => (told.ok ? null : told.why),
    ).catch(() => ({ ok: false }));
    setAsked(reply.ok ? 'no' : 'refused');
  };
  const whose = memory.patientName === null ? '' : fullName(memory.patientName, domain.spoken);
  // Where the machine stands out its own bar has the drain.
  const drains = view.machine.offers.drain && !standsOut(view);
  return (
    <section className="fluid-card panel">
      <h2>{text.title(memory.volumeMl, whose, memory.endedWallMs)}</h2>
      <p role={asked === 'refused' ? 'alert' : undefined}>{asked === 'refused' ? text.notTaken : text.ask}</p>
      <div className="fluid-answers">
        {drains && (
          <HeldButton
            action="drain"
            hotkey={hotkeys['drain-now']}
            ms={drainHoldMs}
            enabled
            title={text.drain}
            caption={rescuing.asking === 'drain' ? machine.asking : machine.button.drain.caption}
            keepHolding={machine.keepHolding}
            onHeld={() => void rescuing.ask('drain')}
          />
        )}
        {answers.map((answer) => (
          <Button
            key={answer}
            data-action={answer}
            aria-disabled={asked === 'asked'}
            title={text.answer[answer].title}
            caption={text.answer[answer].caption}
            onClick={() => void say(answer)}
          />
        ))}
      </div>
    </section>
  );
}
