import { dirname, join } from 'node:path';
import { InTurn } from '../access/in-turn.ts';
import type { Actor } from '../domain/actor.ts';
import type { Addendum, Said } from '../domain/addendum.ts';
import type { Clock } from '../domain/time.ts';
import { isLogMissing } from '../record/read-only.ts';
import { addAddendum, readAddenda, sealedSha256 } from '../seal/addenda.ts';
import { type ConsoleKey, consoleKey, type SecretStore } from '../seal/console-key.ts';
import { readSeal, sealFolder } from '../seal/seal.ts';
import { inTime } from '../session/in-time.ts';

export interface SealingOptions {
  readonly dataFolder: string;
  /** Of the system, for the key; `null`: it has none, and the key lies in a file of its owner. */
  readonly secrets: SecretStore | null;
  readonly clock: Pick<Clock, 'wallMs' | 'after'>;
  readonly say: (line: string) => void;
}

/** What is known of a record by its seal. */
export type SealedRecord =
  | {
      readonly ok: true;
      /** Of the key that sealed it; `null`: it is not sealed. */
      readonly seal: { readonly fingerprint: string } | null;
      /** SHA-256 of the journal, 64 hex digits; `null`: it is not sealed. */
      readonly recordSha256: string | null;
      readonly addenda: readonly Addendum[];
    }
  | { readonly ok: false; readonly problem: string };

/** The longest journal is read in a few seconds; a disk that is not done by then hangs, ms (chosen). */
const sealWithinMs = 60_000;

/** Seals records with the key of this console, and keeps what is said of them later. Never rejects. */
export class Sealing {
  readonly #options: SealingOptions;
  readonly #turn = new InTurn();
  #key: ConsoleKey | null = null;

  constructor(options: SealingOptions) {
    this.#options = options;
  }

  /** Seals a journal that is closed. Returns what stands in the way, in a sentence; `null`: it is sealed. */
  sealRecord(journalPath: string): Promise<string | null> {
    const folder = dirname(journalPath);
    if (isLogMissing(journalPath)) return Promise.resolve(`${journalPath} is not closed: it was not sealed.`);
    return this.#within(folder, async (key) => {
      const sealed = await sealFolder(folder, ['journal.sqlite'], key);
      return sealed.ok ? null : sealed.problem;
    });
  }

  /** Seals the documents of a folder, beside the seal of a record that may be there. */
  sealDocuments(folder: string, names: readonly string[]): Promise<string | null> {
    return this.#within(folder, async (key) => {
      const sealed = await sealFolder(folder, names, key, 'documents');
      return sealed.ok ? null : sealed.problem;
    });
  }

  /** Says something of a sealed record. `folder`: of its journal. */
  async add(
    folder: string,
    by: Actor,
    said: Said,
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly problem: string }> {
    const atWallMs = this.#options.clock.wallMs();
    const problem = await this.#within(folder, async (key) => {
      const added = await addAddendum(folder, { by, said, atWallMs }, key);
      return added.ok ? null : added.problem;
    });
    return problem === null ? { ok: true } : { ok: false, problem };
  }

  /** What the seal of a record and all that was said of it later hold. */
  async read(folder: string): Promise<SealedRecord> {
    try {
      const read = await inTime(this.#options.clock, sealWithinMs, readSealed(folder));
      return read ?? { ok: false, problem: hangs(folder) };
    } catch (error) {
      return { ok: false, problem: `${folder}: ${(error as Error).message}.` };
    }
  }

  /** One at a time: two who write at once would make the same link of a chain twice. */
  async #within(folder: string, work: (key: ConsoleKey) => Promise<string | null>): Promise<string | null> {
    const done = this.#turn.do(async () => {
      const key = await this.#keyAtHand();
      return typeof key === 'string' ? key : work(key);
    });
    const answered = await inTime(
      this.#options.clock,
      sealWithinMs,
      done.then(
        (problem) => ({ problem }),
        (error: Error) => ({ problem: `${folder}: ${error.message}.` }),
      ),
    );
    return answered === null ? hangs(folder) : answered.problem;
  }

  async #keyAtHand(): Promise<ConsoleKey | string> {
    if (this.#key !== null) return this.#key;
    const { dataFolder, secrets } = this.#options;
    const found = await consoleKey(join(dataFolder, 'console-key'), secrets);
    if (!found.ok) return found.problem;
    this.#key = found.key;
    const where = found.key.keptBy === 'file' ? 'in a file of its owner' : 'by the system';
    this.#options.say(`Records are sealed with the key ${found.key.fingerprint}, kept ${where}.`);
    return this.#key;
  }
}

/** The seal of a record and what was said of it later. Rejects where the disk does not let it read. */
export async function readSealed(folder: string): Promise<SealedRecord> {
  const seal = await readSeal(folder);
  if (seal.state === 'unsealed') return { ok: true, seal: null, recordSha256: null, addenda: [] };
  if (seal.state === 'broken') return { ok: false, problem: `${folder}: its seal is broken: ${seal.why}.` };
  const read = await readAddenda(folder);
  if (read.state === 'broken')
    return { ok: false, problem: `${folder}: what was said of it later is broken: ${read.why}.` };
  const { fingerprint } = seal;
  return { ok: true, seal: { fingerprint }, recordSha256: await sealedSha256(folder), addenda: read.addenda };
}

const hangs = (folder: string): string =>
  `${folder}: its disk has not answered for ${sealWithinMs / 1000} s. Check it, then try again.`;
