import { contentText, type RecordEvent } from '../domain/record-event.ts';
import type { SetAside } from './messages.ts';
import type { Dropped, EntryMessage, EventMessage } from './outbox.ts';

/** What is refused row by row is told this often, ms (chosen: ten samples a second must not become ten events). */
export const tellEveryMs = 10_000;

export const setAsideOf = (entry: EntryMessage, why: string): SetAside => ({
  of: entry.kind,
  why,
  content: contentText(entry.kind === 'sample' ? entry.row : entry.event),
});

/** The event that stands under the number of one that was refused. */
export const inItsPlace = (refused: EventMessage, why: string): EventMessage => ({
  kind: 'event',
  event: {
    ...refused.event,
    event: {
      type: 'entry-set-aside',
      of: 'event',
      count: 1,
      why,
      content: contentText(refused.event.event),
    },
  },
  checkpoint: null,
});

/** What the record has to say of itself, until it is taken for its events. */
export class RecordNews {
  #refused: { readonly first: SetAside; count: number }[] = [];
  #toldMs = Number.NEGATIVE_INFINITY;

  hear(refused: SetAside): void {
    const alike = this.#refused.find(({ first }) => first.of === refused.of);
    if (alike === undefined) this.#refused.push({ first: refused, count: 1 });
    else alike.count += 1;
  }

  /** `gap`: what was dropped, once recording goes on. */
  take(gap: Dropped | null, nowMs: number): RecordEvent[] {
    const told: RecordEvent[] = gap === null ? [] : [{ type: 'record-gap', ...gap }];
    if (this.#refused.length === 0 || nowMs - this.#toldMs < tellEveryMs) return told;
    this.#toldMs = nowMs;
    for (const { first, count } of this.#refused.splice(0))
      told.push({ type: 'entry-set-aside', count, ...first });
    return told;
  }
}
