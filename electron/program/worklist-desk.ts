import type { Replies, Requests } from '../contract/channels.ts';
import type { WorklistView } from '../contract/worklist-view.ts';
import { type Asking, askingRefusal } from '../domain/asking.ts';
import type { TreatmentCase } from '../domain/case.ts';
import type { Patient } from '../domain/patient.ts';
import { refusal } from '../domain/text/en-refusals.ts';
import { type Clock, systemTimeZone } from '../domain/time.ts';
import { type FolderFiles, folderFiles } from '../worklist/folder-files.ts';
import { matchWristband } from '../worklist/match.ts';
import { type WatchedFolder, watchFolder } from '../worklist/watch-folder.ts';
import { BegunFile } from './begun-file.ts';
import { caseOfText } from './case-file.ts';
import { noWorklist, worklistView } from './worklist-view.ts';

export interface WorklistDeskOptions {
  /** Where `begun.json` lies. */
  readonly dataFolder: string;
  readonly clock: Pick<Clock, 'wallMs' | 'after'>;
  /** Where the hospital drops its messages, by the rules in force; "": nowhere. */
  readonly folder: () => string;
  readonly asking: () => Asking;
  readonly onChange: () => void;
  readonly say: (line: string) => void;
  readonly files?: (folder: string) => FolderFiles;
}

/** Who waits for a treatment, and whose wristband it is. All of it beside the ticks. */
export class WorklistDesk {
  readonly #options: WorklistDeskOptions;
  readonly #begun: BegunFile;
  #watched: { readonly folder: string; readonly files: WatchedFolder<TreatmentCase> } | null = null;
  #view: WorklistView = noWorklist;
  #isOpen = false;

  constructor(options: WorklistDeskOptions) {
    this.#options = options;
    this.#begun = new BegunFile(options.dataFolder, options.say);
  }

  /** Looks into the folder once it is known who was treated already. Never rejects. */
  async open(): Promise<void> {
    await this.#begun.read(this.#options.clock.wallMs());
    this.#isOpen = true;
    this.follow();
  }

  /** The rules may name another folder now: one watch ends, another begins. */
  follow(): void {
    const { clock, folder: inForce, files = folderFiles } = this.#options;
    const folder = inForce();
    if (!this.#isOpen || folder === (this.#watched?.folder ?? '')) return;
    this.#watched?.files.end();
    this.#watched = null;
    this.#show({ ...noWorklist, folder });
    if (folder === '') return;
    const watched = watchFolder<TreatmentCase>({
      files: files(folder),
      clock,
      readCase: caseOfText,
      used: () => this.#begun.begun,
      offsetMinutes: (wallMs) => systemTimeZone(wallMs).offsetMinutes,
      onChange: (worklist) => this.#show(worklistView(folder, worklist)),
    });
    this.#watched = { folder, files: watched };
  }

  /** A run has begun for somebody, who waits no more. */
  hasBegun(patient: Patient): void {
    this.#begun.add(patient, this.#options.clock.wallMs());
    this.#watched?.files.refresh();
  }

  /** Who waits, for whoever may see it. */
  list(): Replies['worklist'] {
    const why = askingRefusal(this.#options.asking(), 'worklist');
    return why === null ? { ok: true, worklist: this.#view } : { ok: false, problem: refusal[why], why };
  }

  /** Nothing of anybody is told: what was typed is held against what was scanned. */
  wristband({ scan, identifiers }: Requests['wristband']): Replies['wristband'] {
    return matchWristband(scan, { identifiers });
  }

  end(): void {
    this.#isOpen = false;
    this.#watched?.files.end();
  }

  #show(view: WorklistView): void {
    this.#view = view;
    this.#options.onChange();
  }
}
