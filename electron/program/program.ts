import { join } from 'node:path';
import type { PlannedRun, Replies, Requests } from '../contract/channels.ts';
import type { ConsoleView, SetupView } from '../contract/view.ts';
import { type Actor, unattendedActor } from '../domain/actor.ts';
import { askingRefusal } from '../domain/asking.ts';
import type { TreatmentCase } from '../domain/case.ts';
import { caseProblems } from '../domain/case-problems.ts';
import { nothingKnown } from '../domain/permissions.ts';
import type { EnteredPreset } from '../domain/preset.ts';
import type { PortOnOffer } from '../domain/rig-driver.ts';
import type { RunHeader } from '../domain/run-event.ts';
import { caseProblem } from '../domain/text/en-case-problem.ts';
import { refusal } from '../domain/text/en-refusals.ts';
import { defaultLanguage, type Language } from '../domain/text/language.ts';
import { systemTimeZone } from '../domain/time.ts';
import { type FreeSpace, watchFreeSpace } from '../record/free-space.ts';
import { Engine } from '../session/engine.ts';
import { readLostRun } from '../session/lost-run.ts';
import type { Publisher } from '../session/publishers.ts';
import type { Snapshot } from '../session/snapshot.ts';
import { ViewPublisher } from '../session/view-publisher.ts';
import { consoleInstance } from './console-id.ts';
import { demonstrationPatient } from './demonstration.ts';
import { DocumentMaker } from './document-maker.ts';
import { Ending } from './ending.ts';
import { exitCodes } from './exit-codes.ts';
import { FluidMemory } from './fluid-memory.ts';
import { FormDesk } from './form-desk.ts';
import { FormFile } from './form-file.ts';
import { clockOf, type RigAtHand, rigAtHand } from './open-rig.ts';
import { PeopleDesk } from './people-desk.ts';
import { Pictures } from './pictures.ts';
import type { Prepared } from './prepare.ts';
import { ProgressPublisher, ProgressWriter } from './progress.ts';
import { Records } from './records.ts';
import { chosenPreset, notOffered, offered, setupView } from './setup.ts';
import type { Surrounding } from './surrounding.ts';
import { Unattended } from './unattended.ts';

/** The console as a program: engine, operator, documents and exit code, whatever shows it. */
export class Program {
  readonly engine: Engine;
  readonly prepared: Prepared;
  /** What the screen shows and reports are written in, by the command line or a screen; `null`: nobody has said. */
  language: Language | null;
  readonly #around: Surrounding;
  readonly #rig: RigAtHand;
  #listing: Promise<readonly PortOnOffer[]> | null = null;
  readonly #view: ViewPublisher;
  readonly #fluid: FluidMemory;
  readonly #unattended: Unattended | null;
  readonly #pictures: Pictures | null;
  readonly #freeSpace: FreeSpace;
  readonly #documents: DocumentMaker;
  /** Who is at the screen, and the form of the next run. */
  readonly people: PeopleDesk;
  readonly form: FormDesk;
  #draftCase: TreatmentCase | null;
  #closed: Promise<void> | null = null;
  readonly #ending: Ending;

  constructor(prepared: Prepared, around: Surrounding) {
    const { options, out } = prepared;
    const { host, version: consoleVersion, say, screenStaleSeconds, audioNotWorking } = around;
    const clock = clockOf(prepared, around.clock);
    const computerNow = {
      monotonicMs: clock.monotonicMs(),
      wallMs: clock.wallMs(),
      uptimeSeconds: around.computerUptimeSeconds(),
    };
    this.prepared = prepared;
    this.language = options.language;
    this.#around = around;
    this.#documents = new DocumentMaker(around, () => this.language ?? defaultLanguage);
    this.#rig = rigAtHand(prepared, clock);
    const link = this.#rig.driver;
    const folders = { out, runs: join(around.dataFolder, 'runs') };
    const records = new Records(folders, around.journalWorker, clock);
    this.#freeSpace = watchFreeSpace(out ?? around.dataFolder, clock);
    const freeStorageMegabytes = () => this.#freeSpace.megabytes;
    const auto = options.operator === 'auto';
    this.#pictures = options.demo && out !== null ? new Pictures(out, around.takePicture, say) : null;
    const { site } = prepared.inForce;
    this.#draftCase = prepared.draftCase;
    this.people = new PeopleDesk({
      folder: around.dataFolder,
      clock: around.clock,
      lockAfterMinutes: site.lockAfterMinutes,
      say,
    });
    this.form = new FormDesk({
      file: new FormFile(around.dataFolder, say),
      lists: site.lists,
      clock,
      isSilent: audioNotWorking,
    });
    this.#view = new ViewPublisher({
      host,
      consoleVersion,
      setup: this.#setup,
      access: () => this.people.view(this.form.released),
      freeStorageMegabytes,
      showView: (view) => this.#show(view),
      showTrend: around.showTrend,
    });
    this.#fluid = new FluidMemory({
      ask: (serialNumber) => records.lastOf(serialNumber),
      remember: (left) => this.engine.remember(left),
      say,
    });
    this.#unattended = auto
      ? new Unattended({
          act: (by, action) => this.engine.act(by, action),
          startRun: (treatmentCase, preset) => this.#begin(unattendedActor, treatmentCase, preset, 0, null),
          recover: (choice, by) => this.engine.recover(choice, by),
          answerFluid: (answer, by) => this.engine.answerFluid(answer, by),
          prepared,
          clock,
          ready: () => this.#pictures === null || this.#pictures.setupTaken,
          remembers: () => !this.#fluid.waits,
          linkFault: () => link.fault,
          say,
          giveUp: (code, why) => {
            say(why);
            void this.#ending.leave(code);
          },
        })
      : null;
    const progress = auto
      ? new ProgressPublisher(
          new ProgressWriter(process.stderr.isTTY === true, (text) => void process.stderr.write(text)),
        )
      : null;
    this.#ending = new Ending({
      clock: around.clock,
      documents: this.#documents,
      pictures: this.#pictures,
      progress,
      unattended: auto,
      somethingIsOpen: () => this.engine.somethingIsOpen,
      close: () => this.close(),
      exit: around.exit,
    });
    const awake: Publisher = { name: 'Keeping awake', publish: (now) => around.runIsOn(needsAwake(now)) };
    const publishers = [this.#view, awake, this.#fluid, this.#unattended, progress].filter(
      (one) => one !== null,
    );
    this.engine = new Engine({
      clock,
      link,
      host,
      consoleVersion,
      console: consoleInstance(around.dataFolder, say),
      timeZone: systemTimeZone,
      site: prepared.inForce.site,
      openJournal: (header) => records.open(header),
      reopenJournal: (path) => records.reopen(path),
      openRescueJournal: (header) => records.open(header),
      lost: prepared.lost.map((found) => readLostRun(found, computerNow)),
      makeDocuments: (run, journalProblem) => this.#ending.ofRun(run, journalProblem),
      makeLostDocuments: (path, problem) => this.#ending.ofLostRun(path, problem),
      makeRescueDocuments: async (path, problem) => void (await this.#documents.of(path, problem)),
      freeStorageMegabytes,
      screenStaleSeconds,
      audioNotWorking,
      publishers,
      say,
    });
  }

  /** A run is open: it must not be left by closing a window. */
  get runIsOpen(): boolean {
    return this.engine.runIsOpen;
  }

  /** By count there is fluid in the cavity, or nobody knows. */
  get fluidIn(): boolean {
    return this.engine.fluidIn;
  }

  /** What the program says of itself when it is left now. */
  get exitCode(): number {
    return this.#ending.exitCode;
  }

  start(): void {
    for (const notice of this.prepared.notices) this.#around.say(notice);
    void this.#openDesks();
    this.engine.start();
  }

  /** Everything a screen needs after loading. */
  load(): Replies['load'] {
    return this.#view.load(this.engine.snapshot());
  }

  async #openDesks(): Promise<void> {
    await Promise.all([this.people.open(), this.form.open()]);
    this.#view.showNow();
  }

  /** What the set-up screen offers. */
  get #setup(): SetupView {
    return setupView({ ...this.prepared, draftCase: this.#draftCase });
  }

  /** What a person asks of the run; whoever stands for it as well is known by a PIN first. */
  act({ action, glass, second }: Requests['act']): Replies['act'] | Promise<Replies['act']> {
    const { by, breakGlass } = this.people.asking(glass);
    if (second === null) return this.engine.act(by, action, { second: null, breakGlass });
    return this.people
      .second(second)
      .then((person) =>
        person === null
          ? { taken: false, why: 'second-not-confirmed' }
          : this.engine.act(by, action, { second: person, breakGlass }),
      );
  }

  /** What a person asks of the machine outside a run. */
  rescue({ glass, request, bits }: Requests['rescue']): Replies['rescue'] {
    const asking = this.people.asking(glass);
    const why = askingRefusal(asking, `rescue-${request}`);
    if (why !== null) return { taken: false, why };
    return this.engine.rescue(asking.by, request, bits, asking.breakGlass);
  }

  /** What becomes of the run that a lost console left open. */
  async recover({ choice, glass }: Requests['recover']): Promise<Replies['recover']> {
    const asking = this.people.asking(glass);
    const why = askingRefusal(asking, `recover-${choice}`);
    if (why !== null) return { ok: false, problem: refusal[why] };
    const recovered = await this.engine.recover(choice, asking.by, asking.breakGlass);
    if (recovered.ok && choice !== 'end') this.#sit(asking.by);
    return recovered;
  }

  /** What a person says of fluid that the last run left. */
  answerFluid({ answer, glass }: Requests['fluid']): Replies['fluid'] {
    const asking = this.people.asking(glass);
    if (askingRefusal(asking, 'answer-fluid') !== null) return { ok: false };
    return { ok: this.engine.answerFluid(answer, asking.by, asking.breakGlass) };
  }

  /** Once it is done the screen sees who is signed in. */
  async afterwards<Done>(doing: Done | Promise<Done>): Promise<Done> {
    const done = await doing;
    this.#view.showNow();
    return done;
  }

  /** Whose run it is from now on; on its record where one is open. */
  async takeChair(request: Requests['takeChair']): Promise<Replies['takeChair']> {
    const taken = await this.people.takeChair(request);
    if (!taken.ok) return taken;
    this.engine.takeChair(taken.from, taken.to);
    return { ok: true };
  }

  /** Leaves the review of a finished run. */
  newCase(): Replies['newCase'] {
    if (askingRefusal(this.people.asking(null), 'new-case') !== null) return { ok: false };
    return { ok: this.engine.newCase() };
  }

  /** One item of the checklist, in the name of whoever is signed in. */
  answerCheck(request: Requests['answerCheck']): Replies['answerCheck'] {
    const asking = this.people.asking(null);
    const why = askingRefusal(asking, 'answer-check');
    return why === null ? this.form.answer(asking.by, request) : { ok: false, why };
  }

  /** Somebody finds the run right as it is planned: OR staff may start exactly that. */
  release(request: Requests['release']): Replies['release'] {
    const asking = this.people.asking(null);
    const why = askingRefusal(asking, 'release-run');
    if (why !== null) return { ok: false, problem: refusal[why] };
    const problem = this.#unanswered(request.case);
    if (problem !== null) return { ok: false, problem };
    this.form.release(asking.by, request);
    this.#view.showNow();
    return { ok: true };
  }

  #unanswered(one: TreatmentCase): string | null {
    const [first] = caseProblems(this.prepared.inForce.site.lists, one);
    return first === undefined ? null : caseProblem(first);
  }

  /** Starts a run by a preset on offer, as it is or with what the site entered; says what stands in the way. */
  async startRun(request: Requests['start']): Promise<Replies['start']> {
    const asking = this.people.asking(null);
    const released = this.form.releasedAs(request);
    const why = askingRefusal(asking, 'start-run', { ...nothingKnown, released: released !== null });
    if (why !== null) return { ok: false, problem: refusal[why] };
    const problem =
      this.#unanswered(request.case) ?? (await this.#startPlanned(asking.by, request, released));
    return problem === null ? { ok: true } : { ok: false, problem };
  }

  /** Whoever may treat has released it by starting it. */
  async #startPlanned(
    by: Actor,
    { case: treatmentCase, presetName, edited, fluidInCavityMl }: PlannedRun,
    released: RunHeader['released'],
  ): Promise<string | null> {
    const preset = chosenPreset(this.#setup, presetName, edited, by.name);
    await this.#fluid.answered();
    if (!preset.ok) return preset.problem;
    const as = released ?? { by, atWallMs: this.#around.clock.wallMs() };
    const one = this.form.stamped(treatmentCase);
    const problem = await this.#begin(by, one, preset.preset, fluidInCavityMl, as);
    if (problem !== null) return problem;
    this.#sit(as.by);
    this.#draftCase = null;
    this.form.clear();
    this.#view.offer(this.#setup);
    return null;
  }

  #sit(by: Actor): void {
    const taken = this.people.sit(by);
    if (taken !== null) this.engine.takeChair(taken.from, taken.to);
  }

  async #begin(
    by: Actor,
    treatmentCase: TreatmentCase,
    preset: EnteredPreset,
    fluidInCavityMl: number | null,
    released: RunHeader['released'],
  ): Promise<string | null> {
    const problem = await this.engine.startRun(by, treatmentCase, preset, fluidInCavityMl, released);
    const run = this.engine.snapshot().run?.header.preset;
    if (problem === null && fluidInCavityMl === 0 && run !== undefined) {
      const { scenario, scenarioIsGiven } = this.prepared;
      this.#rig.nextCase(scenarioIsGiven ? scenario : demonstrationPatient(run));
    }
    return problem;
  }

  /** Where else the rig could be plugged in. */
  ports(): Promise<readonly PortOnOffer[]> {
    // The system is asked once, however often the screen asks meanwhile.
    this.#listing ??= this.#rig.driver.ports().finally(() => {
      this.#listing = null;
    });
    return this.#listing;
  }

  /** A person says where it is, also with a run open: the run stays with its machine. */
  async choosePort(path: string): Promise<Replies['choosePort']> {
    const problem = await this.#rig.driver.choosePort(path);
    if (problem !== null) return { ok: false, problem };
    this.#around.say(`The rig is looked for on ${path}, as chosen at the screen.`);
    return { ok: true };
  }

  /** Keeps a copy of a preset, which is on offer from then on. */
  savePreset({ copyOf, preset }: Requests['savePreset']): Replies['savePreset'] {
    const asking = this.people.asking(null);
    const why = askingRefusal(asking, 'save-preset');
    if (why !== null) return { ok: false, problems: [{ field: 'name', message: refusal[why] }] };
    const base = offered(this.#setup, copyOf);
    if (base === null) return { ok: false, problems: [{ field: 'name', message: notOffered(copyOf) }] };
    const saved = this.prepared.store.save(
      base,
      preset,
      asking.by.name,
      this.engine.snapshot().link.identity,
    );
    if (saved.ok) {
      const { name, version } = saved.preset;
      void this.people.audit.append(asking.by, { type: 'preset-saved', name, version });
      this.#view.offer(this.#setup);
    }
    return saved;
  }

  /**
   * Ends the program in good order, once: a run that is open is stopped and ended (`reason` says by what), the machine
   * is told to stand down, the record is closed and its documents are made.
   */
  close(reason = 'The program was closed.'): Promise<void> {
    this.#closed ??= this.#close(reason);
    return this.#closed;
  }

  async #close(reason: string): Promise<void> {
    this.#unattended?.stop();
    // A console that has given up can end nothing: its run stays open, to be found again.
    const gaveUp = this.engine.authority.state === 'faulted';
    if (this.runIsOpen) this.#ending.exitCode = gaveUp ? exitCodes.interrupted : exitCodes.stopped;
    await this.engine.endInGoodOrder(reason);
    await this.#documents.settled();
    await this.engine.stop();
    await this.engine.endRecords();
    this.#freeSpace.end();
  }

  #show(view: ConsoleView): void {
    this.#around.showView(view);
    if (this.#around.screenPaints()) this.#pictures?.look(view);
  }
}

/** A run is open, or the machine is still told something. */
const needsAwake = ({ stage, authority }: Snapshot): boolean =>
  stage === 'run' || authority.state !== 'reading';
