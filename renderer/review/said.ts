import type { Replies } from '../../electron/contract/channels.ts';
import type { ReviewAddendum, ReviewView } from '../../electron/contract/view.ts';
import type { Said } from '../../electron/contract/words.ts';
import { withPeople } from '../access/asking.ts';
import type { Text } from '../text/text.ts';

type Kind<Type extends Said['type']> = ReviewAddendum & { readonly said: Extract<Said, { type: Type }> };

/** What of one kind was said of a record, in order. */
export const saidOf = <Type extends Said['type']>(
  { addenda }: Pick<ReviewView, 'addenda'>,
  type: Type,
): readonly Kind<Type>[] => addenda.filter((one): one is Kind<Type> => one.said.type === type);

/** Says it in the name of whoever is signed in; resolves to the record as it stands then, or to why not, in words. */
export async function say(
  runId: string,
  said: Said,
  about: string,
  words: Text,
): Promise<ReviewView | string> {
  try {
    const reply = await withPeople(
      () => window.isotherm.invoke('say', { runId, said }),
      (answer) => (answer.ok ? null : answer.why),
      about,
    );
    return reply.ok ? reply.review : problemIn(reply, words);
  } catch {
    return words.signing.noAnswer;
  }
}

function problemIn(
  { problem, why }: Extract<Replies['say'], { ok: false }>,
  { domain, signing }: Text,
): string {
  if (problem === null) return why === null ? signing.noAnswer : domain.refusal[why];
  if (problem.kind === 'not-kept') return signing.notKept(domain.problem(problem.why));
  return signing.problem(problem);
}
