import { basename, dirname } from 'node:path';
import type { DeliveryDisk } from '../../../electron/delivery/disk.ts';

interface File {
  readonly bytes: Uint8Array;
  readonly modifiedMs: number;
}

const failing = (code: string): Error => Object.assign(new Error(`${code}: simulated`), { code });

/** Files and folders in memory: what is done in one step on a disk is done in one step here, and what is not is not. */
export class SimulatedDisk implements DeliveryDisk {
  readonly files = new Map<string, File>();
  readonly folders = new Set<string>();
  readonly readOnly = new Set<string>();
  /** By folder; a file or folder is on the volume of the nearest one above it. */
  readonly volumes = new Map<string, number>();
  /** By what a question begins with; it is answered once the promise is. */
  readonly hanging = new Map<string, Promise<void>>();
  readonly unremovable = new Set<string>();
  free: number | null = 1e9;
  /** Before and after whatever changes or is asked. */
  step: () => void = () => {};
  #nowMs = 1;

  put(path: string, content: string | Uint8Array): void {
    this.#nowMs += 1;
    this.files.set(path, { bytes: Buffer.from(content), modifiedMs: this.#nowMs });
  }

  names(folder: string): string[] {
    return [...this.files.keys()].filter((path) => dirname(path) === folder).map((path) => basename(path));
  }

  async #asked(path: string): Promise<void> {
    this.step();
    for (const [beneath, answers] of this.hanging) if (path.startsWith(beneath)) await answers;
  }

  async #done<Answer>(path: string, act: () => Answer): Promise<Answer> {
    await this.#asked(path);
    const answer = act();
    this.step();
    return answer;
  }

  isFolder = (path: string) => this.#done(path, () => this.folders.has(path));
  mayWrite = (folder: string) =>
    this.#done(folder, () => {
      if (this.readOnly.has(folder)) throw failing('EROFS');
    });
  freeBytes = (folder: string) => this.#done(folder, () => this.free);
  volume = (path: string) => this.#done(path, () => this.#volume(path));
  size = (path: string) => this.#done(path, () => this.files.get(path)?.bytes.length ?? null);
  read = (path: string) =>
    this.#done(path, () => {
      const file = this.files.get(path);
      if (file === undefined) throw failing('ENOENT');
      return file.bytes;
    });
  makeFolder = (path: string) =>
    this.#done(path, () => {
      if (!this.folders.has(dirname(path))) throw failing('ENOENT');
      this.folders.add(path);
    });
  write = async (path: string, bytes: Uint8Array) => {
    await this.#asked(path);
    if (!this.folders.has(dirname(path))) throw failing('ENOENT');
    this.put(path, '');
    this.step();
    this.put(path, bytes.subarray(0, bytes.length / 2));
    this.step();
    if (this.free !== null && bytes.length > this.free) throw failing('ENOSPC');
    this.put(path, bytes);
    this.step();
  };
  rename = (from: string, to: string) =>
    this.#done(to, () => {
      const file = this.files.get(from);
      if (file === undefined || !this.folders.has(dirname(to))) throw failing('ENOENT');
      if (this.#volume(from) !== this.#volume(to)) throw failing('EXDEV');
      this.files.set(to, file);
      this.files.delete(from);
    });
  list = (folder: string) =>
    this.#done(folder, () => {
      if (!this.folders.has(folder)) throw failing('ENOENT');
      return this.names(folder).map((name) => {
        const file = this.files.get(`${folder}/${name}`);
        return { name, bytes: file?.bytes.length ?? 0, modifiedMs: file?.modifiedMs ?? 0 };
      });
    });
  remove = (path: string) =>
    this.#done(path, () => {
      if (this.unremovable.has(path)) throw failing('EACCES');
      this.files.delete(path);
    });

  #volume(path: string): number {
    const above = [...this.volumes].filter(([folder]) => path === folder || path.startsWith(`${folder}/`));
    return above.toSorted(([a], [b]) => b.length - a.length)[0]?.[1] ?? 0;
  }
}
