import { useState } from 'react';
import type { RescueRequest } from '../../electron/contract/view.ts';
import { withPeople } from '../access/asking.ts';
import { useText } from '../text/text.ts';

/** What a person asks of the machine outside a run, and what became of it where it was not taken. */
export interface Rescuing {
  readonly ask: (request: RescueRequest, bits?: number) => Promise<void>;
  /** Sent, and main has not answered. */
  readonly asking: RescueRequest | null;
  readonly notice: string | null;
}

/** Heater and pump off, and a drain, wait for nobody; what starts a pump or clears a guard asks for a name and a reason. */
export function useRescuing(): Rescuing {
  const { machine: text } = useText();
  const [asking, setAsking] = useState<RescueRequest | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const ask = async (request: RescueRequest, bits = 0) => {
    setAsking(request);
    setNotice(null);
    try {
      const reply = await withPeople(
        ({ glass }) => window.isotherm.invoke('rescue', { request, bits, glass }),
        (told) => (told.taken ? null : told.why),
      );
      if (!reply.taken) setNotice(text.refused(request, reply.why));
    } catch {
      setNotice(text.notSent(request));
    }
    setAsking(null);
  };
  return { ask, asking, notice };
}
