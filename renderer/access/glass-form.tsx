import { useState } from 'react';
import type { Glass } from '../../electron/contract/access-requests.ts';
import { fieldLimits, textProblem } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';

interface GlassFormProps {
  /** Whoever is signed in needs no name. */
  readonly signedInName: string | null;
  readonly onGo: (glass: Glass) => void;
}

/** A name and a reason in the place of an account, on record. */
export function GlassForm({ signedInName, onGo }: GlassFormProps) {
  const words = useText();
  const text = words.access.glass;
  const [name, setName] = useState(signedInName ?? '');
  const [reason, setReason] = useState('');
  const fits = (typed: string, most: number) => typed.trim() !== '' && textProblem(typed, most) === null;
  const ready = fits(name, fieldLimits.name) && fits(reason, fieldLimits.words);
  return (
    <form
      className="glass-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onGo({ name: name.trim(), reason: reason.trim() });
      }}
    >
      <h3>{text.title}</h3>
      <p className="access-note">{text.note}</p>
      {signedInName === null && (
        <label>
          {text.name}
          <input name="glassName" autoComplete="off" value={name} onChange={(e) => setName(e.target.value)} />
        </label>
      )}
      <label>
        {text.reason}
        <input
          name="glassReason"
          autoComplete="off"
          value={reason}
          onChange={(e) => setReason(e.target.value)}
        />
      </label>
      <Button
        type="submit"
        look="primary"
        data-action="break-glass"
        aria-disabled={!ready}
        title={text.go}
        caption={ready ? '' : text.needs}
      />
    </form>
  );
}
