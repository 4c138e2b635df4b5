import type { Ask } from './line.ts';

/** What was asked longer ago than this is never answered, and what was found so long ago is no news, ms (chosen). */
const rememberedMs = 2_000;

interface Expired {
  readonly ask: Ask;
  readonly sentMs: number;
}

/**
 * Requests whose deadline is over, in the order they were sent: a reply that comes after all says how slow the rig is.
 * It is still discarded; only its time is kept.
 */
export class LateReplies {
  #expired: readonly Expired[] = [];
  #found: { readonly tookMs: number; readonly atMs: number } | null = null;

  expect(ask: Ask, sentMs: number): void {
    this.#expired = [...this.#expired.filter((one) => sentMs - one.sentMs < rememberedMs), { ask, sentMs }];
  }

  /** A slave answers in order, so what was sent before the one that is answered has none to come. */
  hear(registers: Uint16Array, nowMs: number): void {
    const index = this.#expired.findIndex(
      ({ ask, sentMs }) => nowMs - sentMs < rememberedMs && ask.accept(registers) === null,
    );
    const answered = this.#expired[index];
    if (answered === undefined) return;
    this.#expired = this.#expired.slice(index + 1);
    this.#found = { tookMs: nowMs - answered.sentMs, atMs: nowMs };
  }

  tookMs(nowMs: number): number | null {
    return this.#found !== null && nowMs - this.#found.atMs < rememberedMs ? this.#found.tookMs : null;
  }
}
