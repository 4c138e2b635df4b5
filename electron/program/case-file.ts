import { readFileSync } from 'node:fs';
import { treatmentCase } from '../contract/case-schema.ts';
import type { TreatmentCase } from '../domain/case.ts';

export type CaseResult = { ok: true; case: TreatmentCase } | { ok: false; problem: string };

/** Reads a case from a JSON file; every field that is wrong is named. */
export function readCase(path: string): CaseResult {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return { ok: false, problem: `case ${path}: cannot be read as JSON (${(error as Error).message}).` };
  }
  const parsed = treatmentCase.safeParse(json);
  if (parsed.success) return { ok: true, case: parsed.data };
  const issues = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'case'}: ${issue.message}`);
  return { ok: false, problem: `case ${path}: ${issues.join('; ')}. Mend the file and start again.` };
}
