import type { Sample } from '../../domain/sample.ts';

/** Rows are kept so far apart, ms; those of a longer treatment are taken from among them. */
const everyMs = 5 * 60_000;
/** A sample that comes later tells nothing of the moment, ms: as long as a gap. */
const latestMs = 1000;

/** What stood at a moment of the run; `sample` `null`: nothing was recorded within a second. */
export interface CourseRow {
  readonly sessionMs: number;
  readonly sample: Sample | null;
}

/** The values at every fifth minute of the session, as somebody would have written them down: no means. */
export class CourseFold {
  readonly #rows: CourseRow[] = [];
  #nextMs = everyMs;

  add(sample: Sample): void {
    while (sample.sessionMs >= this.#nextMs) {
      const fresh = sample.sessionMs - this.#nextMs <= latestMs;
      this.#rows.push({ sessionMs: this.#nextMs, sample: fresh ? sample : null });
      this.#nextMs += everyMs;
    }
  }

  finish(): readonly CourseRow[] {
    return this.#rows;
  }
}

/** Every fifth or tenth minute. */
export const courseEvery = (rows: readonly CourseRow[], minutes: 5 | 10): CourseRow[] =>
  rows.filter(({ sessionMs }) => sessionMs % (minutes * 60_000) === 0);
