import { useState } from 'react';
import { fieldLimits, type Said, textProblem } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { Typed, useFocus } from '../run/dialogues/inputs.tsx';
import { useConsole } from '../store.ts';
import { useText } from '../text/text.ts';

/** What somebody is about to say; `about`: of what, in words. */
export type Asked =
  | { readonly type: 'explanation'; readonly deviation: string; readonly about: string }
  | { readonly type: 'late-entry'; readonly field: string; readonly about: string }
  | { readonly type: 'correction'; readonly field: string; readonly about: string; readonly old: string }
  | { readonly type: 'note' }
  | { readonly type: 'released-unsigned' };

interface SayFormProps {
  readonly asked: Asked;
  /** Why it was not taken; "": it was not sent yet. */
  readonly problem: string;
  readonly busy: boolean;
  readonly onBack: () => void;
  readonly onSay: (said: Said, about: string) => Promise<void>;
}

/** One thing to say of a record, with the words it takes. */
export function SayForm({ asked, problem, busy, onBack, onSay }: SayFormProps) {
  const text = useText().signing;
  const signedIn = useConsole(({ view }) => view?.access.signedIn?.name ?? null);
  const focus = useFocus();
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const takesValue = asked.type !== 'released-unsigned';
  const takesReason = asked.type !== 'explanation' && asked.type !== 'note';
  const said =
    (takesValue && !isWhole(value)) || (takesReason && !isWhole(reason))
      ? null
      : saidBy(asked, value.trim(), reason.trim());
  const ready = said !== null && !busy;
  const label = {
    explanation: text.text,
    note: text.noteText,
    'late-entry': text.value,
    correction: text.newValue,
    'released-unsigned': '',
  }[asked.type];
  const title = text.task[asked.type];
  const about = 'about' in asked ? asked.about : '';
  return (
    <form
      className="say-form"
      onKeyDown={(event) => event.key === 'Escape' && onBack()}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void onSay(said, `${title} ${about}`.trim());
      }}
    >
      <h2>{title}</h2>
      <div className="say-body">
        {about !== '' && <p className="say-about">{about}</p>}
        {asked.type === 'correction' && <p className="say-stands">{text.stands(asked.old)}</p>}
        {asked.type === 'released-unsigned' && <p>{text.releaseNote}</p>}
        {takesValue && (
          <Typed
            label={label}
            value={value}
            onChange={setValue}
            most={fieldLimits.words}
            long={!takesReason}
            focus={focus}
          />
        )}
        {takesReason && (
          <Typed
            label={text.reason}
            value={reason}
            onChange={setReason}
            most={fieldLimits.words}
            focus={takesValue ? undefined : focus}
          />
        )}
        {problem !== '' && (
          <p className="sign-problem" role="alert">
            {problem}
          </p>
        )}
      </div>
      <div className="say-buttons">
        <p>{signedIn === null ? text.nobodySignedIn : text.inNameOf(signedIn)}</p>
        <Button data-action="say-back" title={text.back} onClick={onBack} />
        <Button
          type="submit"
          look="primary"
          data-action="say"
          aria-disabled={!ready}
          title={text.keep}
          caption={busy ? text.keeping : ''}
        />
      </div>
    </form>
  );
}

const isWhole = (typed: string): boolean =>
  typed.trim() !== '' && textProblem(typed, fieldLimits.words) === null;

function saidBy(asked: Asked, value: string, reason: string): Said {
  switch (asked.type) {
    case 'explanation':
      return { type: asked.type, deviation: asked.deviation, text: value };
    case 'note':
      return { type: asked.type, text: value };
    case 'late-entry':
      return { type: asked.type, field: asked.field, value, reason };
    case 'correction':
      return { type: asked.type, field: asked.field, old: asked.old, new: value, reason };
    case 'released-unsigned':
      return { type: asked.type, reason };
  }
}
