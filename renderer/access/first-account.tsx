import { useState } from 'react';
import { useText } from '../text/text.ts';
import { PinPad } from './pin-pad.tsx';

/** The service engineer who adds everybody else; then he signs in like anybody. */
export function FirstAccount({ onDone }: { readonly onDone: () => void }) {
  const text = useText().access;
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const make = async (pin: string) => {
    setBusy(true);
    try {
      const result = await window.isotherm.invoke('firstAccount', { name: name.trim() || ' ', pin });
      if (result.ok) onDone();
      else setProblem(text.problem(result.problem));
    } catch {
      setProblem(name.trim() === '' ? text.problem({ kind: 'name-missing' }) : text.noAnswer);
    }
    setBusy(false);
  };
  return (
    <>
      <label>
        {text.first.name}
        <input name="personName" autoComplete="off" value={name} onChange={(e) => setName(e.target.value)} />
      </label>
      <PinPad label={text.list.newPin} busy={busy} problem={problem} onEnter={(pin) => void make(pin)} />
    </>
  );
}
