import type { Preset, PresetTemplate } from '../domain/preset.ts';
import { presetProblems, templateProblems } from '../domain/preset-problems.ts';

export type PresetResult = { ok: true; preset: Preset } | { ok: false; problem: string };
export type TemplateResult = { ok: true; preset: PresetTemplate } | { ok: false; problem: string };

/** What a file of before these fields means. */
const before = { mode: 'circulation', additions: [], basedOn: null } as const;

/** Reads a preset that may hold blanks from the text of its file. `where` names the file in the message. */
export const parseTemplate = (text: string, where: string): TemplateResult =>
  parse<PresetTemplate>(text, where, templateProblems);

/** Reads a complete preset from the text of its file. */
export const parsePreset = (text: string, where: string): PresetResult =>
  parse<Preset>(text, where, (json) => presetProblems(json, null));

function parse<T extends PresetTemplate>(
  text: string,
  where: string,
  problemsOf: (json: unknown) => { readonly field: string; readonly message: string }[],
): { ok: true; preset: T } | { ok: false; problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { ok: false, problem: `${where}: not valid JSON (${(error as Error).message}). Mend the file.` };
  }
  const whole = typeof json === 'object' && json !== null ? { ...before, ...json } : json;
  const problems = problemsOf(whole);
  if (problems.length === 0) return { ok: true, preset: whole as T };
  const issues = problems.map(({ field, message }) => `${field}: ${message}`);
  return { ok: false, problem: `${where}: ${issues.join('; ')}. Mend the file and start again.` };
}
