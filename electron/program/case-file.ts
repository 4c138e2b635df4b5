import { caseFile, treatmentCase } from '../contract/case-schema.ts';
import { oldCaseFile } from '../contract/old-case-schema.ts';
import type { TreatmentCase } from '../domain/case.ts';
import { caseOf1 } from '../domain/case-of-1.ts';
import { parseJson } from '../domain/json-text.ts';
import { readTextFile } from './text-file.ts';

export type CaseResult = { ok: true; case: TreatmentCase } | { ok: false; problem: string };

/** Reads a case from a JSON file; every field that is wrong is named. */
export function readCase(path: string): CaseResult {
  const read = readTextFile(path);
  if (!read.ok) return { ok: false, problem: `case ${path}: ${read.problem}.` };
  const parsed = caseOfText(read.text);
  return parsed.ok ? parsed : { ok: false, problem: `case ${path}: ${parsed.problem}` };
}

/** The text of a case file, of this version or the one before. */
export function caseOfText(text: string): CaseResult {
  const file = parseJson(text);
  if (!file.ok) return { ok: false, problem: `not valid JSON (${file.why}). Mend the file.` };
  if (isVersioned(file.json)) return resultOf(caseFile.safeParse(file.json));
  const old = oldCaseFile.safeParse(file.json);
  if (!old.success) return resultOf(old);
  return resultOf(treatmentCase.safeParse(caseOf1(old.data)), inOldWords);
}

const isVersioned = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && ('version' in json || hasNewPatient(json));

/** A file of today in which the version alone was forgotten is not judged as an old one. */
const hasNewPatient = (json: object): boolean => {
  const patient: unknown = Reflect.get(json, 'patient');
  return typeof patient === 'object' && patient !== null && 'identifiers' in patient;
};

/** What any of the schemas answers. */
type Parsed =
  | { readonly success: true; readonly data: unknown }
  | {
      readonly success: false;
      readonly error: {
        readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
      };
    };

function resultOf(parsed: Parsed, named: (path: string) => string = (path) => path): CaseResult {
  if (parsed.success) return { ok: true, case: parsed.data as TreatmentCase };
  const issues = parsed.error.issues.map(
    ({ path, message }) => `${named(path.join('.')) || 'case'}: ${message}`,
  );
  return { ok: false, problem: `${issues.join('; ')}. Mend the file and start again.` };
}

/** Where a field of today stood in an old file. */
const oldNames: readonly (readonly [RegExp, string])[] = [
  [/^patient\.familyName/, 'patient.name'],
  [/^patient\.identifiers\.0\.value/, 'patient.hospitalNumber'],
  [/^patient\.allergies.*/, 'patient.allergies'],
  [/^drugs.*/, 'drugAsEntered'],
  [/^checks\.contraindications\.0/, 'checks.contraindication'],
];
const inOldWords = (path: string): string =>
  oldNames.reduce((name, [now, then]) => name.replace(now, then), path);
