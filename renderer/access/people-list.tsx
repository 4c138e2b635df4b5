import { useState } from 'react';
import type { AccessView, PersonView } from '../../electron/contract/view.ts';
import type { AccessResult } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';
import { PersonForm } from './person-form.tsx';

interface PeopleListProps {
  readonly access: AccessView;
  /** Takes a PIN to main. */
  readonly signIn: (personId: string, pin: string) => Promise<AccessResult>;
}

/** Everybody with an account; one is opened at a time. */
export function PeopleList({ access, signIn }: PeopleListProps) {
  const words = useText();
  const text = words.access.list;
  const [open, setOpen] = useState<PersonView | 'new' | null>(null);
  if (open !== null)
    return (
      <PersonForm
        person={open === 'new' ? null : open}
        people={access.people}
        signIn={signIn}
        onDone={() => setOpen(null)}
      />
    );
  return (
    <div className="person-rows">
      {access.people.map((person) => (
        <Button
          key={person.id}
          data-person={person.name}
          title={person.name}
          caption={`${words.domain.role[person.role]}${person.active ? '' : ` · ${text.mayNot}`}`}
          onClick={() => setOpen(person)}
        />
      ))}
      <Button look="primary" data-action="add-person" title={text.add} onClick={() => setOpen('new')} />
    </div>
  );
}
