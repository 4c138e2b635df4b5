import type { ConsoleView, TrendUpdate } from '../contract/view.ts';
import type { CourierPort } from '../delivery/messages.ts';
import type { MakeChartFiles } from '../documents/ask-thread.ts';
import type { Clock } from '../domain/time.ts';
import type { ReportJob } from '../report/write-report.ts';
import type { SecretStore } from '../seal/console-key.ts';

/** What the program needs of the window system around it. */
export interface Surrounding {
  readonly clock: Clock;
  readonly host: 'electron' | 'stand-in';
  readonly version: string;
  /** Since the computer was started, s; `null`: it does not say. */
  readonly computerUptimeSeconds: () => number | null;
  readonly dataFolder: string;
  readonly journalWorker: URL;
  /** The thread of deliveries; throws where none can be made. `null`: nothing is delivered. */
  readonly makeCourier: (() => CourierPort) | null;
  readonly fontSheets: readonly string[];
  readonly showView: (view: ConsoleView) => void;
  readonly showTrend: (update: TrendUpdate) => void;
  readonly screenStaleSeconds: () => number;
  readonly audioNotWorking: () => boolean;
  /** The screen has painted and goes on painting. */
  readonly screenPaints: () => boolean;
  readonly takePicture: () => Promise<Uint8Array>;
  readonly printPdf: ReportJob['printPdf'];
  readonly makeChartFiles: MakeChartFiles;
  /** Where the system keeps secrets; `null`: it has no such place. */
  readonly secrets: SecretStore | null;
  readonly runIsOn: (on: boolean) => void;
  readonly say: (line: string) => void;
  readonly exit: (code: number) => void;
}
