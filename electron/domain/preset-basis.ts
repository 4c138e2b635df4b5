import { fieldLimits, textProblem } from './field-limits.ts';
import type { PresetBasis, PresetChange } from './preset.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A preset has fewer fields than that. */
const mostChanges = 50;

/** Why it does not say what a preset is based on. `null`: nothing is wrong, or it is based on none. */
export function basisProblem(basis: unknown): string | null {
  if (basis === null) return null;
  const whole =
    isObject(basis) &&
    isText(basis.name, fieldLimits.presetName) &&
    Number.isInteger(basis.version) &&
    isText(basis.by, fieldLimits.name) &&
    Array.isArray(basis.changes) &&
    basis.changes.length <= mostChanges &&
    basis.changes.every(isChange);
  return whole
    ? null
    : 'what it is based on must be null, or hold name, version, by and changes: copy the preset again';
}

const isText = (value: unknown, most: number): boolean =>
  typeof value === 'string' && textProblem(value, most) === null;

const isChange = (value: unknown): value is PresetChange =>
  isObject(value) && isText(value.field, fieldLimits.line) && isValue(value.from) && isValue(value.to);

const isValue = (value: unknown): boolean =>
  value === null || Number.isFinite(value) || isText(value, fieldLimits.presetValue);

/** Made anew from what is known, so that nothing else comes along. */
export const rebuiltBasis = ({ name, version, by, changes }: PresetBasis): PresetBasis => ({
  name,
  version,
  by,
  changes: changes.map(({ field, from, to }) => ({ field, from, to })),
});
