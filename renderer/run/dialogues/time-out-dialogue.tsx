/*
 * Everybody stops and listens: one reads this aloud at a metre from the screen, two stand for it with their names.
 * Banner and interventions stay free.
 */
import { useState } from 'react';
import { Scrolled } from '../../parts/scrolled.tsx';
import { useText } from '../../text/text.ts';
import { ConfirmFrame } from './confirm-frame.tsx';
import type { DialogueProps } from './dialogue.tsx';
import { checkers } from './form.ts';
import { nobodyYet, TwoPeople } from './inputs.tsx';
import { team } from './people.ts';
import { PlanChanges } from './plan-changes.tsx';
import { timeOutFacts } from './time-out-facts.ts';
import './time-out-dialogue.css';

export function TimeOutDialogue({ run, onClose }: DialogueProps) {
  const words = useText();
  const text = words.records.timeOut;
  const [names, setNames] = useState(nobodyYet);
  const two = checkers(names);
  return (
    <ConfirmFrame
      title={text.title}
      confirm={text.confirm}
      caption={two === null ? text.needsNames : ''}
      action={two === null ? null : { type: 'time-out', names: two }}
      wide
      onClose={onClose}
    >
      <Scrolled className="time-out-read">
        {run.timeOut !== null && <p className="dialogue-note">{text.readBy(run.timeOut)}</p>}
        <dl className="time-out-facts">
          {timeOutFacts(run, words).map(({ key, name, lines }) => (
            <div key={key} data-fact={key}>
              <dt>{name}</dt>
              {lines.map((line) => (
                <dd key={line}>{line}</dd>
              ))}
              {key === 'plan' && <PlanChanges preset={run.preset} />}
            </div>
          ))}
        </dl>
      </Scrolled>
      <TwoPeople legend={text.names} names={names} team={team(run)} onChange={setNames} />
    </ConfirmFrame>
  );
}
