import { createContext, useCallback, useContext, useState } from 'react';
import type { OperatorAction } from '../../electron/contract/words.ts';
import { refusedFields } from '../text/door-refusal.ts';
import { useText } from '../text/text.ts';

/**
 * Asks main for an action; resolves once main has answered, with whether it was taken: what is not keeps its dialogue.
 * What became of it is in the view, and why it was not taken in the notice.
 * `by`: who decided it, where that is another person than the one who runs the console.
 */
export type Act = (action: OperatorAction, by?: string) => Promise<ActOutcome>;
/** `not-sent`: main did not answer with anything that can be understood. */
export type ActOutcome = 'taken' | 'refused' | 'not-sent';

export const ActContext = createContext<Act>(async () => 'not-sent');
export const useAct = (): Act => useContext(ActContext);

/** `Act` in the name of `operator`, and why the last action was not taken. */
export function useActing(operator: string): { act: Act; notice: string | null; dismiss: () => void } {
  const text = useText();
  const [notice, setNotice] = useState<string | null>(null);
  const act = useCallback<Act>(
    async (action, by = operator) => {
      setNotice(null);
      try {
        const result = await window.isotherm.invoke('act', { by, action });
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
    [operator, text],
  );
  return { act, notice, dismiss: useCallback(() => setNotice(null), []) };
}
