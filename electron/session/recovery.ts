import type { Actor } from '../domain/actor.ts';
import type { RecoverRefusal } from '../domain/take-up.ts';
import { recoverRefusal, takeUpRefusal } from '../domain/text/en-refusals.ts';
import { CurrentRun } from './current-run.ts';
import type { EngineOptions } from './engine-options.ts';
import { inTime } from './in-time.ts';
import { endOfLost, type LostRun, type MachineNow, refusalsOf, takenUp } from './lost-run.ts';
import { messageOf } from './publishers.ts';
import { TreatmentRun } from './treatment-run.ts';

export type Recovered = { readonly ok: true } | NotDone;
export type TakenUp = { readonly ok: true; readonly current: CurrentRun } | NotDone;

/** The runs that a lost console left open, the newest first, and what becomes of each. */
export class Recovery {
  readonly #options: EngineOptions;
  #lost: readonly LostRun[];

  constructor(options: EngineOptions, lost: readonly LostRun[]) {
    this.#options = options;
    this.#lost = lost;
  }

  /** `null`: no run is left open. */
  get first(): LostRun | null {
    return this.#lost[0] ?? null;
  }

  /** Goes on with the record, and with the run as it is found once that is open; the disk has `withinMs` for it. */
  async takeUp(
    by: Actor,
    now: () => MachineNow,
    withinMs: number,
    breakGlass: string | null = null,
  ): Promise<TakenUp> {
    const lost = this.first;
    if (lost === null) return nothingOpen;
    if (refusalsOf(lost, now()).length > 0) return refused(lost, now());
    const { clock, reopenJournal } = this.#options;
    const opening = reopenJournal(lost.found.path);
    const opened = await inTime(clock, withinMs, opening);
    if (opened === null) {
      // Too late it is of no use to anybody, and must not stay open.
      void opening.then((late) => (late.ok ? late.journal.close() : null)).catch(() => {});
      return { ok: false, problem: `The disk of the record has not answered for ${withinMs / 1000} s.` };
    }
    if (!opened.ok) return opened;
    const found = now();
    const beginning = takenUp(lost, found, by, breakGlass);
    if (beginning === null) {
      await opened.journal.close();
      return refused(lost, found);
    }
    const run = new TreatmentRun(lost.found.header, opened.journal, clock.wallMs(), beginning);
    this.#lost = this.#lost.slice(1);
    return { ok: true, current: new CurrentRun(this.#options, run) };
  }

  /** Ends its record as interrupted and makes its documents. */
  async end(): Promise<Recovered> {
    const lost = this.first;
    if (lost === null) return nothingOpen;
    const { clock, reopenJournal, makeLostDocuments } = this.#options;
    try {
      const opened = await reopenJournal(lost.found.path);
      if (!opened.ok) return opened;
      opened.journal.event(endOfLost(lost), lost.state.nowMs, clock.wallMs());
      const problem = await opened.journal.close();
      this.#lost = this.#lost.slice(1);
      void makeLostDocuments(lost.found, problem).catch(() => {});
      return { ok: true };
    } catch (error) {
      return { ok: false, problem: `The record could not be ended: ${messageOf(error)}.` };
    }
  }
}

export interface NotDone {
  readonly ok: false;
  readonly problem: string;
}

/** In sentences: that it was not done, and why. */
export const notDone = (what: RecoverRefusal, ...why: readonly string[]): NotDone => ({
  ok: false,
  problem: [recoverRefusal[what], ...why].join(' '),
});

const nothingOpen = notDone('none-left-open');

const refused = (lost: LostRun, now: MachineNow): NotDone =>
  notDone(
    'not-taken-up',
    ...refusalsOf(lost, now).map((one) => takeUpRefusal[one]),
    ...(lost.problem === null ? [] : [lost.problem]),
  );
