import { useCallback, useEffect, useState } from 'react';
import type { Replies } from '../../electron/contract/channels.ts';

/** `null`: main has not answered yet; `no-answer`: it did not. */
export type DeliveriesReply = Replies['deliveries'] | 'no-answer' | null;

/** Documents come further by themselves while somebody looks, ms. */
const askEveryMs = 2_000;

/** How far documents are; `ask` asks now. */
export function useDeliveries(): { readonly reply: DeliveriesReply; readonly ask: () => void } {
  const [reply, setReply] = useState<DeliveriesReply>(null);
  const ask = useCallback(() => {
    window.isotherm.invoke('deliveries', null).then(setReply, () => setReply('no-answer'));
  }, []);
  useEffect(() => {
    ask();
    const timer = setInterval(ask, askEveryMs);
    return () => clearInterval(timer);
  }, [ask]);
  return { reply, ask };
}
