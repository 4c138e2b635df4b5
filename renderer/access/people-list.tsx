import { useState } from 'react';
import type { AccessView, PersonView } from '../../electron/contract/view.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';
import { PersonForm } from './person-form.tsx';

/** Everybody with an account; one is opened at a time. */
export function PeopleList({ access }: { readonly access: AccessView }) {
  const words = useText();
  const text = words.access.list;
  const [open, setOpen] = useState<PersonView | 'new' | null>(null);
  if (open !== null) return <PersonForm person={open === 'new' ? null : open} onDone={() => setOpen(null)} />;
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
