import { type RefusedField, refusedFields } from '../text/door-refusal.ts';
import type { Text } from '../text/text.ts';

/** Fields that the door calls otherwise than the form. */
const formNames: Readonly<Record<string, string>> = {
  bodyTemperatureBeforeCelsius: 'bodyTemperature',
  identifiers: 'hospitalNumber',
  allergies: 'allergyAnswer',
  probeSites: 'site2',
  probePlaces: 'site2',
  presetName: 'preset',
  fluidInCavityMl: 'fluidMl',
};

/** Why main refused what the form holds, each field by its name there; `null`: it did not answer at all. */
export function refusalInWords(error: unknown, text: Text): string | null {
  const refused = refusedFields(error);
  if (refused === null) return null;
  return text.entry.refused(refused.map((field) => inWords(field, text)));
}

function inWords({ path, why }: RefusedField, { setup, domain, entry }: Text): string {
  const inDrug = path.includes('drugs') ? setup.drugFields : {};
  const names: Readonly<Record<string, string>> = { ...setup.fields, ...inDrug };
  const known = path.map((part) => names[formNames[part] ?? part]).findLast((name) => name !== undefined);
  const ofPreset = path[0] === 'edited' || path[0] === 'preset';
  const name = ofPreset ? setup.editor.nameOf(path.slice(1).join('.')) : (known ?? path.join('.'));
  return entry.refusedField(name, domain.problem(why));
}
