import { z } from 'zod';
import { isLocalCode } from './local-codes.ts';

const filled = z.string('must be text').trim().min(1, 'must not be empty');
const coding = z.strictObject({
  /** URI, as FHIR names the code system. */
  system: filled.regex(/^(https?:\/\/|urn:)\S+$/, 'must be a URI that begins with http://, https:// or urn:'),
  code: filled,
  display: filled,
});
const mapping = z.strictObject({
  version: z.literal(1, 'must be 1'),
  codes: z.record(z.string(), z.array(coding).min(1, 'must name at least one code')),
});

/** Codes of the site by ours; every one was put there by the site. */
export type CodeMapping = Readonly<Record<string, readonly z.infer<typeof coding>[]>>;

/** No code of ours stands for one of the site. */
export const noMapping: CodeMapping = {};

/**
 * Reads `code-mapping.json` (docs/chart-fhir.md): which codes of the site stand beside ours.
 * Throws an `Error` that names every place that is wrong, and how it should be.
 */
export function parseCodeMapping(text: string): CodeMapping {
  const result = mapping.safeParse(jsonOf(text));
  const problems = result.success
    ? Object.keys(result.data.codes).flatMap(unknownCode)
    : result.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`);
  if (problems.length > 0) throw new Error(`code-mapping.json cannot be used: ${problems.join('; ')}`);
  return result.data?.codes ?? noMapping;
}

const unknownCode = (code: string): string[] =>
  isLocalCode(code) ? [] : [`codes.${code}: is no code of this console (docs/chart-fhir.md lists them)`];

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(`code-mapping.json cannot be used: it is no JSON (${(error as Error).message})`);
  }
}
