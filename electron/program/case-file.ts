import { treatmentCase } from '../contract/case-schema.ts';
import type { TreatmentCase } from '../domain/case.ts';
import { parseJson } from '../domain/json-text.ts';
import { readTextFile } from './text-file.ts';

export type CaseResult = { ok: true; case: TreatmentCase } | { ok: false; problem: string };

/** Reads a case from a JSON file; every field that is wrong is named. */
export function readCase(path: string): CaseResult {
  const read = readTextFile(path);
  if (!read.ok) return { ok: false, problem: `case ${path}: ${read.problem}.` };
  const file = parseJson(read.text);
  if (!file.ok) return { ok: false, problem: `case ${path}: not valid JSON (${file.why}). Mend the file.` };
  const parsed = treatmentCase.safeParse(file.json);
  if (parsed.success) return { ok: true, case: parsed.data };
  const issues = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'case'}: ${issue.message}`);
  return { ok: false, problem: `case ${path}: ${issues.join('; ')}. Mend the file and start again.` };
}
