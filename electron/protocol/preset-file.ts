import { parseJson } from '../domain/json-text.ts';
import type { EnteredPreset, PresetTemplate } from '../domain/preset.ts';
import { presetProblems, templateProblems } from '../domain/preset-problems.ts';
import { rebuiltPreset } from '../domain/preset-rebuilt.ts';

export type PresetResult = { ok: true; preset: EnteredPreset } | { ok: false; problem: string };
export type TemplateResult = { ok: true; preset: PresetTemplate } | { ok: false; problem: string };

/** What a file of before these fields means. */
const before = {
  mode: 'circulation',
  rulingClock: 'in-band',
  clockStartsOn: 'in-band',
  fillMlPerM2: null,
  fillMlPerKg: null,
  additions: [],
  basedOn: null,
} as const;

/** Reads a preset that may hold blanks from the text of its file. `where` names the file in the message. */
export const parseTemplate = (text: string, where: string): TemplateResult =>
  parse<PresetTemplate>(text, where, templateProblems);

/** Reads a complete preset from the text of its file. */
export const parsePreset = (text: string, where: string): PresetResult =>
  parse<EnteredPreset>(text, where, (json) => presetProblems(json, null));

function parse<T extends PresetTemplate>(
  text: string,
  where: string,
  problemsOf: (json: unknown) => { readonly field: string; readonly message: string }[],
): { ok: true; preset: T } | { ok: false; problem: string } {
  const read = parseJson(text);
  if (!read.ok) return { ok: false, problem: `${where}: not valid JSON (${read.why}). Mend the file.` };
  const { json } = read;
  const whole = typeof json === 'object' && json !== null ? { ...before, ...json } : json;
  const problems = problemsOf(whole);
  if (problems.length === 0) return { ok: true, preset: rebuiltPreset(whole as T) };
  const issues = problems.map(({ field, message }) => `${field}: ${message}`);
  return { ok: false, problem: `${where}: ${issues.join('; ')}. Mend the file and start again.` };
}
