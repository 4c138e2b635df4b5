import type { RigLink } from '../../native-bridge/rig/link.ts';
import type { ConsoleView, SetupView, TrendUpdate } from '../contract/view.ts';
import type { RunHeader } from '../domain/run-event.ts';
import type { Clock } from '../domain/time.ts';
import type { OpenJournal } from '../record/journal.ts';
import type { SiteSettings } from './site.ts';
import type { TreatmentRun } from './treatment-run.ts';

/** What a console stands on, and who listens to it. */
export interface ConsoleOptions {
  readonly clock: Clock;
  readonly link: RigLink;
  readonly host: 'electron' | 'stand-in';
  readonly consoleVersion: string;
  readonly setup: SetupView;
  readonly site: SiteSettings;
  /** Makes the journal of a new run in a folder of its own. */
  readonly openJournal: (header: RunHeader) => Promise<OpenJournal>;
  /** Free on the disk of the record, in MB of 10⁶ bytes; `null`: not known. */
  readonly freeStorageMegabytes: () => number | null;
  /** How long the screen has not painted, s (wall time); 0 while no screen is expected. */
  readonly screenStaleSeconds: () => number;
  /** A screen is expected and its audio output is missing, suspended or failed its self-test. */
  readonly audioNotWorking: () => boolean;
  readonly listener: ConsoleListener;
}

export interface ConsoleListener {
  /** At most four times a second, and at once when something urgent changed. */
  view(view: ConsoleView): void;
  trend(update: TrendUpdate): void;
  /** After every tick of a run. */
  ticked(run: TreatmentRun): void;
  /** The run is over and its journal closed; resolves when its documents are written. */
  ended(run: TreatmentRun, journalProblem: string | null): Promise<void>;
}
