import type { PlannedRun, Replies, Requests } from '../contract/channels.ts';
import type { AccessView } from '../contract/view.ts';
import type { Actor } from '../domain/actor.ts';
import type { ChecklistAnswer, DipCheck, TreatmentCase } from '../domain/case.ts';
import type { RunHeader } from '../domain/run-event.ts';
import type { SiteLists } from '../domain/site-lists.ts';
import type { Clock } from '../domain/time.ts';
import { emptyForm, type FormFile, type KeptForm } from './form-file.ts';

export interface FormDeskOptions {
  readonly file: FormFile;
  readonly lists: () => Pick<SiteLists, 'checklist'>;
  readonly clock: Pick<Clock, 'wallMs'>;
  /** Nobody could hear an alarm now. */
  readonly isSilent: () => boolean;
  /** A form is on the screen: no run is open, under review, or waits to be taken up. */
  readonly isAsked: () => boolean;
}

interface Released {
  readonly by: Actor;
  readonly atWallMs: number;
  /** Exactly what was released. */
  readonly run: string;
}

/** The form of the next run, who answered its checklist, and who has released it. Another patient's begins empty. */
export class FormDesk {
  readonly #options: FormDeskOptions;
  #form: KeptForm = emptyForm;
  #released: Released | null = null;

  constructor(options: FormDeskOptions) {
    this.#options = options;
  }

  /** What a lost console had kept. */
  async open(): Promise<void> {
    this.#form = await this.#options.file.read();
  }

  get released(): AccessView['released'] {
    const released = this.#released;
    return released === null ? null : { name: released.by.name, atWallMs: released.atWallMs };
  }

  /**
   * `null` asks; anything else is kept, and nothing that was released stays so if it is another. What a slow page hands
   * over once the run has begun is of that patient, and not for the next.
   */
  exchange({ draft }: Requests['form']): Replies['form'] {
    if (draft !== null && draft !== this.#form.draft && this.#options.isAsked()) {
      this.#released = null;
      this.#keep({ ...this.#form, draft });
    }
    return { draft: this.#form.draft };
  }

  answer(by: Actor, { id, answer, reason }: Requests['answerCheck']): Replies['answerCheck'] {
    const { lists, clock, isSilent } = this.#options;
    const item = lists().checklist.find((one) => one.id === id);
    if (item === undefined) return { ok: false, why: 'no-such-check' };
    if (item.needsSound && answer === 'done' && isSilent()) return { ok: false, why: 'no-sound' };
    const stamped: ChecklistAnswer = { id, answer, by: by.name, atWallMs: clock.wallMs(), reason };
    this.#released = null;
    this.#keep({
      ...this.#form,
      checks: [...this.#form.checks.filter((one) => one.id !== id), stamped],
    });
    return { ok: true, answer: stamped };
  }

  /** Another vessel, another time: the last one counts. */
  compare(by: Actor, told: Requests['dipCheck']): DipCheck {
    const dipCheck: DipCheck = { ...told, by: by.name, atWallMs: this.#options.clock.wallMs() };
    this.#released = null;
    this.#keep({ ...this.#form, dipCheck });
    return dipCheck;
  }

  release(by: Actor, run: PlannedRun): void {
    this.#released = { by, atWallMs: this.#options.clock.wallMs(), run: JSON.stringify(run) };
  }

  /** What it was released under is another now. */
  withdraw(): void {
    this.#released = null;
  }

  /** Who has released exactly that; `null`: nobody has. */
  releasedAs(run: PlannedRun): RunHeader['released'] {
    const released = this.#released;
    if (released === null || released.run !== JSON.stringify(run)) return null;
    return { by: released.by, atWallMs: released.atWallMs };
  }

  /** The checklist as it was answered here; what a screen says of who and when counts for nothing. */
  stamped(one: TreatmentCase): TreatmentCase {
    const checklist = one.checks.checklist.map((told): ChecklistAnswer => {
      const kept = this.#form.checks.find(({ id }) => id === told.id);
      return kept?.answer === told.answer
        ? { ...kept, reason: told.reason }
        : { ...told, by: '', atWallMs: null };
    });
    return {
      ...one,
      checks: { ...one.checks, checklist, dipCheck: one.checks.dipCheck && this.#form.dipCheck },
    };
  }

  /** The run has begun: what comes next is of another patient. */
  clear(): void {
    this.#released = null;
    this.#keep(emptyForm);
  }

  #keep(form: KeptForm): void {
    this.#form = form;
    this.#options.file.keep(form);
  }
}
