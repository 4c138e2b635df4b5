/** What has begun and is not over yet. */
export class UnderWay {
  readonly #promises = new Set<Promise<unknown>>();

  watched<Made>(making: Promise<Made>): Promise<Made> {
    this.#promises.add(making);
    return making.finally(() => this.#promises.delete(making));
  }

  /** Resolves once none of what is under way now is. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.#promises]);
  }
}
