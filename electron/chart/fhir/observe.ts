import { codeSystems, type ExternalCode, externalCodes, type UcumUnit, ucumOf, ucumUnits } from '../codes.ts';
import type { LocalCode } from '../local-codes.ts';
import { conceptOf, type Draft, quantity, rounded } from './draft.ts';
import type { SectionCode } from './sections.ts';
import type { Concept, Field, Named, Reference } from './types.ts';

/** `null`: there is no value. A unit that a site has named itself stands as it wrote it. */
export type Value =
  | { readonly number: number | null; readonly unit: UcumUnit | { readonly named: string } }
  | { readonly text: string }
  | { readonly concept: Concept };

export interface Observed {
  /** Once in the document. */
  readonly name: string;
  readonly code: Concept;
  readonly value: Value;
  readonly effective: { readonly effectiveDateTime: Field } | { readonly effectivePeriod: Field };
  readonly by?: Reference | Named | undefined;
  readonly how: 'computed' | 'counted' | 'entered' | 'set';
  /** Of its line for people, where that is another than the name of its code. */
  readonly title?: string;
  readonly category?: ExternalCode;
  readonly also?: { readonly [key: string]: Field };
}

/** One observation, and its line for people. A value that is missing is said to be, and why. */
export function observe(draft: Draft, section: SectionCode, observed: Observed): Reference {
  const { name, code, value, effective, by, how, title, category } = observed;
  const known = fieldOf(value);
  draft.line(section, title ?? code.text ?? '', known === null ? draft.label('no-value') : shown(value));
  return draft.add(
    `observation/${name}`,
    {
      resourceType: 'Observation',
      status: draft.source.status,
      category: [conceptOf(category ?? externalCodes.procedure)],
      code,
      ...draft.subject,
      encounter: draft.refIf('encounter'),
      ...effective,
      performer: by === undefined ? undefined : [by],
      ...(known ?? { dataAbsentReason: conceptOf(externalCodes.notKnown) }),
      method: draft.concept(`method-${how}`),
      device: how === 'entered' ? undefined : draft.refTo('console'),
      ...observed.also,
    },
    section,
  );
}

/** `null`: there is none. */
function fieldOf(value: Value): { readonly [key: string]: Field } | null {
  if ('number' in value) {
    const { number, unit } = value;
    if (number === null || !Number.isFinite(number)) return null;
    return { valueQuantity: typeof unit === 'string' ? quantity(number, unit) : named(number, unit.named) };
  }
  if ('text' in value) return value.text.trim() === '' ? null : { valueString: value.text };
  return { valueCodeableConcept: value.concept };
}

function named(number: number, unit: string): Field {
  const code = ucumOf(unit);
  return code === null
    ? { value: rounded(number), unit }
    : { ...quantity(number, code), unit: unit || ucumUnits[code] || '1', system: codeSystems.ucum };
}

function shown(value: Value): string {
  if ('number' in value) {
    const unit = typeof value.unit === 'string' ? ucumUnits[value.unit] : value.unit.named;
    return `${rounded(value.number ?? 0)} ${unit}`.trim();
  }
  if ('text' in value) return value.text;
  return value.concept.text ?? '';
}

/** Numbers of one moment and kind of origin, under our own codes. */
export const numbers =
  (draft: Draft, section: SectionCode, how: Observed['how'], effective: Observed['effective']) =>
  (code: LocalCode, number: number | null, unit: UcumUnit, ...also: readonly ExternalCode[]): Reference =>
    observe(draft, section, {
      name: code,
      code: draft.concept(code, undefined, ...also),
      value: { number, unit },
      effective,
      how,
    });
