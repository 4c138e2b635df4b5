import type { TreatmentCase } from './case.ts';

/**
 * Places of a cavity that the map draws; a site names them in its own words. In the frontal view, as a surgeon sees
 * the patient: the patient's right is on the left.
 */
export const drawnPlaces = {
  peritoneal: [
    'right-subdiaphragm',
    'left-subdiaphragm',
    'right-paracolic',
    'left-paracolic',
    'mesentery',
    'wound-edge',
    'pelvis-right',
    'pelvis-left',
    'pelvis',
  ],
  pleural: ['apex', 'anterior', 'posterior', 'lateral', 'base'],
  bladder: ['dome', 'trigone', 'urethra'],
} as const satisfies Readonly<Record<TreatmentCase['cavity'], readonly string[]>>;

/** A tube into the cavity or out of it. */
export interface Catheter {
  /** As written on it, from 1. */
  readonly number: number;
  /** Id of the site's list, or as typed. */
  readonly place: string;
  readonly direction: 'in' | 'out';
  /** French, 3–40; `null`: not entered. */
  readonly frenchSize: number | null;
}
export const frenchBounds = [3, 40] as const;
/** More than any set has. */
export const mostCatheters = 12;
