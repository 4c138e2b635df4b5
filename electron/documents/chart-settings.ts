import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type CodeMapping, noMapping, parseCodeMapping } from '../chart/code-mapping.ts';
import { hl7Charsets } from '../chart/hl7/charset.ts';
import type { Hl7Options } from '../chart/hl7/hl7-report.ts';

/** What the systems of a hospital want, from files of the data folder that its IT puts there. */
export interface ChartSettings {
  readonly codes: () => CodeMapping;
  readonly hl7: () => Hl7Options;
}

const party = z.string().min(1).max(180).optional();
const hl7Schema = z.strictObject({
  charset: z.enum(hl7Charsets).default('UNICODE UTF-8'),
  sendingApplication: party,
  sendingFacility: party,
  receivingApplication: party,
  receivingFacility: party,
});

/** Read when they are asked for: a file that is wrong costs the one document that needs it. `null`: no folder. */
export function chartSettings(folder: string | null): ChartSettings {
  return {
    codes: () => {
      const text = textIn(folder, 'code-mapping.json');
      return text === null ? noMapping : parseCodeMapping(text);
    },
    hl7: () => {
      const text = textIn(folder, 'hl7.json');
      return hl7Options(text ?? '{}');
    },
  };
}

function hl7Options(text: string): Hl7Options {
  try {
    const { data, error } = hl7Schema.safeParse(JSON.parse(text.replace(/^\uFEFF/, '')));
    if (data !== undefined) return data as Hl7Options;
    throw new Error(
      error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`).join('; '),
    );
  } catch (error) {
    throw new Error(`hl7.json cannot be used: ${(error as Error).message}`);
  }
}

/** `null`: there is no such file. */
function textIn(folder: string | null, name: string): string | null {
  if (folder === null) return null;
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
