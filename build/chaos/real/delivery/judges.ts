import type { Account } from '../account.ts';
import type { Taken } from './receiver.ts';
import type { Fault, Promised } from './terms.ts';

/** What is seen from outside once the last program has nothing left to do. */
export interface Evidence {
  /** Ids of the records whose documents were announced, as noted beside the queue. */
  readonly announced: readonly string[];
  readonly kinds: readonly string[];
  readonly taken: readonly Taken[];
  /** State of each delivery in the queue, `<record> <kind> <state>`, read past the program. */
  readonly states: readonly string[];
}

export function judge(account: Account<Fault, Promised>, round: number, evidence: Evidence): void {
  const { announced, kinds, taken, states } = evidence;
  const due = announced.flatMap((recordId) => kinds.map((kind) => ({ recordId, kind })));
  const comings = Map.groupBy(taken, ({ recordId, kind }) => `${recordId} ${kind}`);
  const missing = due.filter(({ recordId, kind }) => !comings.has(`${recordId} ${kind}`));
  account.lose(missing.length);
  account.check(
    'arrives',
    round,
    due.length > 0 && missing.length === 0,
    () => `of ${due.length} these never came: ${JSON.stringify(missing)}`,
    due.length,
  );
  for (const [document, copies] of comings) {
    const asked = copies.filter(({ askedAgain }) => askedAgain).length;
    const names = new Set(copies.map(({ name, controlId }) => `${name} ${controlId}`));
    account.check(
      'once',
      round,
      copies.length === 1 + asked && names.size === 1,
      () => `${document} came ${copies.length} times, asked again ${asked} times: ${[...names].join(', ')}`,
    );
    account.check(
      'whole',
      round,
      copies.every(({ whole }) => whole),
      () => `${document} was seen and was not whole`,
      copies.length,
    );
  }
  for (const { recordId, kind } of due) {
    const state = kind === 'report.hl7' ? 'accepted' : 'written';
    account.check(
      'known',
      round,
      states.includes(`${recordId} ${kind} ${state}`),
      () => `${recordId} ${kind} is not ${state}`,
    );
  }
}
