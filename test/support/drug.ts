import { type DrugEntry, noDrug } from '../../electron/domain/drug.ts';

/** A drug of which no more is known. */
export const drugNamed = (name: string, volumeMl: number | null = null): DrugEntry => ({
  ...noDrug,
  name,
  volumeMl,
});
