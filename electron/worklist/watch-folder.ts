import type { Clock } from '../domain/time.ts';
import { mostFileBytes } from '../domain/utf8.ts';
import { combine, type OffsetMinutes, type UsedPatient } from './combine.ts';
import type { FileLook, FolderFiles } from './folder-files.ts';
import {
  type FileContent,
  type FolderTrouble,
  isCaseFile,
  nothingBut,
  type ReadCase,
  readCaseFile,
  readMessageFile,
  type Why,
} from './read-file.ts';
import { mostFileMegabytes, mostMessageFileBytes } from './split-file.ts';
import { type CaseEntry, isSameList, type Worklist, type WorklistProblem } from './worklist.ts';

export interface WatchOptions<Case> {
  readonly files: FolderFiles;
  readonly clock: Pick<Clock, 'after'>;
  readonly readCase: ReadCase<Case>;
  /** Sessions that were begun from the list, of all time that the folder's messages may be of. */
  readonly used: () => readonly UsedPatient[];
  readonly offsetMinutes: OffsetMinutes;
  /** Called whenever the list is another than before. */
  readonly onChange: (worklist: Worklist<Case>) => void;
}

export interface WatchedFolder<Case> {
  readonly worklist: Worklist<Case>;
  /** Sessions were begun: the list is made anew of what was read. */
  refresh(): void;
  end(): void;
}

/** Between two looks, ms; doubled while the folder cannot be read, up to the longest. */
export const lookEveryMs = 3_000;
export const longestWaitMs = 60_000;
/** A disk or share that has not answered by then hangs, ms. It is waited for all the same: one question at a time. */
export const hangsAfterMs = 10_000;
/** The newest are read. */
export const mostFiles = 500;
/** What writers name a file that is not ready. */
const isTemporary = (name: string): boolean => /^\.|~$|\.(?:tmp|temp|part|partial|lock)$/i.test(name);

/** Looks into a folder every few seconds, for as long as it lives. */
export function watchFolder<Case>(options: WatchOptions<Case>): WatchedFolder<Case> {
  const watch = new Watch(options);
  watch.begin();
  return watch;
}

interface SeenFile extends FileLook {
  readonly name: string;
}

type Contents<Case> = ReadonlyMap<string, SeenFile & { readonly content: FileContent<Case> }>;

class Watch<Case> implements WatchedFolder<Case> {
  readonly #options: WatchOptions<Case>;
  #worklist: Worklist<Case> = { waiting: [], problems: [] };
  #contents: Contents<Case> = new Map();
  /** What the list was made of; `null`: it has to be made anew. */
  #madeOf: Contents<Case> | null = null;
  #lastLook: ReadonlyMap<string, SeenFile> = new Map();
  #folderProblem: Why | null = null;
  #fileProblems: readonly WorklistProblem[] = [];
  #waitMs = lookEveryMs;
  #ended = false;
  #cancel = (): void => {};

  constructor(options: WatchOptions<Case>) {
    this.#options = options;
  }

  get worklist(): Worklist<Case> {
    return this.#worklist;
  }

  begin(): void {
    void this.#look();
  }

  refresh(): void {
    this.#madeOf = null;
    this.#publish();
  }

  end(): void {
    this.#ended = true;
    this.#cancel();
  }

  async #look(): Promise<void> {
    try {
      await this.#readFolder();
      this.#folderProblem = null;
      this.#waitMs = lookEveryMs;
    } catch (error) {
      this.#folderProblem = troubleOf(error as NodeJS.ErrnoException);
      this.#waitMs = Math.min(2 * this.#waitMs, longestWaitMs);
    } finally {
      if (!this.#ended) this.#cancel = this.#options.clock.after(this.#waitMs, () => void this.#look());
    }
    this.#publish();
  }

  async #readFolder(): Promise<void> {
    const { files } = this.#options;
    const names = (await this.#within(() => files.list())).filter((name) => !isTemporary(name));
    const problems: WorklistProblem[] = [];
    const found: SeenFile[] = [];
    for (const name of names) {
      const seen = await this.#ofFile(name, problems, () => files.look(name));
      if (seen) found.push({ name, ...seen });
    }
    // Files that went may be a folder that went: then what was read of it stays.
    if (found.length < names.length) await this.#within(() => files.list());
    found.sort((a, b) => b.modifiedMs - a.modifiedMs || (a.name < b.name ? 1 : -1));
    const kept = found.slice(0, mostFiles);
    const leftOut = found.length - kept.length;
    if (leftOut > 0) problems.push({ file: '', why: { kind: 'too-many-files', most: mostFiles, leftOut } });
    await this.#readFiles(kept, problems);
    this.#fileProblems = problems;
  }

  async #readFiles(found: readonly SeenFile[], problems: WorklistProblem[]): Promise<void> {
    const [known, before] = [this.#contents, this.#lastLook];
    const contents = new Map<string, SeenFile & { readonly content: FileContent<Case> }>();
    const keep = (name: string): void => {
      const one = known.get(name);
      if (one) contents.set(name, one);
    };
    for (const { file } of problems) keep(file);
    for (const file of found) {
      // What a file held before holds until the new content is whole.
      keep(file.name);
      // One that was another at the last look is still being written.
      if (isSame(known.get(file.name), file) || !isSame(before.get(file.name), file)) continue;
      const content = await this.#contentOf(file, problems);
      if (content) contents.set(file.name, { ...file, content });
    }
    this.#lastLook = new Map(found.map((file) => [file.name, file]));
    this.#contents = contents;
  }

  /** `null`: it could not be read, or is no longer what was looked at. */
  async #contentOf(file: SeenFile, problems: WorklistProblem[]): Promise<FileContent<Case> | null> {
    const { files, readCase, clock } = this.#options;
    const isCase = isCaseFile(file.name);
    const mostBytes = isCase ? mostFileBytes : mostMessageFileBytes;
    if (file.size > mostBytes)
      return nothingBut({
        kind: 'too-large',
        mostMegabytes: isCase ? mostFileBytes / 1e6 : mostFileMegabytes,
      });
    const bytes = await this.#ofFile(file.name, problems, () => files.read(file.name, mostBytes + 1));
    if (bytes === null || bytes.length !== file.size) return null;
    if (isCase) return readCaseFile(bytes, readCase);
    const turn = (): Promise<void> => new Promise((resolve) => void clock.after(0, resolve));
    return readMessageFile(file.name, file, bytes, turn);
  }

  /** What is wrong with one file keeps no other from being read; a folder that goes meanwhile is told by the next look. */
  async #ofFile<T>(name: string, problems: WorklistProblem[], ask: () => Promise<T>): Promise<T | null> {
    try {
      return await this.#within(ask);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT')
        problems.push({ file: name, why: { kind: 'file-unreadable', detail: code ?? message } });
      return null;
    }
  }

  async #within<T>(ask: () => Promise<T>): Promise<T> {
    if (this.#ended) throw new Error('ended');
    const cancel = this.#options.clock.after(hangsAfterMs, () => {
      this.#folderProblem = { kind: 'folder-hangs', detail: `${hangsAfterMs / 1000} s` };
      this.#publish();
    });
    try {
      return await ask();
    } finally {
      cancel();
    }
  }

  #publish(): void {
    if (this.#ended) return;
    const all = [...this.#contents.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    const ofFolder = this.#folderProblem ? [{ file: '', why: this.#folderProblem }] : [];
    const ofContents = all.flatMap(({ name, content }) =>
      content.problems.map((why) => ({ file: name, why })),
    );
    const isAsBefore = this.#madeOf !== null && holdsTheSame(this.#contents, this.#madeOf);
    const worklist: Worklist<Case> = {
      waiting: isAsBefore ? this.#worklist.waiting : this.#waiting(all),
      problems: [...ofFolder, ...this.#fileProblems, ...ofContents],
    };
    this.#madeOf = this.#contents;
    if (isSameList(worklist, this.#worklist)) return;
    this.#worklist = worklist;
    this.#options.onChange(worklist);
  }

  #waiting(all: readonly (SeenFile & { readonly content: FileContent<Case> })[]): Worklist<Case>['waiting'] {
    const { used, offsetMinutes } = this.#options;
    const messages = all.flatMap(({ content }) => content.messages);
    const cases = all.flatMap(({ name, content }): readonly CaseEntry<Case>[] =>
      content.case ? [{ from: 'case-file', key: name, case: content.case.is }] : [],
    );
    return [...combine(messages, used(), offsetMinutes), ...cases];
  }
}

const holdsTheSame = <Case>(a: Contents<Case>, b: Contents<Case>): boolean =>
  a.size === b.size && [...a].every(([name, one]) => b.get(name) === one);

const isSame = (a: FileLook | undefined, b: FileLook): boolean =>
  a !== undefined && a.size === b.size && a.modifiedMs === b.modifiedMs;

const troubles: Readonly<Record<string, FolderTrouble>> = {
  ENOENT: 'folder-gone',
  ENOTDIR: 'folder-gone',
  EACCES: 'folder-denied',
  EPERM: 'folder-denied',
};

const troubleOf = ({ code, message }: NodeJS.ErrnoException): Why => ({
  kind: troubles[code ?? ''] ?? 'folder-unreadable',
  detail: code ?? message,
});
