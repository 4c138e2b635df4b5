import { dirname } from 'node:path';
import type { Replies, Requests } from '../contract/channels.ts';
import type { ReviewView } from '../contract/review-view.ts';
import type { Actor } from '../domain/actor.ts';
import { type Addendum, documentStatus, type Said } from '../domain/addendum.ts';
import { type Asking, askingRefusal } from '../domain/asking.ts';
import { personName } from '../domain/patient.ts';
import { type SaidOf, sayProblem, valueNow } from '../domain/saying.ts';
import { refusal } from '../domain/text/en-refusals.ts';
import type { Clock } from '../domain/time.ts';
import type { WallTime } from '../report/wall-time.ts';
import { fieldName } from '../report/words/field-words.ts';
import type { Snapshot } from '../session/snapshot.ts';
import { diskAnswers, diskAnswersWithinMs } from './disk-answers.ts';
import { inEachLanguage, type ReviewedRecord, readReviewed, reviewDeviation } from './reviewed-record.ts';

/** Where what is said of a sealed record is kept. `folder`: of its journal. Neither ever rejects. */
export interface RecordKeeping {
  add(
    folder: string,
    by: Actor,
    said: Said,
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly problem: string }>;
  /** `seal` `null`: the record is not sealed. */
  read(folder: string): Promise<
    | {
        readonly ok: true;
        readonly addenda: readonly Addendum[];
        readonly seal: { readonly fingerprint: string } | null;
      }
    | { readonly ok: false; readonly problem: string }
  >;
}

export interface ReviewDeskOptions {
  readonly keeping: RecordKeeping;
  readonly asking: () => Asking;
  readonly clock: Pick<Clock, 'after'>;
  readonly now: () => Pick<Snapshot, 'stage' | 'run' | 'recovery'>;
  /** Its documents are to be made as they stand now. */
  readonly issue: (path: string, runId: string, wantsReview: boolean) => void;
}

interface Reviewed {
  readonly record: ReviewedRecord;
  readonly addenda: readonly Addendum[];
  readonly fingerprint: string | null;
}

/** Closed records are reviewed here: deviations explained, what is missing entered, errors corrected, and signed. */
export class ReviewDesk {
  readonly #options: ReviewDeskOptions;
  /** Journals by run. */
  readonly #paths = new Map<string, string>();
  /** The last one that was read: a sealed record does not change. */
  #last: { readonly path: string; readonly record: ReviewedRecord } | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: ReviewDeskOptions) {
    this.#options = options;
  }

  /** A run that has ended or was found, by where its journal lies. */
  knows(runId: string, path: string): void {
    this.#paths.set(runId, path);
  }

  async review({ runId }: Requests['review']): Promise<Replies['review']> {
    const why = this.#isShown(runId) ? null : askingRefusal(this.#options.asking(), 'recall');
    if (why !== null) return { ok: false, problem: refusal[why], why };
    try {
      return { ok: true, review: viewOf(await this.#read(this.#pathOf(runId))) };
    } catch (error) {
      return { ok: false, problem: (error as Error).message, why: null };
    }
  }

  /** One at a time: who says the same at once finds what the other has said. */
  say(request: Requests['say']): Promise<Replies['say']> {
    const done = this.#turn.then(() => this.#say(request));
    this.#turn = done.catch(() => {});
    return done;
  }

  async #say({ runId, said }: Requests['say']): Promise<Replies['say']> {
    const { asking, keeping, issue } = this.#options;
    const { by, ...also } = asking();
    const why = askingRefusal({ by, ...also }, 'sign-report');
    if (why !== null) return { ok: false, problem: null, why };
    if (this.#isOn(runId)) return { ok: false, problem: { kind: 'still-on' }, why: null };
    try {
      const path = this.#pathOf(runId);
      const reviewed = await this.#read(path);
      const problem = sayProblem(saidOf(reviewed), by, said);
      if (problem !== null) return { ok: false, problem, why: null };
      const added = await keeping.add(dirname(path), by, said);
      if (!added.ok) return notKept(added.problem);
      const now = await this.#read(path);
      const { wantsReview } = saidOf(now);
      const isOut = said.type === 'released-unsigned';
      if (isOut || documentStatus(now.addenda, wantsReview) !== 'preliminary')
        issue(path, runId, wantsReview);
      return { ok: true, review: viewOf(now) };
    } catch (error) {
      return notKept((error as Error).message);
    }
  }

  /** It goes on, or waits to be taken up or ended. */
  #isOn(runId: string): boolean {
    const { stage, run, recovery } = this.#options.now();
    return (stage === 'run' && run?.header.runId === runId) || recovery()?.runId === runId;
  }

  /** In review on this console: whoever stands before it reads it anyway. */
  #isShown(runId: string): boolean {
    const { stage, run } = this.#options.now();
    return stage === 'review' && run?.header.runId === runId;
  }

  #pathOf(runId: string): string {
    const path = this.#paths.get(runId);
    if (path !== undefined) return path;
    throw new Error(
      'This console knows no closed record of that run. Look it up under Earlier sessions, then try again.',
    );
  }

  async #read(path: string): Promise<Reviewed> {
    const { keeping, clock } = this.#options;
    if (!(await diskAnswers(path, clock))) throw new Error(hangs(path));
    const read = await keeping.read(dirname(path));
    if (!read.ok) throw new Error(read.problem);
    const known = this.#last?.path === path ? this.#last.record : null;
    const record = known ?? (await readReviewed(path));
    // What is not sealed may still be written to.
    if (read.seal !== null) this.#last = { path, record };
    return { record, addenda: read.addenda, fingerprint: read.seal?.fingerprint ?? null };
  }
}

const hangs = (path: string): string =>
  `${dirname(path)}: its disk has not answered for ${diskAnswersWithinMs / 1000} s. Check it, then try again.`;

const notKept = (why: string): Replies['say'] => ({
  ok: false,
  problem: { kind: 'not-kept', why },
  why: null,
});

const saidOf = ({ record, addenda, fingerprint }: Reviewed): SaidOf => ({
  isOn: false,
  isSealed: fingerprint !== null,
  addenda,
  wantsReview: record.header.site.reviewSignature,
  deviations: record.deviations.map(({ key }) => key),
  values: new Map(record.fields.map(({ field, value }) => [field, value])),
});

function viewOf(reviewed: Reviewed): ReviewView {
  const { record, addenda, fingerprint } = reviewed;
  const { header, figures, time } = record;
  const of = saidOf(reviewed);
  return {
    runId: header.runId,
    patientName: personName(header.case.patient),
    startedAt: dayAndTime(time, header.startedWallMs),
    outcome: figures.outcome,
    elapsedSeconds: figures.treatment.elapsedSeconds,
    inBandSeconds: figures.treatment.inBandSeconds,
    status: documentStatus(addenda, of.wantsReview),
    wantsReview: of.wantsReview,
    fingerprint,
    deviations: record.deviations.map((one, index) => reviewDeviation(record, one, index)),
    fields: record.fields.map(({ field, isWanted }) => {
      const value = valueNow(of, field) ?? null;
      const name = inEachLanguage((language) => fieldName(language, field));
      return { field, name, value, isWanted: isWanted && value === null };
    }),
    addenda: addenda.map(({ number, atWallMs, by, said }) => ({
      number,
      at: dayAndTime(time, atWallMs),
      by,
      said,
    })),
  };
}

/** A time of another day than the run began has its date already. */
function dayAndTime(time: WallTime, wallMs: number): string {
  const [date, printed] = [time.date(wallMs), time.time(wallMs)];
  return printed.startsWith(date) ? printed : `${date} ${printed}`;
}
