import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A small file of the data folder. Written beside the ticks, one text after the other, the newest last; nobody waits for it. */
export class KeptFile {
  readonly #path: string;
  readonly #failed: (why: string) => void;
  #next: { readonly text: string | null } | null = null;
  #writing: Promise<void> | null = null;

  /** `failed` hears why a text could not be written. */
  constructor(path: string, failed: (why: string) => void) {
    this.#path = path;
    this.#failed = failed;
  }

  /** `null`: nothing is to be kept. */
  keep(text: string | null): void {
    this.#next = { text };
    this.#writing ??= this.#writeAll();
  }

  /** Resolves once nothing waits to be written. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    for (let next = this.#next; next !== null; next = this.#next) {
      this.#next = null;
      try {
        await this.#write(next.text);
      } catch (error) {
        this.#failed((error as Error).message);
      }
    }
    this.#writing = null;
  }

  /** Whole or not at all. */
  async #write(text: string | null): Promise<void> {
    if (text === null) return rm(this.#path, { force: true });
    await mkdir(dirname(this.#path), { recursive: true });
    await writeFile(`${this.#path}.part`, text, { mode: 0o600 });
    await rename(`${this.#path}.part`, this.#path);
  }
}
