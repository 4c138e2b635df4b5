import { useState } from 'react';
import type { PersonView } from '../../electron/contract/view.ts';
import { type AccessResult, type Role, roles, rolesThatMay } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';
import { PinPad } from './pin-pad.tsx';
import { SignIn } from './sign-in.tsx';

interface PersonFormProps {
  /** `null`: a new one. */
  readonly person: PersonView | null;
  readonly people: readonly PersonView[];
  /** Takes a PIN to main. */
  readonly signIn: (personId: string, pin: string) => Promise<AccessResult>;
  readonly onDone: () => void;
}

const mayEdit = rolesThatMay('edit-people');

/** Name, role, whether they may sign in, and their PIN. */
export function PersonForm({ person, people, signIn, onDone }: PersonFormProps) {
  const words = useText();
  const text = words.access.list;
  const [name, setName] = useState(person?.name ?? '');
  const [role, setRole] = useState<Role>(person?.role ?? 'perfusionist');
  const [active, setActive] = useState(person?.active ?? true);
  const [newPin, setNewPin] = useState<string | null>(null);
  const [asksPin, setAsksPin] = useState(person === null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  /** The console has locked meanwhile, or somebody else is signed in: what was typed waits for whoever may. */
  const [asksSignIn, setAsksSignIn] = useState(false);
  const tell = async (asked: () => Promise<AccessResult>) => {
    setBusy(true);
    setProblem(null);
    try {
      const result = await asked();
      if (result.ok) onDone();
      else {
        setAsksSignIn(['not-signed-in', 'not-your-role'].includes(result.problem.kind));
        setProblem(words.access.problem(result.problem));
      }
    } catch {
      setProblem(name.trim() === '' ? words.access.problem({ kind: 'name-missing' }) : words.access.noAnswer);
    }
    setNewPin(null);
    setBusy(false);
  };
  const door = window.isotherm;
  const enter = (pin: string) => {
    if (person === null)
      return void tell(() => door.invoke('addPerson', { name: name.trim() || ' ', role, pin }));
    if (newPin === null) return setNewPin(pin);
    return void tell(() => door.invoke('setPin', { id: person.id, pin: newPin, ownPin: pin }));
  };
  return (
    <div className="person-form">
      <label>
        {text.name}
        <input name="personName" autoComplete="off" value={name} onChange={(e) => setName(e.target.value)} />
      </label>
      <div className="access-people">
        {roles.map((one) => (
          <Button
            key={one}
            data-role={one}
            aria-pressed={one === role}
            title={words.domain.role[one]}
            caption={words.access.roleHint(one)}
            onClick={() => setRole(one)}
          />
        ))}
      </div>
      {person !== null && (
        <Button
          data-action="active"
          aria-pressed={active}
          title={active ? text.active : text.mayNot}
          onClick={() => setActive(!active)}
        />
      )}
      {asksSignIn ? (
        <>
          <p className="access-problem">{problem}</p>
          <SignIn
            people={people}
            roles={mayEdit}
            check={signIn}
            onDone={() => {
              setAsksSignIn(false);
              setProblem(null);
            }}
          />
        </>
      ) : asksPin ? (
        <PinPad
          key={String(newPin === null)}
          label={newPin === null ? text.newPin : text.ownPin}
          busy={busy}
          problem={problem}
          onEnter={enter}
        />
      ) : (
        <p className="access-problem">{problem}</p>
      )}
      <div className="access-people">
        <Button title={text.cancel} data-action="cancel-person" onClick={onDone} />
        {person !== null && !asksPin && !asksSignIn && (
          <>
            <Button title={text.setPin} data-action="new-pin" onClick={() => setAsksPin(true)} />
            <Button
              look="primary"
              title={text.save}
              data-action="save-person"
              onClick={() =>
                void tell(() =>
                  door.invoke('changePerson', { id: person.id, name: name.trim() || ' ', role, active }),
                )
              }
            />
          </>
        )}
      </div>
    </div>
  );
}
