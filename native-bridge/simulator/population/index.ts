/**
 * Virtual patients for campaigns: who lies on the table, on which machine, and what goes wrong. Pure: a seed and an
 * index give the same patient for ever, whatever others were asked for. Nothing here knows a console.
 */
export { cavityMeanCelsius, hottestCompartmentCelsius } from '../physics/truth.ts';
export { type CohortName, type CohortTraits, cohortNames } from './cohorts.ts';
export type { Disturbance } from './disturbances.ts';
export { filledWith, stiffnessFor } from './smaller-cavity.ts';
export type { Traits } from './traits.ts';
export { cohortPatient, type VirtualPatient, virtualPatient } from './virtual-patient.ts';
