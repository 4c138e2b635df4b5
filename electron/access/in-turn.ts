/** Does one after the other what is asked at once. */
export class InTurn {
  #last: Promise<unknown> = Promise.resolve();

  do<Done>(job: () => Promise<Done>): Promise<Done> {
    const done = this.#last.then(job);
    this.#last = done.catch(() => {});
    return done;
  }
}
