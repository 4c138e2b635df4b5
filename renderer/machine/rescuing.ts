import { useState } from 'react';
import type { RescueRequest } from '../../electron/contract/view.ts';
import { useText } from '../text/text.ts';

/** What a person asks of the machine outside a run, and what became of it where it was not taken. */
export interface Rescuing {
  readonly ask: (request: RescueRequest, bits?: number) => Promise<void>;
  /** Sent, and main has not answered. */
  readonly asking: RescueRequest | null;
  readonly notice: string | null;
}

/** `by`: in whose name it is recorded; nothing waits for one. */
export function useRescuing(by: string): Rescuing {
  const { machine: text, core } = useText();
  const [asking, setAsking] = useState<RescueRequest | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const ask = async (request: RescueRequest, bits = 0) => {
    setAsking(request);
    setNotice(null);
    const sent = { by: by.trim() === '' ? core.nobody : by.trim(), request, bits };
    try {
      const reply = await window.isotherm.invoke('rescue', sent);
      if (!reply.taken) setNotice(text.refused(request, reply.why));
    } catch {
      setNotice(text.notSent(request));
    }
    setAsking(null);
  };
  return { ask, asking, notice };
}
