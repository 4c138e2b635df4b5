/*
 * Ten seconds: the morning after, a nurse comes to a machine whose last record ended with 1.2 L in somebody. She reads
 * in whom, how much and since when, and either drains it, or says in her name what has become of it.
 */
import { useState } from 'react';
import type { ConsoleView, FluidAnswer, FluidMemoryView } from '../../electron/contract/view.ts';
import { fullName } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { HeldButton } from '../parts/held-button.tsx';
import { drainHoldMs } from '../parts/hold.ts';
import { hotkeys } from '../parts/hotkey.ts';
import { isName, NameField } from '../parts/name-field.tsx';
import { useText } from '../text/text.ts';
import type { Rescuing } from './rescuing.ts';
import { standsOut } from './standing.ts';
import './fluid-card.css';

interface FluidCardProps {
  readonly view: ConsoleView;
  readonly memory: FluidMemoryView;
  readonly rescuing: Rescuing;
  /** Who is likely to say so. */
  readonly perfusionist: string;
}

const answers = ['cavity-empty', 'another-patient'] as const satisfies readonly FluidAnswer[];

/** What the last record of this machine left in somebody, and what a person says of it. */
export function FluidCard({ view, memory, rescuing, perfusionist }: FluidCardProps) {
  const { fluid: text, machine, domain } = useText();
  const [by, setBy] = useState('');
  const [asked, setAsked] = useState<'no' | 'asked' | 'refused'>('no');
  const named = isName(by);
  const say = async (answer: FluidAnswer) => {
    if (!named || asked === 'asked') return;
    setAsked('asked');
    const reply = await window.isotherm
      .invoke('fluid', { answer, by: by.trim() })
      .catch(() => ({ ok: false }));
    setAsked(reply.ok ? 'no' : 'refused');
  };
  const patient = memory.patientName === null ? '' : fullName(memory.patientName, domain.spoken);
  // Where the machine stands out its own bar has the drain.
  const drains = view.machine.offers.drain && !standsOut(view);
  return (
    <section className="fluid-card panel">
      <h2>{text.title(memory.volumeMl, patient, memory.endedWallMs)}</h2>
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
        <NameField label={text.by} value={by} onChange={setBy} offer={perfusionist} />
        {answers.map((answer) => (
          <Button
            key={answer}
            data-action={answer}
            aria-disabled={!named || asked === 'asked'}
            title={text.answer[answer].title}
            caption={named ? text.answer[answer].caption : text.needsName}
            onClick={() => void say(answer)}
          />
        ))}
      </div>
    </section>
  );
}
