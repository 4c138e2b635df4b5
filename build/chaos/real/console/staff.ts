import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptPin } from '../../../../electron/access/pin.ts';
import type { Role } from '../../../../electron/domain/role.ts';

export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly pin: string;
}

/** Who signs in where a run is begun at the screen: may do all that it takes. */
export const clinician = { id: 'c-1', name: 'Clinician', role: 'clinician', pin: '3691' } as const;

/** Puts them into the data folder of a console that is yet to start, with the service engineer that each site has. */
export async function hireClinician(dataFolder: string): Promise<void> {
  const engineer = { id: 's-1', name: 'Service engineer', role: 'service', pin: '9517' } as const;
  const text = await peopleJson([clinician, engineer]);
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(join(dataFolder, 'people.json'), text);
}

/** `people.json` with all of them, each of whom may sign in. A PIN takes its time. */
export async function peopleJson(staff: readonly Staff[]): Promise<string> {
  const people = await Promise.all(
    staff.map(async ({ pin, ...person }) => ({ ...person, active: true, pin: await keptPin(pin) })),
  );
  return `${JSON.stringify({ version: 1, people }, null, 2)}\n`;
}
