import { join } from 'node:path';
import { syncFolder } from '../record/sync-folder.ts';
import { openPart, type PartFile } from './publish.ts';

export const fileNames = { report: 'report.pdf', samples: 'samples.csv', summary: 'summary.json' } as const;
export type FileKind = keyof typeof fileNames;
export const fileKinds = Object.keys(fileNames) as FileKind[];

/** A file that was not made, and why. */
export interface MissingFile {
  readonly name: string;
  readonly why: string;
}

/** Where each document is; `null`: not made, and then named in `missing`, or not asked for. */
export type ReportFiles = Readonly<Record<FileKind, string | null>> & {
  readonly missing: readonly MissingFile[];
};

/** Documents made one by one: each whole or not at all, and none takes another with it. */
export class MadeFiles {
  readonly #folder: string;
  readonly #signal: AbortSignal;
  readonly #asked: ReadonlySet<FileKind>;
  readonly #parts = new Map<FileKind, PartFile>();
  readonly #made: Record<FileKind, string | null> = { report: null, samples: null, summary: null };
  readonly #missing = new Map<FileKind, MissingFile>();

  constructor(folder: string, asked: readonly FileKind[], signal: AbortSignal) {
    this.#folder = folder;
    this.#asked = new Set(asked);
    this.#signal = signal;
  }

  /** Writes on. Where a file fails, nothing more of it is written. Rejects with the reason of the signal only. */
  write(kind: FileKind, data: () => string | Uint8Array | Promise<string | Uint8Array>): Promise<void> {
    return this.#try(kind, async () => {
      const bytes = await data();
      const part = this.#parts.get(kind) ?? (await openPart(join(this.#folder, fileNames[kind])));
      this.#parts.set(kind, part);
      await part.write(bytes);
    });
  }

  /** On disk first, then under its name, never over a file that is there. */
  publish(kind: FileKind): Promise<void> {
    return this.#try(kind, async () => {
      const part = this.#parts.get(kind);
      if (part === undefined) return;
      await part.finish();
      await part.publish();
      await syncFolder(this.#folder);
      this.#made[kind] = part.target;
    });
  }

  /** Removes what has no name of its own yet. */
  async discard(): Promise<void> {
    for (const part of this.#parts.values()) await part.discard().catch(() => {});
  }

  get files(): ReportFiles {
    return { ...this.#made, missing: [...this.#missing.values()] };
  }

  async #try(kind: FileKind, work: () => Promise<void>): Promise<void> {
    if (!this.#asked.has(kind) || this.#missing.has(kind)) return;
    try {
      await work();
    } catch (error) {
      this.#signal.throwIfAborted();
      this.#missing.set(kind, { name: fileNames[kind], why: (error as Error).message });
    }
    this.#signal.throwIfAborted();
  }
}
