import { constants, readFileSync } from 'node:fs';
import { copyFile, mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { AuditLog } from '../access/audit-log.ts';
import { syncFolder } from '../access/sync-folder.ts';
import { siteSchema } from '../contract/site-schema.ts';
import type { Actor } from '../domain/actor.ts';
import type { Site } from '../domain/site.ts';
import { siteKeys, siteValue, siteWith } from '../domain/site-change.ts';
import { signOffKeys } from '../domain/site-sign-off.ts';
import type { SiteInForce, sitePaths } from './site-file.ts';

export interface SiteDeskOptions {
  readonly inForce: SiteInForce;
  /** Where the rules are kept; `null`: this start was given a file, which is changed where it lies. */
  readonly paths: ReturnType<typeof sitePaths> | null;
  readonly audit: AuditLog;
  /** YYYY-MM-DD, of the computer. */
  readonly today: () => string;
}

export interface SiteProblem {
  /** Where in the site; "" for the whole. */
  readonly at: string;
  readonly message: string;
}
export type SiteChanged = { ok: true } | { ok: false; problems: readonly SiteProblem[] };

type JsonValue = Extract<Parameters<AuditLog['append']>[1], { type: 'site-changed' }>['old'];

/** The rules of the site, changed and signed for at its screen; a run that is open keeps those it was begun under. */
export class SiteDesk {
  readonly #options: SiteDeskOptions;
  #site: Site;
  #problem: string | null;
  #isSetAside = false;
  /** The file as this console found it, or wrote it last; `null`: it is not there, or cannot be read. */
  #known: Buffer | null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: SiteDeskOptions) {
    this.#options = options;
    this.#site = options.inForce.site;
    this.#problem = options.inForce.problem;
    this.#known = options.paths === null ? null : readNow(options.paths.own);
  }

  get inForce(): SiteInForce {
    return { site: this.#site, problem: this.#problem };
  }

  /** Another value; it is in force once it is on the disk. */
  change(by: Actor, key: string, value: unknown, reason: string): Promise<SiteChanged> {
    return this.#alone(async () => {
      if (!siteKeys.includes(key)) return refused(key, 'no value of a site is called that');
      const old = siteValue(this.#site, key);
      const done = await this.#put(siteWith(this.#site, key, value));
      if (!done.ok) return done;
      const now = siteValue(this.#site, key);
      this.#note(by, key, old, now, reason);
      return done;
    });
  }

  /** A person stands for values as they are. */
  signOff(by: Actor, keys: readonly string[], reason: string): Promise<SiteChanged> {
    return this.#alone(async () => {
      const unknown = keys.find((key) => !signOffKeys.includes(key));
      if (unknown !== undefined) return refused(unknown, 'no value of a site is called that');
      const before = this.#site.signedOff;
      const signed = { by: by.name, on: this.#options.today(), reason };
      const signedOff = { ...before, ...Object.fromEntries(keys.map((key) => [key, signed])) };
      const done = await this.#put({ ...this.#site, signedOff });
      if (done.ok) for (const key of keys) this.#note(by, `signedOff.${key}`, before[key], signed, reason);
      return done;
    });
  }

  #note(by: Actor, key: string, old: unknown, now: unknown, reason: string): void {
    const plain = (value: unknown): JsonValue => JSON.parse(JSON.stringify(value ?? null)) as JsonValue;
    void this.#options.audit.append(by, {
      type: 'site-changed',
      key,
      old: plain(old),
      new: plain(now),
      reason,
    });
  }

  async #put(candidate: unknown): Promise<SiteChanged> {
    const { paths } = this.#options;
    if (paths === null)
      return refused('', 'this start was given its rules by --site: change that file, and start again');
    const parsed = siteSchema.safeParse(candidate);
    if (!parsed.success)
      return {
        ok: false,
        problems: parsed.error.issues.map(({ path: at, message }) => ({ at: at.join('.'), message })),
      };
    const text = `${JSON.stringify(parsed.data, null, 2)}\n`;
    try {
      const now = await readFile(paths.own).catch(() => null);
      if (!isSame(now, this.#known)) return refused('', changedMeanwhile(paths.own));
      await this.#setAside(paths.own);
      await written(paths.own, text);
      this.#known = Buffer.from(text);
    } catch (error) {
      return refused('', `it could not be written to ${paths.own}: ${(error as Error).message}`);
    }
    this.#site = parsed.data;
    this.#problem = await writtenAsLastGood(paths, text);
    return { ok: true };
  }

  /** A file that was refused, or of another version, is not what is written over it: somebody may want it back. */
  async #setAside(own: string): Promise<void> {
    if (this.#options.inForce.problem === null || this.#isSetAside) return;
    const aside = `${own}.before-${this.#options.today()}`;
    try {
      await copyFile(own, aside, constants.COPYFILE_EXCL);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EEXIST' && code !== 'ENOENT') throw error;
    }
    this.#isSetAside = true;
  }

  #alone(job: () => Promise<SiteChanged>): Promise<SiteChanged> {
    const done = this.#turn.then(job);
    this.#turn = done.catch(() => {});
    return done;
  }
}

/** A small file, at the start of a program that has just read it. */
function readNow(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

const isSame = (a: Buffer | null, b: Buffer | null): boolean =>
  a === null || b === null ? a === b : a.equals(b);

const changedMeanwhile = (own: string): string =>
  `${own} was changed by something else, or is gone, and is left as it is: start the console again`;

const refused = (at: string, message: string): SiteChanged => ({ ok: false, problems: [{ at, message }] });

/** For the day the site's own file is wrong. Returns why it could not be kept. */
async function writtenAsLastGood(
  { own, lastGood }: { readonly own: string; readonly lastGood: string },
  text: string,
): Promise<string | null> {
  try {
    await written(lastGood, text);
    return null;
  } catch (error) {
    return `site ${own}: it is in force, but could not be kept as the last good one (${(error as Error).message}).`;
  }
}

/** Whole or not at all. */
async function written(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const part = await open(`${path}.part`, 'w');
  try {
    await part.writeFile(text);
    await part.sync();
  } finally {
    await part.close();
  }
  await rename(`${path}.part`, path);
  await syncFolder(dirname(path));
}
