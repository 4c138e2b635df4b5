import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { peopleJson, type Staff } from '../../build/chaos/real/console/staff.ts';
import type { ConsoleDoor } from '../../electron/contract/channels.ts';

/** Who may sign in where a test needs somebody: one of each role, by names that stand on the screen. */
export const staff = {
  perfusionist: { id: 'p-1', name: 'Perfusionist', role: 'perfusionist', pin: '2580' },
  clinician: { id: 'c-1', name: 'Clinician', role: 'clinician', pin: '3691' },
  orStaff: { id: 'o-1', name: 'OR nurse', role: 'or-staff', pin: '1470' },
  service: { id: 's-1', name: 'Service engineer', role: 'service', pin: '9517' },
} as const satisfies Record<string, Staff>;
export type { Staff };

/** Made once by a process. */
let made: Promise<string> | null = null;

/** Puts them into the data folder of a console that has nobody yet. */
export async function hire(userDataDir: string): Promise<void> {
  made ??= peopleJson(Object.values(staff));
  mkdirSync(userDataDir, { recursive: true });
  writeFileSync(join(userDataDir, 'people.json'), await made, { flag: 'wx' });
}

/** At the door, for tests that are not about signing in. */
export async function signedIn(page: Page, who: Staff = staff.perfusionist): Promise<void> {
  const answer = await page.evaluate(
    async ({ id, pin }) => {
      const { isotherm } = globalThis as unknown as { isotherm: ConsoleDoor };
      for (let tries = 0; ; tries += 1) {
        const result = await isotherm.invoke('signIn', { personId: id, pin });
        // The people are read beside the start.
        if (result.ok || tries === 50) return result;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    { id: who.id, pin: who.pin },
  );
  if (!answer.ok) throw new Error(`${who.name} could not sign in: ${JSON.stringify(answer)}`);
}

/** As a hand does it: the head of the screen, the name, the PIN, figure by figure. */
export async function signInByHand(page: Page, who: Staff = staff.perfusionist): Promise<void> {
  await page.locator('[data-action="person"]').click();
  const other = page.locator('[data-action="switch"]');
  if (await other.isVisible()) await other.click();
  await page.locator(`.access-panel [data-person="${who.name}"]`).click();
  for (const figure of who.pin) await page.locator(`.pin-figures [data-figure="${figure}"]`).click();
  await page.locator('[data-action="pin-enter"]').click();
  await page.locator('.access-panel').waitFor({ state: 'detached' });
}
