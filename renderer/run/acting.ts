import { createContext, useCallback, useContext, useState } from 'react';
import type { OperatorAction } from '../../electron/contract/words.ts';
import { asked } from '../access/asked.ts';
import { withPeople } from '../access/asking.ts';
import { refusedFields } from '../text/door-refusal.ts';
import { useText } from '../text/text.ts';

/**
 * Asks main for an action, in the name of whoever is signed in; where somebody else has to stand for it, people are asked
 * first. Resolves to whether it was taken: what is not keeps its dialogue. What became of it is in the view, and why it
 * was not taken in the notice.
 */
export type Act = (action: OperatorAction) => Promise<ActOutcome>;
/** `not-sent`: main did not answer with anything that can be understood. */
export type ActOutcome = 'taken' | 'refused' | 'not-sent';

export const ActContext = createContext<Act>(async () => 'not-sent');
export const useAct = (): Act => useContext(ActContext);

/** `Act`, and why the last action was not taken. */
export function useActing(): { act: Act; notice: string | null; dismiss: () => void } {
  const text = useText();
  const [notice, setNotice] = useState<string | null>(null);
  const act = useCallback<Act>(
    async (action) => {
      setNotice(null);
      try {
        const result = await withPeople(
          (beside) => window.isotherm.invoke('act', { action, ...beside }),
          (reply) => (reply.taken ? null : reply.why),
          asked(action, text),
        );
        if (result.taken) return 'taken';
        setNotice(text.actions.refused(action.type, result.why));
        return result.why === 'not-sent' ? 'not-sent' : 'refused';
      } catch (error) {
        const refused = refusedFields(error);
        const why = refused?.map((one) => text.domain.problem(one.why));
        setNotice(why === undefined ? text.actions.notSent(action.type) : text.entry.refused(why));
        return why === undefined ? 'not-sent' : 'refused';
      }
    },
    [text],
  );
  return { act, notice, dismiss: useCallback(() => setNotice(null), []) };
}
