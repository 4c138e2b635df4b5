import type { PlannedRun, Replies, Requests } from '../contract/channels.ts';
import type { SetupView } from '../contract/view.ts';
import type { Actor } from '../domain/actor.ts';
import { askingRefusal } from '../domain/asking.ts';
import type { TreatmentCase } from '../domain/case.ts';
import { caseProblems } from '../domain/case-problems.ts';
import { nothingKnown } from '../domain/permissions.ts';
import type { EnteredPreset } from '../domain/preset.ts';
import type { RunHeader } from '../domain/run-event.ts';
import { caseProblem } from '../domain/text/en-case-problem.ts';
import { refusal } from '../domain/text/en-refusals.ts';
import type { Clock } from '../domain/time.ts';
import type { EarlierFound } from '../record/earlier-runs.ts';
import type { Engine } from '../session/engine.ts';
import type { ViewPublisher } from '../session/view-publisher.ts';
import type { FormDesk } from './form-desk.ts';
import { HandedCase } from './handed-case.ts';
import type { PeopleDesk } from './people-desk.ts';
import type { Prepared } from './prepare.ts';
import type { ReviewDesk } from './review-desk.ts';
import { chosenPreset, notOffered, offered, setupView } from './setup.ts';
import type { SiteChanged, SiteDesk } from './site-desk.ts';
import type { WorklistDesk } from './worklist-desk.ts';

export interface BedsideOptions {
  readonly prepared: Prepared;
  readonly clock: Pick<Clock, 'wallMs'>;
  readonly engine: () => Engine;
  readonly people: PeopleDesk;
  readonly form: FormDesk;
  readonly site: SiteDesk;
  readonly worklist: WorklistDesk;
  readonly review: ReviewDesk;
  readonly view: Pick<ViewPublisher, 'offer' | 'showNow'>;
  /** Resolves once it is known what the last run left. */
  readonly fluidAnswered: () => Promise<void>;
  /** Rejects, in words, where the disk does not answer. */
  readonly earlierOf: (query: string) => Promise<EarlierFound>;
  readonly begin: (
    by: Actor,
    treatmentCase: TreatmentCase,
    preset: EnteredPreset,
    fluidInCavityMl: number | null,
    released: RunHeader['released'],
  ) => Promise<string | null>;
}

/** What people at the screen ask, in the name of whoever is signed in, as far as it is theirs to ask. */
export class Bedside {
  readonly #options: BedsideOptions;
  readonly people: PeopleDesk;
  readonly form: FormDesk;
  readonly worklist: WorklistDesk;
  readonly review: ReviewDesk;
  readonly #handed: HandedCase;

  constructor(options: BedsideOptions) {
    this.#options = options;
    this.people = options.people;
    this.form = options.form;
    this.worklist = options.worklist;
    this.review = options.review;
    this.#handed = new HandedCase(options.prepared.draftCase);
  }

  /** Reads who there is, who waits, and what was half filled, beside the ticks. Never rejects. */
  async open(): Promise<void> {
    await Promise.all([this.people.open(), this.form.open(), this.worklist.open()]);
    this.#options.view.showNow();
  }

  /** What the set-up screen offers. */
  get setup(): SetupView {
    const { prepared, site } = this.#options;
    return setupView({ ...prepared, inForce: site.inForce, draftCase: this.#handed.waiting });
  }

  get #engine(): Engine {
    return this.#options.engine();
  }

  /** What a person asks of the run; whoever stands for it as well is known by a PIN first. */
  act({ action, glass, second }: Requests['act']): Replies['act'] | Promise<Replies['act']> {
    const { by, breakGlass } = this.people.asking(glass);
    if (second === null) return this.#engine.act(by, action, { second: null, breakGlass });
    return this.people
      .second(second)
      .then((person) =>
        person === null
          ? { taken: false, why: 'second-not-confirmed' }
          : this.#engine.act(by, action, { second: person, breakGlass }),
      );
  }

  /** What a person asks of the machine outside a run. */
  rescue({ glass, request, bits }: Requests['rescue']): Replies['rescue'] {
    const asking = this.people.asking(glass);
    const why = askingRefusal(asking, `rescue-${request}`);
    if (why !== null) return { taken: false, why };
    return this.#engine.rescue(asking.by, request, bits, asking.breakGlass);
  }

  /** What becomes of the run that a lost console left open. */
  async recover({ choice, glass }: Requests['recover']): Promise<Replies['recover']> {
    const asking = this.people.asking(glass);
    const why = askingRefusal(asking, `recover-${choice}`);
    if (why !== null) return { ok: false, problem: refusal[why], why };
    const lost = this.#engine.snapshot().recovery();
    const recovered = await this.#engine.recover(choice, asking.by, asking.breakGlass);
    if (!recovered.ok) return { ...recovered, why: null };
    if (lost !== null) this.#isTreated(lost.hospitalNumber);
    if (choice !== 'end') this.#sit(asking.by);
    return { ok: true };
  }

  /** What was kept of a form before that run was lost can only be its own: no other was filled since. */
  #isTreated(hospitalNumber: string): void {
    this.#handed.wasLost(hospitalNumber);
    this.form.clear();
    this.#options.view.offer(this.setup);
  }

  /** What a person says of fluid that the last run left. */
  answerFluid({ answer, glass }: Requests['fluid']): Replies['fluid'] {
    const asking = this.people.asking(glass);
    const why = askingRefusal(asking, 'answer-fluid');
    if (why !== null) return { ok: false, why };
    const answered = this.#engine.answerFluid(answer, asking.by, asking.breakGlass);
    return answered ? { ok: true } : { ok: false, why: null };
  }

  /** Once it is done the screen sees who is signed in. */
  async afterwards<Done>(doing: Done | Promise<Done>): Promise<Done> {
    const done = await doing;
    this.#options.view.showNow();
    return done;
  }

  /** Whose run it is from now on; on its record where one is open. */
  async takeChair(request: Requests['takeChair']): Promise<Replies['takeChair']> {
    const taken = await this.people.takeChair(request);
    if (!taken.ok) return taken;
    this.#engine.takeChair(taken.from, taken.to);
    return { ok: true };
  }

  /** Leaves the review of a finished run. */
  newCase(): Replies['newCase'] {
    const why = askingRefusal(this.people.asking(null), 'new-case');
    if (why !== null) return { ok: false, why };
    if (!this.#engine.newCase()) return { ok: false, why: null };
    this.people.freeChair();
    return { ok: true };
  }

  /** One item of the checklist, in the name of whoever is signed in. */
  answerCheck(request: Requests['answerCheck']): Replies['answerCheck'] {
    const asking = this.people.asking(null);
    const why = askingRefusal(asking, 'answer-check');
    return why === null ? this.form.answer(asking.by, request) : { ok: false, why };
  }

  /** The probes were compared in one vessel. */
  dipCheck(request: Requests['dipCheck']): Replies['dipCheck'] {
    const asking = this.people.asking(null);
    const why = askingRefusal(asking, 'answer-check');
    return why === null ? { ok: true, dipCheck: this.form.compare(asking.by, request) } : { ok: false, why };
  }

  /** Earlier runs of a patient, from their records. */
  async recall({ query }: Requests['recall']): Promise<Replies['recall']> {
    const why = askingRefusal(this.people.asking(null), 'recall');
    if (why !== null) return { ok: false, problem: refusal[why], why };
    try {
      const { runs, problems } = await this.#options.earlierOf(query);
      for (const { runId, path } of runs) this.review.knows(runId, path);
      return { ok: true, found: runs.map(({ path: _, ...run }) => run), problems };
    } catch (error) {
      return { ok: false, problem: (error as Error).message, why: null };
    }
  }

  /** All of the rules, for whoever looks after them. */
  site(): Replies['site'] {
    return {
      site: this.#options.site.inForce.site,
      changeable: this.#options.prepared.options.siteFile === null,
    };
  }

  changeSite({ key, value, reason }: Requests['changeSite']): Promise<Replies['changeSite']> {
    return this.#atSite('edit-site', (by) => this.#options.site.change(by, key, value, reason));
  }

  signSite({ keys, reason }: Requests['signSite']): Promise<Replies['signSite']> {
    return this.#atSite('sign-site', (by) => this.#options.site.signOff(by, keys, reason));
  }

  /** Other rules are no longer those that a run was released under. */
  async #atSite(
    what: 'edit-site' | 'sign-site',
    doing: (by: Actor) => Promise<SiteChanged>,
  ): Promise<Replies['changeSite']> {
    const asking = this.people.asking(null);
    const why = askingRefusal(asking, what);
    if (why !== null) return { ok: false, problems: [{ at: '', message: refusal[why] }], why };
    const done = await doing(asking.by);
    if (!done.ok) return { ...done, why: null };
    this.form.withdraw();
    this.worklist.follow();
    this.#options.view.offer(this.setup);
    return done;
  }

  /** Somebody finds the run right as it is planned: OR staff may start exactly that. */
  release(request: Requests['release']): Replies['release'] {
    const asking = this.people.asking(null);
    const why = askingRefusal(asking, 'release-run');
    if (why !== null) return { ok: false, problem: refusal[why], why };
    const problem = this.#unanswered(request.case);
    if (problem !== null) return { ok: false, problem, why: null };
    this.form.release(asking.by, request);
    this.#options.view.showNow();
    return { ok: true };
  }

  #unanswered(one: TreatmentCase): string | null {
    const [first] = caseProblems(this.#options.site.inForce.site.lists, one);
    return first === undefined ? null : caseProblem(first);
  }

  /** Starts a run by a preset on offer, as it is or with what the site entered; says what stands in the way. */
  async startRun(request: Requests['start']): Promise<Replies['start']> {
    const asking = this.people.asking(null);
    const released = this.form.releasedAs(request);
    const mayNot = askingRefusal(asking, 'start-run', { ...nothingKnown, released: released !== null });
    // What a release would do is said as that.
    const why = mayNot === 'not-your-role' && asking.by.role === 'or-staff' ? 'not-released' : mayNot;
    if (why !== null) return { ok: false, problem: refusal[why], why };
    const problem =
      this.#unanswered(request.case) ?? (await this.#startPlanned(asking.by, request, released));
    return problem === null ? { ok: true } : { ok: false, problem, why: null };
  }

  /** Whoever may treat has released it by starting it. */
  async #startPlanned(
    by: Actor,
    { case: treatmentCase, presetName, edited, fluidInCavityMl }: PlannedRun,
    released: RunHeader['released'],
  ): Promise<string | null> {
    const preset = chosenPreset(this.setup, presetName, edited, by.name);
    await this.#options.fluidAnswered();
    if (!preset.ok) return preset.problem;
    const as = released ?? { by, atWallMs: this.#options.clock.wallMs() };
    const one = this.form.stamped(treatmentCase);
    const problem = await this.#options.begin(by, one, preset.preset, fluidInCavityMl, as);
    if (problem !== null) return problem;
    this.#sit(as.by);
    this.#handed.hasBegun();
    this.form.clear();
    this.#options.view.offer(this.setup);
    return null;
  }

  #sit(by: Actor): void {
    const taken = this.people.sit(by);
    if (taken !== null) this.#engine.takeChair(taken.from, taken.to);
  }

  /** Keeps a copy of a preset, which is on offer from then on. */
  savePreset({ copyOf, preset }: Requests['savePreset']): Replies['savePreset'] {
    const asking = this.people.asking(null);
    const why = askingRefusal(asking, 'save-preset');
    if (why !== null) return { ok: false, problems: [{ field: 'name', message: refusal[why] }], why };
    const base = offered(this.setup, copyOf);
    if (base === null)
      return { ok: false, problems: [{ field: 'name', message: notOffered(copyOf) }], why: null };
    const saved = this.#options.prepared.store.save(
      base,
      preset,
      asking.by.name,
      this.#engine.snapshot().link.identity,
    );
    if (!saved.ok) return { ...saved, why: null };
    // Under the name that was released there may be another plan now.
    this.form.withdraw();
    const { name, version } = saved.preset;
    void this.people.audit.append(asking.by, { type: 'preset-saved', name, version });
    this.#options.view.offer(this.setup);
    return saved;
  }
}
