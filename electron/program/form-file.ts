import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type ChecklistAnswer, checklistAnswers, type DipCheck } from '../domain/case.ts';
import { mostDraftCharacters, mostListItems } from '../domain/field-limits.ts';
import { parseJson } from '../domain/json-text.ts';

/** A form half filled, as it outlives page and program. */
export interface KeptForm {
  /** As the screen made it; what is in it is the screen's business. */
  readonly draft: string | null;
  /** Who has answered what of the checklist, and when. */
  readonly checks: readonly ChecklistAnswer[];
  readonly dipCheck: DipCheck | null;
}
export const emptyForm: KeptForm = { draft: null, checks: [], dipCheck: null };

const kept = z.strictObject({
  version: z.literal(1),
  draft: z.string().max(mostDraftCharacters).nullable(),
  checks: z
    .array(
      z.strictObject({
        id: z.string(),
        answer: z.enum(checklistAnswers),
        by: z.string(),
        atWallMs: z.number().nullable(),
        reason: z.string(),
      }),
    )
    .max(mostListItems),
  dipCheck: z
    .strictObject({
      by: z.string(),
      atWallMs: z.number(),
      meansCelsius: z.array(z.number().nullable()),
      spreadKelvin: z.number(),
    })
    .nullable(),
});

/** `form.json` of the data folder. Written beside the ticks, one after the other, the newest last; nobody waits for it. */
export class FormFile {
  readonly #path: string;
  readonly #say: (line: string) => void;
  #next: KeptForm | null = null;
  #writing: Promise<void> | null = null;

  constructor(folder: string, say: (line: string) => void) {
    this.#path = join(folder, 'form.json');
    this.#say = say;
  }

  /** What was kept; an empty one where there is none, or none that can be read, and that is said. */
  async read(): Promise<KeptForm> {
    try {
      const json = parseJson(await readFile(this.#path, 'utf8'));
      const read = kept.safeParse(json.ok ? json.json : null);
      if (read.success) {
        const { version: _, ...form } = read.data;
        return form;
      }
      this.#say(`${this.#path}: it is no form of this console, and is left out. The form begins empty.`);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT') this.#say(`${this.#path}: ${message}. The form begins empty.`);
    }
    return emptyForm;
  }

  keep(form: KeptForm): void {
    this.#next = form;
    this.#writing ??= this.#writeAll();
  }

  /** Resolves once nothing waits to be written. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    for (let form = this.#next; form !== null; form = this.#next) {
      this.#next = null;
      try {
        await this.#write(form);
      } catch (error) {
        this.#say(
          `${this.#path}: ${(error as Error).message}. A form half filled would be lost with this program.`,
        );
      }
    }
    this.#writing = null;
  }

  async #write(form: KeptForm): Promise<void> {
    if (form === emptyForm) return rm(this.#path, { force: true });
    await mkdir(join(this.#path, '..'), { recursive: true });
    await writeFile(`${this.#path}.part`, JSON.stringify({ version: 1, ...form }), { mode: 0o600 });
    await rename(`${this.#path}.part`, this.#path);
  }
}
