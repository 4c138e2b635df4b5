import { useState } from 'react';
import { withPeople } from '../access/asking.ts';
import { useText } from '../text/text.ts';

export type Choice = 'take-up' | 'drain' | 'end';

/** What a person chooses to become of the lost run, and why it was not done. */
export interface Deciding {
  readonly decide: (choice: Choice) => Promise<void>;
  readonly asked: Choice | null;
  readonly notice: string | null;
}

/** A drain waits for nobody; for the others somebody signs in, or gives a name and a reason. */
export function useDeciding(): Deciding {
  const { recovery: text, domain } = useText();
  const [asked, setAsked] = useState<Choice | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const decide = async (choice: Choice) => {
    setAsked(choice);
    setNotice(null);
    try {
      const reply = await withPeople(
        ({ glass }) => window.isotherm.invoke('recover', { choice, glass }),
        (told) => (told.ok ? null : told.why),
      );
      if (!reply.ok) setNotice(text.refused(domain.problem(reply.problem)));
    } catch {
      setNotice(text.noAnswer);
    }
    setAsked(null);
  };
  return { decide, asked, notice };
}
