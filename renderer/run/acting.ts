import { createContext, useCallback, useContext, useState } from 'react';
import type { OperatorAction } from '../../electron/contract/words.ts';
import { useText } from '../text/text.ts';

/**
 * Asks main for an action; resolves once main has answered. What became of it is in the view, not here.
 * `by`: who decided it, where that is another person than the one who runs the console.
 */
export type Act = (action: OperatorAction, by?: string) => Promise<void>;

export const ActContext = createContext<Act>(async () => {});
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
        if (!result.taken) setNotice(text.actions.refused(action.type, result.why));
      } catch {
        setNotice(text.actions.notSent(action.type));
      }
    },
    [operator, text],
  );
  return { act, notice, dismiss: useCallback(() => setNotice(null), []) };
}
