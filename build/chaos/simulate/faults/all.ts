import { clockFaults } from './clock.ts';
import { diskFaults } from './disk.ts';
import type { Begin } from './fault.ts';
import { lineFaults } from './line.ts';
import type { FaultName } from './names.ts';
import { personFaults } from './person.ts';
import { processFaults } from './process.ts';
import { rigFaults } from './rig.ts';
import { screenFaults } from './screen.ts';

export const faults: Readonly<Record<FaultName, Begin>> = {
  ...processFaults,
  ...diskFaults,
  ...lineFaults,
  ...clockFaults,
  ...screenFaults,
  ...rigFaults,
  ...personFaults,
};
