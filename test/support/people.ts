import { type Actor, signedInActor } from '../../electron/domain/actor.ts';

/** Somebody who may run a treatment. */
export const perfusionistNamed = (name: string): Actor =>
  signedInActor({ id: name, name, role: 'perfusionist' });
export const clinicianNamed = (name: string): Actor => signedInActor({ id: name, name, role: 'clinician' });
