import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { AccessProblem } from '../domain/access-problem.ts';
import { parseJson } from '../domain/json-text.ts';
import { decodeUtf8 } from '../domain/utf8.ts';
import type { People } from './people.ts';
import { peopleFileSchema } from './people-schema.ts';
import { syncFolder } from './sync-folder.ts';

/** Who is in the file, none where there is no file yet; or what is wrong with it, field by field, and how to mend it. */
export type PeopleRead =
  | { readonly ok: true; readonly people: People; readonly bytes: Buffer | null }
  | { readonly ok: false; readonly problem: string };

export async function readPeople(path: string): Promise<PeopleRead> {
  const refused = (why: string): PeopleRead => ({
    ok: false,
    problem: `people ${path}: ${why}. Nobody can sign in until then, and the file is left as it is.`,
  });
  const bytes = await bytesOf(path);
  if (bytes === null) return { ok: true, people: [], bytes };
  if (!Buffer.isBuffer(bytes))
    return refused(`cannot be read (${bytes.why}). Give this user the right to it`);
  const text = decodeUtf8(bytes);
  if (!text.ok) return refused(`${text.problem}. Mend the file and start again`);
  const file = parseJson(text.text);
  if (!file.ok) return refused(`not valid JSON (${file.why}). Mend the file and start again`);
  const parsed = peopleFileSchema.safeParse(file.json);
  if (parsed.success) return { ok: true, people: parsed.data.people, bytes };
  const issues = parsed.error.issues.map(({ path: at, message }) => `${at.join('.') || 'file'}: ${message}`);
  return refused(`${issues.join('; ')}. Mend the file and start again`);
}

/** `null`: there is no such file. */
async function bytesOf(path: string): Promise<Buffer | null | { readonly why: string }> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? null : { why: message };
  }
}

/** Whole or not at all: whatever happens on the way, `path` is the old file or the new one. */
async function replaceFile(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const part = await open(`${path}.part`, 'w', 0o600);
  try {
    await part.writeFile(bytes);
    await part.sync();
  } finally {
    await part.close();
  }
  await rename(`${path}.part`, path);
}

/** `people.json` as this console knows it. A file that is wrong, or was changed by somebody else, is never written over. */
export class PeopleFile {
  readonly #path: string;
  #read: PeopleRead;

  private constructor(path: string, read: PeopleRead) {
    this.#path = path;
    this.#read = read;
  }

  static async open(path: string): Promise<PeopleFile> {
    return new PeopleFile(path, await readPeople(path));
  }

  get people(): People {
    return this.#read.ok ? this.#read.people : [];
  }

  /** Why nobody is known; `null`: the file is good, or there is none yet. */
  get problem(): string | null {
    return this.#read.ok ? null : this.#read.problem;
  }

  /** `null`: it is on the disk. */
  async keep(people: People): Promise<AccessProblem | null> {
    const before = this.#read;
    if (!before.ok) return { kind: 'people-file', said: before.problem };
    try {
      const bytes = await bytesOf(this.#path);
      if (bytes !== null && !Buffer.isBuffer(bytes)) return { kind: 'not-kept', why: bytes.why };
      if (!isSame(bytes, before.bytes)) return { kind: 'people-file', said: changedMeanwhile(this.#path) };
      const changed = Buffer.from(`${JSON.stringify({ version: 1, people }, null, 2)}\n`);
      await replaceFile(this.#path, changed);
      this.#read = { ok: true, people, bytes: changed };
      await syncFolder(dirname(this.#path));
      return null;
    } catch (error) {
      return { kind: 'not-kept', why: (error as Error).message };
    }
  }
}

const isSame = (a: Buffer | null, b: Buffer | null): boolean =>
  a === null || b === null ? a === b : a.equals(b);

const changedMeanwhile = (path: string): string =>
  `people ${path}: it was changed by something else, or is gone, and is left as it is. Start the console again.`;
