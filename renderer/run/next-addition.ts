import type { AdditionView } from '../../electron/contract/view.ts';

/** Which planned addition is next to be given, from 0: the earliest that is not recorded; `null`: none is left. */
export function nextAddition(additions: readonly AdditionView[]): number | null {
  const open = additions.flatMap(({ state, atMinutes }, index) =>
    state === 'done' || state === 'not-given' ? [] : [{ atMinutes, index }],
  );
  const [first] = open.sort((a, b) => a.atMinutes - b.atMinutes);
  return first?.index ?? null;
}
