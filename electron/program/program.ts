import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { RigLink } from '../../native-bridge/rig/link.ts';
import type { Replies, Requests } from '../contract/channels.ts';
import type { ConsoleView, TrendUpdate } from '../contract/view.ts';
import type { Language } from '../domain/text/language.ts';
import type { Clock } from '../domain/time.ts';
import { type FreeSpace, watchFreeSpace } from '../record/free-space.ts';
import { Journal } from '../record/journal.ts';
import type { ReportJob } from '../report/write-report.ts';
import { Console } from '../session/console.ts';
import { simulatedSite } from '../session/site.ts';
import type { TreatmentRun } from '../session/treatment-run.ts';
import { writeDocuments } from './documents.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import { clockOf, rigOpener } from './open-rig.ts';
import { Pictures } from './pictures.ts';
import type { Prepared } from './prepare.ts';
import { ProgressWriter, progressLine, sessionRate } from './progress.ts';
import { chosenPreset, notOffered, offered, setupView } from './setup.ts';
import { Unattended } from './unattended.ts';

/** What the program needs of the window system around it. */
export interface Surrounding {
  readonly clock: Clock;
  readonly host: 'electron' | 'stand-in';
  readonly version: string;
  readonly dataFolder: string;
  readonly journalWorker: URL;
  readonly fontSheets: readonly string[];
  readonly showView: (view: ConsoleView) => void;
  readonly showTrend: (update: TrendUpdate) => void;
  readonly screenStaleSeconds: () => number;
  readonly audioNotWorking: () => boolean;
  /** The screen has painted and goes on painting. */
  readonly screenPaints: () => boolean;
  readonly takePicture: () => Promise<Uint8Array>;
  readonly printPdf: ReportJob['printPdf'];
  readonly runIsOn: (on: boolean) => void;
  readonly say: (line: string) => void;
  readonly exit: (code: number) => void;
}

/** The console as a program: session, operator, documents and exit code, whatever shows it. */
export class Program {
  readonly console: Console;
  readonly prepared: Prepared;
  readonly #around: Surrounding;
  readonly #unattended: Unattended | null;
  readonly #pictures: Pictures | null;
  readonly #progress: ProgressWriter | null;
  readonly #freeSpace: FreeSpace;
  #run: TreatmentRun | null = null;
  /** When it began, by the monotonic clock. */
  #begunMs = 0;
  /** Nobody operates any more. */
  #closing = false;
  #exitCode: number = exitCodes.noTreatment;

  constructor(prepared: Prepared, around: Surrounding) {
    const { options, out } = prepared;
    const { say } = around;
    const clock = clockOf(prepared, around.clock);
    this.prepared = prepared;
    this.language = options.language;
    this.#around = around;
    const link = new RigLink({ opener: rigOpener(prepared, clock), clock });
    this.#freeSpace = watchFreeSpace(out ?? around.dataFolder, clock);
    this.console = new Console({
      clock,
      link,
      host: around.host,
      consoleVersion: around.version,
      setup: setupView(prepared),
      site: simulatedSite,
      openJournal: async (header) => {
        const folder = out ?? join(around.dataFolder, 'runs', header.runId);
        try {
          mkdirSync(folder, { recursive: true });
        } catch (error) {
          return {
            ok: false,
            problem: `${folder} cannot be made: ${(error as Error).message}. Choose another folder.`,
          };
        }
        return Journal.open(join(folder, 'journal.sqlite'), header, around.journalWorker);
      },
      freeStorageMegabytes: () => this.#freeSpace.megabytes,
      screenStaleSeconds: around.screenStaleSeconds,
      audioNotWorking: around.audioNotWorking,
      listener: {
        view: (view) => this.#viewed(view),
        trend: around.showTrend,
        ticked: (run) => this.#ticked(run),
        ended: (run, journalProblem) => this.#ended(run, journalProblem),
      },
    });
    const auto = options.operator === 'auto';
    const pictures = options.demo && out !== null ? new Pictures(out, around.takePicture, say) : null;
    this.#pictures = pictures;
    const ready = (): boolean => pictures === null || pictures.setupTaken;
    const giveUp = (code: number, why: string): void => {
      say(why);
      void this.#leave(code);
    };
    const { console } = this;
    const linkFault = () => link.fault;
    this.#unattended = auto ? new Unattended({ console, prepared, clock, ready, linkFault, giveUp }) : null;
    this.#progress = auto
      ? new ProgressWriter(process.stderr.isTTY === true, (text) => void process.stderr.write(text))
      : null;
  }

  /** What reports are written in, as chosen at the screen. */
  language: Language;

  /** A run is open: it must not be left by closing a window. */
  get runIsOpen(): boolean {
    return this.#run !== null && !this.#run.over;
  }

  /** What the program says of itself when it is left now. */
  get exitCode(): number {
    return this.#exitCode;
  }

  start(): void {
    this.console.start();
  }

  /** Starts a run by a preset on offer, as it is or with what the site entered; says what stands in the way. */
  async startRun({ case: treatmentCase, presetName, edited }: Requests['start']): Promise<Replies['start']> {
    const preset = chosenPreset(setupView(this.prepared), presetName, edited, treatmentCase.perfusionist);
    const problem = preset.ok ? await this.console.startRun(treatmentCase, preset.preset) : preset.problem;
    return problem === null ? { ok: true } : { ok: false, problem };
  }

  /** Keeps a copy of a preset, which is on offer from then on. */
  savePreset({ copyOf, preset, by }: Requests['savePreset']): Replies['savePreset'] {
    const base = offered(setupView(this.prepared), copyOf);
    if (base === null) return { ok: false, problems: [{ field: 'name', message: notOffered(copyOf) }] };
    const saved = this.prepared.store.save(base, preset, by, this.console.load().view.rig.identity);
    if (saved.ok) this.console.offer(setupView(this.prepared));
    return saved;
  }

  /** Ends the program in good order: with a run open, heater and pump go off first and the run is kept as stopped. */
  async close(): Promise<void> {
    this.#closing = true;
    if (this.runIsOpen) {
      this.console.act('console closing', { type: 'stop-run' });
      this.#exitCode = exitCodes.stopped;
      await new Promise((resolve) => this.#around.clock.after(300, () => resolve(null)));
      await this.#run?.journal.close();
    }
    this.#freeSpace.end();
    await this.console.stop();
  }

  #viewed(view: ConsoleView): void {
    this.#around.showView(view);
    this.#unattended?.look(view);
    if (this.#around.screenPaints()) this.#pictures?.look(view);
  }

  #ticked(run: TreatmentRun): void {
    const nowMs = this.#around.clock.monotonicMs();
    if (this.#run !== run) {
      this.#around.runIsOn(true);
      this.#begunMs = nowMs;
    }
    this.#run = run;
    if (!this.#closing) this.#unattended?.operate(run);
    const rate = sessionRate(run.state.nowMs, nowMs - this.#begunMs);
    this.#progress?.show(() => progressLine(run.view(0), rate), nowMs);
  }

  async #ended(run: TreatmentRun, journalProblem: string | null): Promise<void> {
    const { say, printPdf, fontSheets, runIsOn } = this.#around;
    this.#progress?.end();
    const files = await writeDocuments(run.journal.path, this.language, printPdf, fontSheets);
    run.files = { ...files, problem: journalProblem ?? files.problem };
    const outcome = run.view(0).outcome ?? 'aborted';
    this.#exitCode = run.files.problem === null ? exitCodeOf(outcome) : exitCodes.documentsFailed;
    runIsOn(false);
    say(run.files.problem ?? `Run ${outcome}. Report, data and summary are in ${files.folder}`);
    if (this.#unattended !== null) setImmediate(() => void this.#leaveAfterPictures());
  }

  async #leaveAfterPictures(): Promise<void> {
    if (this.#pictures !== null)
      await new Promise((resolve) => this.#around.clock.after(1500, () => resolve(null)));
    await this.#pictures?.done();
    await this.#leave(this.#exitCode);
  }

  async #leave(code: number): Promise<void> {
    this.#exitCode = code;
    await this.close();
    this.#around.exit(code);
  }
}
