import { type FileHandle, mkdir, open, readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { type Actor, consoleActor } from '../domain/actor.ts';
import type { Clock } from '../domain/time.ts';
import { type AuditEnd, type AuditVerdict, checkAudit, lineOf } from './audit-chain.ts';
import type { AuditEntry, Audited } from './audit-entry.ts';
import { InTurn } from './in-turn.ts';
import { syncFolder } from './sync-folder.ts';

type Waiting = Pick<AuditEntry, 'atWallMs' | 'by' | 'what'>;

/**
 * `audit.log`: one line an entry, each on the disk before it counts as written. What cannot be written waits in order
 * and is tried again with the next entry; nobody has to wait for it.
 */
export class AuditLog {
  readonly #path: string;
  readonly #clock: Pick<Clock, 'wallMs'>;
  #waiting: readonly Waiting[] = [];
  /** `null`: not read yet. */
  #end: AuditEnd | null = null;
  /** What stands behind the end is no entry: a write that failed left it, or it is safe elsewhere. */
  #remnant = false;
  #problem: string | null = null;
  readonly #turn = new InTurn();

  constructor(path: string, clock: Pick<Clock, 'wallMs'>) {
    this.#path = path;
    this.#clock = clock;
  }

  /** Why entries wait; `null`: none does. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Reads and checks it, and sets aside what a crash left of a last line; `null`: it could not be read, see `problem`. */
  start(): Promise<AuditVerdict | null> {
    return this.#turn.do(async () => {
      const verdict = await this.#tried(() => this.#begin());
      if (verdict !== null) await this.#tried(() => this.#writeAll());
      return verdict;
    });
  }

  /** Resolves once it is written, to `null`, or with why it waits. */
  append(by: Actor, what: Audited): Promise<string | null> {
    this.#waiting = [...this.#waiting, { atWallMs: this.#clock.wallMs(), by, what }];
    return this.#turn.do(async () => {
      await this.#tried(() => this.#writeAll());
      return this.#problem;
    });
  }

  async #tried<Done>(job: () => Promise<Done>): Promise<Done | null> {
    try {
      const done = await job();
      this.#problem = null;
      return done;
    } catch (error) {
      this.#problem = `audit log ${this.#path}: ${(error as Error).message}`;
      return null;
    }
  }

  async #begin(): Promise<AuditVerdict> {
    await mkdir(dirname(this.#path), { recursive: true });
    const bytes = await readOrNone(this.#path);
    const { verdict, end } = checkAudit(bytes);
    const tail = bytes.subarray(end.bytes);
    if (tail.length > 0) await this.#setAside(tail);
    this.#remnant = tail.length > 0;
    this.#end = end;
    return verdict;
  }

  /** First it is safe elsewhere, then the next write cuts it off here. */
  async #setAside(tail: Buffer): Promise<void> {
    const path = await writeNew(`${this.#path}.cut`, tail);
    const what: Audited = { type: 'tail-set-aside', bytes: tail.length, file: basename(path) };
    this.#waiting = [{ atWallMs: this.#clock.wallMs(), by: consoleActor, what }, ...this.#waiting];
  }

  async #writeAll(): Promise<void> {
    const file = await open(this.#path, 'a', 0o600);
    try {
      const end = await this.#endOf(file);
      const waiting = this.#waiting;
      if (waiting.length === 0) return;
      const { bytes, ...last } = written(end, waiting);
      if (this.#remnant) await file.truncate(end.bytes);
      this.#remnant = true;
      await file.appendFile(bytes);
      await file.sync();
      this.#remnant = false;
      this.#end = { ...last, bytes: end.bytes + bytes.length, open: false };
      this.#waiting = this.#waiting.slice(waiting.length);
      if (end.bytes === 0) await syncFolder(dirname(this.#path));
    } finally {
      await file.close();
    }
  }

  /** A file that something else has changed meanwhile is read again. */
  async #endOf(file: FileHandle): Promise<AuditEnd> {
    const { size } = await file.stat();
    const strange = this.#remnant ? size < (this.#end?.bytes ?? 0) : size !== this.#end?.bytes;
    if (this.#end === null || strange) await this.#begin();
    return this.#end as AuditEnd;
  }
}

/** The lines of what waits, and where they end. */
function written(end: AuditEnd, waiting: readonly Waiting[]): { bytes: Buffer; entry: number; hash: string } {
  let { entry, hash } = end;
  let text = end.open ? '\n' : '';
  for (const each of waiting) {
    entry += 1;
    const next = lineOf(hash, { entry, ...each });
    hash = next.hash;
    text += next.line;
  }
  return { bytes: Buffer.from(text), entry, hash };
}

async function readOrNone(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** Under the first name that is free; nothing is written over. */
async function writeNew(stem: string, bytes: Buffer): Promise<string> {
  for (let number = 1; ; number += 1) {
    try {
      const file = await open(`${stem}-${number}`, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await syncFolder(dirname(stem));
      return `${stem}-${number}`;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
