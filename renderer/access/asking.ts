import { create } from 'zustand';
import type { Glass, SecondPerson } from '../../electron/contract/access-requests.ts';
import type { Refusal } from '../../electron/contract/words.ts';

/** What stands beside whoever is signed in when something is asked again. */
export interface Beside {
  readonly glass: Glass | null;
  readonly second: SecondPerson | null;
}
export const nothingBeside: Beside = { glass: null, second: null };

/** What a panel asks of people. `glass`: signing in, or a name and a reason; `second`: somebody else's PIN. */
export type Prompt =
  | { readonly kind: 'sign-in' | 'menu' | 'people' | 'take-chair' }
  | {
      readonly kind: 'needs';
      readonly what: 'sign-in' | 'glass' | 'second';
      readonly why: Refusal;
      /** What was asked, in words: nobody signs for what is not in sight. "": it is in sight. */
      readonly about: string;
    };

interface AskingState {
  readonly prompt: Prompt | null;
  /** Whoever asked hears what came of it; `null`: the person turned away. */
  readonly answer: ((beside: Beside | null) => void) | null;
}

export const useAsking = create<AskingState>()(() => ({ prompt: null, answer: null }));

export function ask(prompt: Prompt): void {
  close();
  useAsking.setState({ prompt, answer: null });
}

/** The panel is closed; what was asked stays undone. */
export function close(): void {
  settle(null);
}

/** The panel is done, with what it was told. */
export function settle(beside: Beside | null): void {
  const { answer } = useAsking.getState();
  useAsking.setState({ prompt: null, answer: null });
  answer?.(beside);
}

const needs: Partial<Readonly<Record<Refusal, 'sign-in' | 'glass' | 'second'>>> = {
  'needs-sign-in': 'sign-in',
  'not-your-role': 'sign-in',
  'needs-reason': 'glass',
  'not-released': 'sign-in',
  'needs-second-person': 'second',
  'second-not-confirmed': 'second',
};

/**
 * Asks main, and asks people where main says that somebody has to stand for it; then asks main again, with their answer.
 * `whyOf`: why a reply was refused, `null` where it was not; `about`: what it is, in words. Resolves to main's last reply.
 */
export async function withPeople<Reply>(
  send: (beside: Beside) => Promise<Reply>,
  whyOf: (reply: Reply) => Refusal | null,
  about = '',
): Promise<Reply> {
  let beside = nothingBeside;
  for (;;) {
    const reply = await send(beside);
    const why = whyOf(reply);
    const what = why === null ? undefined : needs[why];
    if (why === null || what === undefined) return reply;
    const told = await prompted({ kind: 'needs', what, why, about });
    if (told === null) return reply;
    beside = { glass: told.glass ?? beside.glass, second: told.second ?? beside.second };
  }
}

function prompted(prompt: Prompt): Promise<Beside | null> {
  close();
  return new Promise((answer) => useAsking.setState({ prompt, answer }));
}
