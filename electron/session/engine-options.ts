import type { RunFiles } from '../contract/view.ts';
import type { RigDriver } from '../domain/rig-driver.ts';
import type { ConsoleInstance, RescueHeader, RunHeader } from '../domain/run-event.ts';
import type { Site } from '../domain/site.ts';
import type { Clock } from '../domain/time.ts';
import type { TimeZone } from '../domain/time-zone.ts';
import type { OpenJournal } from '../record/journal.ts';
import type { OpenRun } from '../record/open-runs.ts';
import type { LostRun } from './lost-run.ts';
import type { Publisher } from './publishers.ts';
import type { TreatmentRun } from './treatment-run.ts';

/** What the engine stands on. Nothing of it is called inside a tick but the clock, the link, and what only answers. */
export interface EngineOptions {
  readonly clock: Clock;
  readonly link: RigDriver;
  readonly host: 'electron' | 'stand-in';
  readonly consoleVersion: string;
  /** This installation. */
  readonly console: ConsoleInstance;
  /** Of this computer, at a moment. */
  readonly timeZone: (wallMs: number) => TimeZone;
  /** The rules that runs begin under here. */
  readonly site: Site;
  /** Makes the journal of a new run in a folder of its own. */
  readonly openJournal: (header: RunHeader) => Promise<OpenJournal>;
  /** Goes on with the journal of a run that its console lost. */
  readonly reopenJournal: (path: string) => Promise<OpenJournal>;
  /** Makes the journal of what a person asks of the machine outside a run. */
  readonly openRescueJournal: (header: RescueHeader) => Promise<OpenJournal>;
  /** Runs that a lost console left open, the newest first. */
  readonly lost: readonly LostRun[];
  /** Makes the documents of a run that nobody goes on with, and those of a rescue, from their journals. */
  readonly makeLostDocuments: (found: OpenRun, journalProblem: string | null) => Promise<void>;
  readonly makeRescueDocuments: (journalPath: string, journalProblem: string | null) => Promise<void>;
  /** Makes the documents of a run whose journal is closed; `journalProblem`: what of it is not on disk. */
  readonly makeDocuments: (run: TreatmentRun, journalProblem: string | null) => Promise<RunFiles>;
  /** Free on the disk of the record, in MB of 10⁶ bytes; `null`: not known. */
  readonly freeStorageMegabytes: () => number | null;
  /** How long the screen has not painted, s (wall time); 0 while no screen is expected. */
  readonly screenStaleSeconds: () => number;
  /** A screen is expected and its audio output is missing, suspended or failed its self-test. */
  readonly audioNotWorking: () => boolean;
  /** After every tick, and at once after an action. */
  readonly publishers: readonly Publisher[];
  readonly say: (line: string) => void;
}
