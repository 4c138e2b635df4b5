import { useId, useState } from 'react';
import type { Replies, Requests } from '../../electron/contract/channels.ts';
import { refusedFields } from '../text/door-refusal.ts';
import { type Text, useText } from '../text/text.ts';
import './field.css';
import './wristband-field.css';

type Identifiers = Requests['wristband']['identifiers'];
type Words = Text['arrivals']['wristband'];
type Answer = Replies['wristband'] | 'asking' | 'no-number' | 'no-answer';

interface Compared {
  /** What was typed then; once it is another nothing was compared. */
  readonly with: string;
  readonly answer: Answer;
}

/** Takes what a scanner types and holds it against the numbers of the form. It fills nothing in. */
export function WristbandField({ identifiers }: { readonly identifiers: Identifiers }) {
  const text = useText().arrivals.wristband;
  const id = useId();
  const [scan, setScan] = useState('');
  const [compared, setCompared] = useState<Compared | null>(null);
  const typed = JSON.stringify(identifiers);
  const compare = async () => {
    const show = (answer: Answer) => setCompared({ with: typed, answer });
    setScan('');
    if (identifiers.every(({ value }) => value.trim() === '')) return show('no-number');
    show('asking');
    show(await asked(scan, identifiers));
  };
  const answer = compared?.with === typed ? compared.answer : null;
  const said = answer === null ? null : verdict(answer, text);
  return (
    <div className="wristband field">
      <label htmlFor={id}>{text.label}</label>
      <input
        id={id}
        name="wristband"
        value={scan}
        placeholder={text.hint}
        autoComplete="off"
        onChange={(event) => setScan(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.repeat) return;
          event.preventDefault();
          void compare();
        }}
      />
      <output className="wristband-verdict" htmlFor={id} data-look={said?.look}>
        {said !== null && (
          <>
            {said.sign !== '' && <i aria-hidden="true">{said.sign}</i>}
            <span>
              {said.title !== '' && <b>{said.title}</b>}
              <span>{said.note}</span>
            </span>
          </>
        )}
      </output>
    </div>
  );
}

async function asked(scan: string, identifiers: Identifiers): Promise<Answer> {
  try {
    return await window.isotherm.invoke('wristband', { scan, identifiers });
  } catch (error) {
    const isTooLong = refusedFields(error)?.some(({ path }) => path[0] === 'scan') ?? false;
    return isTooLong ? { result: 'unreadable', read: scan, why: 'too-long' } : 'no-answer';
  }
}

interface Verdict {
  readonly look: 'plain' | 'match' | 'mismatch';
  /** Told by its shape too. */
  readonly sign: string;
  readonly title: string;
  readonly note: string;
}

const plain = (note: string): Verdict => ({ look: 'plain', sign: '', title: '', note });

function verdict(answer: Answer, text: Words): Verdict {
  if (answer === 'asking') return plain(text.checking);
  if (answer === 'no-number') return plain(text.noNumber);
  if (answer === 'no-answer') return plain(text.noAnswer);
  if (answer.result === 'unreadable')
    return { look: 'plain', sign: '?', title: text.unreadable, note: text.why[answer.why] };
  const read = text.number(answer.read.value, answer.read.issuer);
  if (answer.result === 'match')
    return { look: 'match', sign: '✓', title: text.match, note: text.matchNote(read) };
  const note =
    answer.hint === null ? text.mismatchNote(read) : `${text.mismatchNote(read)} ${text.hints[answer.hint]}`;
  return { look: 'mismatch', sign: '✕', title: text.mismatch, note };
}
