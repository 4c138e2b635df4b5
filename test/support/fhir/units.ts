import { createRequire } from 'node:module';
import { type Bundle, codesIn, ucum } from './checks.ts';

interface UnitReader {
  validateUnitString(unit: string, suggest: boolean): { readonly status: string };
}
/** It brings no types. */
const { UcumLhcUtils } = createRequire(import.meta.url)('@lhncbc/ucum-lhc') as {
  readonly UcumLhcUtils: { getInstance(): UnitReader };
};
const reader = UcumLhcUtils.getInstance();

/** By the reader of the Lister Hill Center. */
export const isUcum = (unit: string): boolean => reader.validateUnitString(unit, false).status === 'valid';

/** Units of a bundle that are not UCUM. */
export const unitErrors = (bundle: Bundle): string[] =>
  [...new Set(codesIn(bundle).flatMap(({ system, code }) => (system === ucum ? [code] : [])))]
    .filter((code) => !isUcum(code))
    .map((code) => `unit ${code}`);
