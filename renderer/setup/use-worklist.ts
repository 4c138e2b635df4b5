import { useEffect, useState } from 'react';
import type { Replies } from '../../electron/contract/channels.ts';
import type { ConsoleView } from '../../electron/contract/view.ts';

/** `null`: main has not answered yet; `no-answer`: it did not. */
export type WorklistReply = Replies['worklist'] | 'no-answer' | null;

/** Who waits: asked for anew when the list, or whoever is signed in, is another. */
export function useWorklist({
  worklistRevision,
  access: { signedIn },
}: Pick<ConsoleView, 'worklistRevision' | 'access'>): WorklistReply {
  const [reply, setReply] = useState<WorklistReply>(null);
  const asked = `${worklistRevision} ${signedIn?.id ?? ''}`;
  useEffect(() => {
    let isCurrent = asked !== '';
    const show = (answer: WorklistReply) => isCurrent && setReply(answer);
    window.isotherm.invoke('worklist', null).then(show, () => show('no-answer'));
    return () => {
      isCurrent = false;
    };
  }, [asked]);
  return reply;
}
