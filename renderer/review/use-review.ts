import { useCallback, useEffect, useState } from 'react';
import type { Replies } from '../../electron/contract/channels.ts';
import type { ReviewView } from '../../electron/contract/view.ts';
import { withPeople } from '../access/asking.ts';

/** `null`: it is being read. */
export type Reviewing = Replies['review'] | 'no-answer' | null;

/** A closed record, asked of main once it is there, and as main has it after each thing that is said of it. */
export function useReview(runId: string, isThere: boolean) {
  const [reviewing, setReviewing] = useState<Reviewing>(null);
  const read = useCallback(async () => {
    setReviewing(null);
    try {
      const ask = () => window.isotherm.invoke('review', { runId });
      setReviewing(await withPeople(ask, (reply) => (reply.ok ? null : reply.why)));
    } catch {
      setReviewing('no-answer');
    }
  }, [runId]);
  useEffect(() => {
    if (isThere) void read();
  }, [isThere, read]);
  const show = useCallback((review: ReviewView) => setReviewing({ ok: true, review }), []);
  return { reviewing, read, show };
}
