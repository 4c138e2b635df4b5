import { useState } from 'react';
import type { PersonView } from '../../electron/contract/view.ts';
import type { AccessResult, Role } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';
import { fitted } from '../text/width.ts';
import { PinPad } from './pin-pad.tsx';

interface SignInProps {
  readonly people: readonly PersonView[];
  /** Who of them can do what is asked; everybody who may sign in otherwise. */
  readonly roles?: readonly Role[];
  /** Somebody else than this one. */
  readonly not?: string | undefined;
  /** Takes the PIN to main. */
  readonly check: (personId: string, pin: string) => Promise<AccessResult>;
  readonly onDone: (personId: string, pin: string) => void;
}

/** Two lines above the field; in the list before it stands in full, em. */
const nameRoom = 36;

/** Who, then the PIN. */
export function SignIn({ people, roles, not, check, onDone }: SignInProps) {
  const words = useText();
  const text = words.access;
  const offered = people.filter(
    ({ id, role, active }) => active && id !== not && (roles === undefined || roles.includes(role)),
  );
  const [chosen, setChosen] = useState<PersonView | null>(offered.length === 1 ? (offered[0] ?? null) : null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const enter = async (pin: string) => {
    if (chosen === null) return;
    setBusy(true);
    setProblem(null);
    try {
      const result = await check(chosen.id, pin);
      if (result.ok) onDone(chosen.id, pin);
      else setProblem(text.problem(result.problem));
    } catch {
      setProblem(text.noAnswer);
    }
    setBusy(false);
  };
  if (offered.length === 0) return <p className="access-note">{text.nobody}</p>;
  if (chosen === null)
    return (
      <>
        <h3>{text.who}</h3>
        <div className="access-people">
          {offered.map((person) => (
            <Button
              key={person.id}
              data-person={person.name}
              title={person.name}
              caption={words.domain.role[person.role]}
              onClick={() => setChosen(person)}
            />
          ))}
        </div>
      </>
    );
  return (
    <>
      {offered.length > 1 && (
        <Button className="access-other" title={text.other} onClick={() => setChosen(null)} />
      )}
      <PinPad
        label={text.pinOf(fitted(chosen.name, nameRoom))}
        busy={busy}
        problem={problem}
        onEnter={(pin) => void enter(pin)}
      />
    </>
  );
}
