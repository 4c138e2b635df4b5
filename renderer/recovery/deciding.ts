import { useState } from 'react';
import { useText } from '../text/text.ts';

export type Choice = 'take-up' | 'drain' | 'end';

/** What a person chooses to become of the lost run, and why it was not done. */
export interface Deciding {
  readonly decide: (choice: Choice) => Promise<void>;
  readonly asked: Choice | null;
  readonly notice: string | null;
}

/** Taking up needs a name; drain and end never wait for one. */
export function useDeciding(by: string): Deciding {
  const { recovery: text, core, domain } = useText();
  const [asked, setAsked] = useState<Choice | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const decide = async (choice: Choice) => {
    setAsked(choice);
    setNotice(null);
    const request = { choice, by: by.trim() === '' ? core.nobody : by.trim() };
    try {
      const reply = await window.isotherm.invoke('recover', request);
      if (!reply.ok) setNotice(text.refused(domain.problem(reply.problem)));
    } catch {
      setNotice(text.noAnswer);
    }
    setAsked(null);
  };
  return { decide, asked, notice };
}
