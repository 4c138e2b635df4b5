import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptPin } from '../../../../electron/access/pin.ts';

/** Who signs in where a run is begun at the screen: may do all that it takes. */
export const clinician = { id: 'c-1', name: 'Clinician', role: 'clinician', pin: '3691' } as const;

/** Puts them into the data folder of a console that is yet to start, with the service engineer that each site has. */
export async function hireClinician(dataFolder: string): Promise<void> {
  const engineer = { id: 's-1', name: 'Service engineer', role: 'service', pin: '9517' } as const;
  const people = await Promise.all(
    [clinician, engineer].map(async ({ pin, ...person }) => ({
      ...person,
      active: true,
      pin: await keptPin(pin),
    })),
  );
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(join(dataFolder, 'people.json'), `${JSON.stringify({ version: 1, people }, null, 2)}\n`);
}
