import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type ChecklistAnswer, checklistAnswers, type DipCheck } from '../domain/case.ts';
import { mostDraftCharacters, mostListItems } from '../domain/field-limits.ts';
import { parseJson } from '../domain/json-text.ts';
import { KeptFile } from './kept-file.ts';

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

/** `form.json` of the data folder. */
export class FormFile {
  readonly #path: string;
  readonly #say: (line: string) => void;
  readonly #kept: KeptFile;

  constructor(folder: string, say: (line: string) => void) {
    this.#path = join(folder, 'form.json');
    this.#say = say;
    this.#kept = new KeptFile(this.#path, (why) =>
      say(`${this.#path}: ${why}. A form half filled would be lost with this program.`),
    );
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
    this.#kept.keep(form === emptyForm ? null : JSON.stringify({ version: 1, ...form }));
  }

  /** Resolves once nothing waits to be written. */
  settled(): Promise<void> {
    return this.#kept.settled();
  }
}
