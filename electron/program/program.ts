import { join } from 'node:path';
import type { Replies } from '../contract/channels.ts';
import type { ConsoleView } from '../contract/view.ts';
import { type Actor, unattendedActor } from '../domain/actor.ts';
import type { TreatmentCase } from '../domain/case.ts';
import type { EnteredPreset } from '../domain/preset.ts';
import type { PortOnOffer } from '../domain/rig-driver.ts';
import type { RunHeader } from '../domain/run-event.ts';
import { defaultLanguage, type Language } from '../domain/text/language.ts';
import { systemTimeZone } from '../domain/time.ts';
import { type FreeSpace, watchFreeSpace } from '../record/free-space.ts';
import { Engine } from '../session/engine.ts';
import { readLostRun } from '../session/lost-run.ts';
import type { Publisher } from '../session/publishers.ts';
import type { Snapshot } from '../session/snapshot.ts';
import { ViewPublisher } from '../session/view-publisher.ts';
import { Bedside } from './bedside.ts';
import { consoleInstance } from './console-id.ts';
import { DeliveryDesk } from './delivery-desk.ts';
import { demonstrationPatient } from './demonstration.ts';
import { DocumentMaker } from './document-maker.ts';
import { Ending } from './ending.ts';
import { exitCodes } from './exit-codes.ts';
import { FluidMemory } from './fluid-memory.ts';
import { FormDesk } from './form-desk.ts';
import { FormFile } from './form-file.ts';
import { Issuing } from './issuing.ts';
import { clockOf, type RigAtHand, rigAtHand } from './open-rig.ts';
import { PeopleDesk } from './people-desk.ts';
import { Pictures } from './pictures.ts';
import type { Prepared } from './prepare.ts';
import { ProgressPublisher, ProgressWriter } from './progress.ts';
import { Records } from './records.ts';
import { ReviewDesk } from './review-desk.ts';
import { Sealing } from './sealing.ts';
import { setupView } from './setup.ts';
import { SiteDesk } from './site-desk.ts';
import { sitePaths } from './site-file.ts';
import type { Surrounding } from './surrounding.ts';
import { Unattended } from './unattended.ts';
import { WorklistDesk } from './worklist-desk.ts';

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
  /** What people at the screen ask. */
  readonly bedside: Bedside;
  /** Documents are handed over to it. */
  readonly delivery: DeliveryDesk;
  readonly #issuing: Issuing;
  #closed: Promise<void> | null = null;
  readonly #ending: Ending;
  readonly #worklist: WorklistDesk;

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
    this.#rig = rigAtHand(prepared, clock);
    const link = this.#rig.driver;
    const folders = { out, runs: join(around.dataFolder, 'runs') };
    const records = new Records(folders, around.journalWorker, clock);
    this.#freeSpace = watchFreeSpace(out ?? around.dataFolder, clock);
    const freeStorageMegabytes = () => this.#freeSpace.megabytes;
    const auto = options.operator === 'auto';
    this.#pictures = options.demo && out !== null ? new Pictures(out, around.takePicture, say) : null;
    const today = () => new Date(around.clock.wallMs()).toISOString().slice(0, 10);
    const people = new PeopleDesk({
      folder: around.dataFolder,
      clock: around.clock,
      get lockAfterMinutes() {
        return siteDesk.inForce.site.lockAfterMinutes;
      },
      say,
    });
    const siteDesk = new SiteDesk({
      inForce: prepared.inForce,
      paths: options.siteFile === null ? sitePaths(around.dataFolder) : null,
      audit: people.audit,
      today,
    });
    const sealing = new Sealing(around);
    this.#documents = new DocumentMaker({
      around,
      sealing,
      language: () => this.language ?? defaultLanguage,
      reportFolder: () => siteDesk.inForce.site.reportFolder,
    });
    const form = new FormDesk({
      file: new FormFile(around.dataFolder, say),
      lists: () => siteDesk.inForce.site.lists,
      clock,
      isSilent: audioNotWorking,
      isAsked: () => {
        const { stage, recovery } = this.engine.snapshot();
        return stage === 'setup' && recovery() === null;
      },
    });
    this.#view = new ViewPublisher({
      host,
      consoleVersion,
      setup: setupView(prepared),
      access: () => people.view(form.released),
      freeStorageMegabytes,
      showView: (view) => this.#show(view),
      showTrend: around.showTrend,
    });
    this.#worklist = new WorklistDesk({
      dataFolder: around.dataFolder,
      clock: around.clock,
      folder: () => siteDesk.inForce.site.worklistFolder,
      asking: () => people.asking(null),
      onChange: () => this.#view.worklistChanged(),
      say,
    });
    this.delivery = new DeliveryDesk({
      dataFolder: around.dataFolder,
      clock: around.clock,
      makePort: auto ? null : around.makeCourier,
      asking: () => people.asking(null),
      say,
    });
    this.#fluid = new FluidMemory({
      ask: (serialNumber) => records.lastOf(serialNumber),
      remember: (left) => this.engine.remember(left),
      say,
    });
    this.#issuing = new Issuing({
      documents: this.#documents,
      keeping: sealing,
      delivery: this.delivery,
      say,
    });
    const review = new ReviewDesk({
      keeping: sealing,
      asking: () => people.asking(null),
      clock,
      now: () => this.engine.snapshot(),
      issue: (...record) => void this.#issuing.issue(...record),
    });
    this.bedside = new Bedside({
      prepared,
      clock,
      engine: () => this.engine,
      people,
      form,
      site: siteDesk,
      worklist: this.#worklist,
      review,
      view: this.#view,
      fluidAnswered: () => this.#fluid.answered(),
      earlierOf: (query) => records.earlierOf(query),
      begin: (...plan) => this.#begin(...plan),
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
      get site() {
        return siteDesk.inForce.site;
      },
      openJournal: (header) => records.open(header),
      reopenJournal: (path) => records.reopen(path),
      openRescueJournal: (header) => records.open(header),
      lost: prepared.lost.map((found) => readLostRun(found, computerNow)),
      makeDocuments: (run, ...ended) => {
        review.knows(run.header.runId, run.journal.path);
        return this.#ending.ofRun(run, ...ended);
      },
      makeLostDocuments: (found, problem) => {
        review.knows(found.header.runId, found.path);
        return this.#ending.ofLostRun(found, problem);
      },
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
    void this.bedside.open();
    void this.delivery.open().then((unfinished) => this.#issuing.finish(unfinished));
    this.engine.start();
  }

  /** Everything a screen needs after loading. */
  load(): Replies['load'] {
    return this.#view.load(this.engine.snapshot());
  }

  async #begin(
    by: Actor,
    treatmentCase: TreatmentCase,
    preset: EnteredPreset,
    fluidInCavityMl: number | null,
    released: RunHeader['released'],
  ): Promise<string | null> {
    const problem = await this.engine.startRun(by, treatmentCase, preset, fluidInCavityMl, released);
    if (problem === null) this.#worklist.hasBegun(treatmentCase.patient);
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
    await this.#issuing.settled();
    await this.#documents.settled();
    this.#worklist.end();
    await this.delivery.end();
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
