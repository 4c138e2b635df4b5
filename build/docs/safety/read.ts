import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type HazardFile, schemas } from './schema.ts';

/** The hazard file of a docs/ folder. Throws where a part of it is not as it has to be, with file and place. */
export function readHazardFile(docs: string): HazardFile {
  const read = <T>(name: string, schema: z.ZodType<T>): T => {
    const path = join(docs, 'safety', `${name}.json`);
    const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    if (!parsed.success) throw new Error(`${path}:\n${z.prettifyError(parsed.error)}`);
    return parsed.data;
  };
  return {
    ...read('hazards', schemas.hazards),
    controls: read('controls', schemas.controls),
    requirements: read('requirements', schemas.requirements),
    weaknesses: read('weaknesses', schemas.weaknesses),
  };
}
