import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../domain/json-text.ts';
import type { UsedPatient } from '../worklist/combine.ts';
import { KeptFile } from './kept-file.ts';

/** Messages of the hospital are removed from its folder long before. */
const keptForMs = 30 * 24 * 3_600_000;

const identifier = z.strictObject({ value: z.string(), issuer: z.string() });
const begunFile = z.strictObject({
  version: z.literal(1),
  begun: z.array(
    z.strictObject({
      patient: z.strictObject({
        familyName: z.string(),
        givenName: z.string(),
        birthDate: z.string(),
        identifiers: z.tuple([identifier], identifier),
        orderNumber: z.string(),
      }),
      atMs: z.number(),
    }),
  ),
});

/** `begun.json` of the data folder: whose sessions this console has begun in the last 30 days. */
export class BegunFile {
  readonly #path: string;
  readonly #say: (line: string) => void;
  readonly #kept: KeptFile;
  #begun: readonly UsedPatient[] = [];

  constructor(folder: string, say: (line: string) => void) {
    this.#path = join(folder, 'begun.json');
    this.#say = say;
    this.#kept = new KeptFile(this.#path, (why) =>
      say(`${this.#path}: ${why}. Whoever was treated would wait again after a new start.`),
    );
  }

  /** What was kept, before what was added meanwhile. What cannot be read is said. Never rejects. */
  async read(nowMs: number): Promise<void> {
    try {
      const json = parseJson(await readFile(this.#path, 'utf8'));
      const read = begunFile.safeParse(json.ok ? json.json : null);
      if (read.success) this.#begun = recent([...read.data.begun, ...this.#begun], nowMs);
      else this.#say(`${this.#path}: it is no list of this console, and is left out. ${again}`);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT') this.#say(`${this.#path}: ${message}. ${again}`);
    }
  }

  get begun(): readonly UsedPatient[] {
    return this.#begun;
  }

  add({ familyName, givenName, birthDate, identifiers, orderNumber }: UsedPatient['patient'], atMs: number) {
    const patient = { familyName, givenName, birthDate, identifiers, orderNumber };
    this.#begun = recent([...this.#begun, { patient, atMs }], atMs);
    this.#kept.keep(JSON.stringify({ version: 1, begun: this.#begun }));
  }
}

const again = 'Whoever was treated may still stand in the list of who waits.';

const recent = (begun: readonly UsedPatient[], nowMs: number): readonly UsedPatient[] =>
  begun.filter(({ atMs }) => nowMs - atMs <= keptForMs);
