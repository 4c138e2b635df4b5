import type { Mutant } from '../mutant.ts';
import { alarmMutants } from './alarms.ts';
import { authorityMutants } from './authority.ts';
import { engineMutants } from './engine.ts';
import { journalMutants } from './journal.ts';
import { linkMutants } from './link.ts';

export const mutants: readonly Mutant[] = [
  ...authorityMutants,
  ...engineMutants,
  ...linkMutants,
  ...alarmMutants,
  ...journalMutants,
];
