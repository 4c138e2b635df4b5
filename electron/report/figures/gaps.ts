import type { ProbeSites } from '../../domain/case.ts';
import type { MissingReason } from '../../domain/reading.ts';
import type { Sample } from '../../domain/sample.ts';
import type { Step } from '../../domain/sample-step.ts';

/** A value missing for longer than this is named, ms; it is left out of every figure from its first sample on. */
export const namedGapMs = 500;

/** A stretch without values, or one that no sample covers. Never interpolated. */
export interface Gap {
  /** One probe ("T3"), every probe in use at once, or no samples at all. */
  readonly of: 'T1' | 'T2' | 'T3' | 'T4' | 'all-probes' | 'record';
  readonly reason: MissingReason | 'no-samples';
  readonly startSeconds: number;
  readonly seconds: number;
}

interface OpenGap {
  readonly reason: MissingReason;
  readonly fromMs: number;
  untilMs: number;
}

const probeIds = ['T1', 'T2', 'T3', 'T4'] as const;
type Subject = (typeof probeIds)[number] | 'all-probes';

/** Folds the missing values of the probes in use into gaps, sample by sample. */
export class GapFold {
  readonly #used: readonly number[];
  readonly #open = new Map<Subject, OpenGap>();
  readonly #gaps: Gap[] = [];

  constructor(sites: ProbeSites) {
    this.#used = [0, 1, 2, 3].filter((probe) => sites[probe] !== 'not-used');
  }

  add(sample: Sample, step: Step): void {
    if (step.gap) this.#push('record', 'no-samples', step.fromMs, step.toMs);
    const fromMs = step.toMs - step.coveredMs;
    const reasons = this.#used.map((probe) => sample.probesCelsius[probe]?.missing ?? null);
    const [shared] = reasons;
    const all = shared && reasons.every((reason) => reason === shared) ? shared : null;
    this.#follow('all-probes', all, fromMs, step.toMs);
    for (const [index, probe] of this.#used.entries()) {
      const id = probeIds[probe];
      if (id !== undefined)
        this.#follow(id, all === null ? (reasons[index] ?? null) : null, fromMs, step.toMs);
    }
  }

  /** In order of time. */
  finish(): readonly Gap[] {
    for (const subject of [...this.#open.keys()]) this.#close(subject);
    return this.#gaps.sort((a, b) => a.startSeconds - b.startSeconds);
  }

  #follow(subject: Subject, reason: MissingReason | null, fromMs: number, toMs: number): void {
    const open = this.#open.get(subject);
    if (open !== undefined && open.reason === reason && open.untilMs === fromMs) {
      open.untilMs = toMs;
      return;
    }
    if (open !== undefined) this.#close(subject);
    if (reason !== null) this.#open.set(subject, { reason, fromMs, untilMs: toMs });
  }

  #close(subject: Subject): void {
    const open = this.#open.get(subject);
    this.#open.delete(subject);
    if (open !== undefined && open.untilMs - open.fromMs > namedGapMs) {
      this.#push(subject, open.reason, open.fromMs, open.untilMs);
    }
  }

  #push(of: Gap['of'], reason: Gap['reason'], fromMs: number, untilMs: number): void {
    this.#gaps.push({ of, reason, startSeconds: fromMs / 1000, seconds: (untilMs - fromMs) / 1000 });
  }
}
