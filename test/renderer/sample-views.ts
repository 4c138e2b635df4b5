import type { Sample } from './samples/base.ts';
import { deliverySamples } from './samples/delivery.ts';
import { earlySamples } from './samples/early.ts';
import { historySamples } from './samples/history.ts';
import { lateSamples, reviewSamples } from './samples/late.ts';
import { limitSamples } from './samples/limits.ts';
import { machineSamples } from './samples/machine.ts';
import { mapSamples } from './samples/map.ts';
import { peopleSamples } from './samples/people.ts';
import { recordSamples } from './samples/records.ts';
import { recoverySamples } from './samples/recovery.ts';
import { setupSamples } from './samples/setup.ts';
import { signingSamples } from './samples/signing.ts';
import { threeFaultSamples } from './samples/three-faults.ts';
import { treatmentSamples } from './samples/treatment.ts';
import { troubleSamples } from './samples/trouble.ts';

export type { Sample } from './samples/base.ts';

/** Every state a screen is drawn in, from an empty form to a review. */
export const samples: readonly Sample[] = [
  ...setupSamples,
  ...machineSamples,
  ...recoverySamples,
  ...earlySamples,
  ...treatmentSamples,
  ...threeFaultSamples,
  ...troubleSamples,
  ...historySamples,
  ...limitSamples,
  ...recordSamples,
  ...mapSamples,
  ...peopleSamples,
  ...lateSamples,
  ...reviewSamples,
  ...signingSamples,
  ...deliverySamples,
];

export const sample = (name: string): Sample => {
  const found = samples.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no sample view "${name}"; see test/renderer/samples/`);
  return found;
};
