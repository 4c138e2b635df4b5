import type { PlannedAddition, PresetChange, PresetTemplate, PresetValue } from './preset.ts';
import { presetFields } from './preset-fields.ts';

/** A copy is told by its changes; what it is called and counted by is not one of them. */
const unchanging: readonly string[] = ['name', 'version'];

/** Every value that differs between a preset and its copy, in the order of the fields. */
export function presetChanges(base: PresetTemplate, edited: PresetTemplate): PresetChange[] {
  const from = valuesOf(base);
  const to = valuesOf(edited);
  return Object.keys(from)
    .filter((field) => from[field] !== to[field])
    .map((field) => ({ field, from: from[field] ?? null, to: to[field] ?? null }));
}

function valuesOf(preset: PresetTemplate): Record<string, PresetValue> {
  const { rinses, additions } = preset;
  const flat: Record<string, PresetValue> = {};
  for (const field of Object.keys(presetFields) as (keyof typeof presetFields)[]) {
    if (unchanging.includes(field)) continue;
    flat[field] = field === 'rinses.count' ? rinses.count : preset[field as keyof PlainFields];
  }
  flat['rinses.volumeMl'] = rinses.volumeMl;
  flat.additions = additionsText(additions);
  return flat;
}
type PlainFields = Omit<PresetTemplate, 'rinses' | 'additions' | 'basedOn'>;

/** Planned additions as one line: "0 min as entered; 30 min as entered". */
export const additionsText = (additions: readonly PlannedAddition[]): string =>
  additions.map(({ atMinutes, label }) => `${atMinutes} min ${label}`).join('; ');

/** The copy as it is run or saved: every changed value is kept with it. */
export const basedOn = <T extends PresetTemplate>(base: PresetTemplate, edited: T, by: string): T => ({
  ...edited,
  basedOn: { name: base.name, version: base.version, by, changes: presetChanges(base, edited) },
});
