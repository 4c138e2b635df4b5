import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { requests } from '../../../electron/contract/channels.ts';
import { aProgram } from '../../support/a-program.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { ownFolder } from '../record/journals.ts';

// Each PIN tried costs a fraction of a second, and several where every core is busy.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const pins = {
  service: '902746183502',
  perfusionist: '481902736450',
  clinician: '573910284617',
  'or-staff': '260485917340',
} as const;
type Who = keyof typeof pins;

/** A console at which people sign in, without a window. */
function consoleOf(dataFolder: string, ...args: readonly string[]) {
  const clock = new VirtualClock();
  const program = aProgram(clock, dataFolder, ['--headless', '--rig', 'simulator', ...args]);
  return { program, clock };
}

const dataFolder = ownFolder();
const { program, clock } = consoleOf(dataFolder);
const { bedside } = program;
const ids: Partial<Record<Who, string>> = {};
const signIn = async (who: Who) => {
  const done = await bedside.people.signIn({ personId: ids[who] ?? '', pin: pins[who] });
  if (!done.ok) throw new Error(JSON.stringify(done));
};
const change = (key: string, value: unknown, reason = 'Agreed') =>
  bedside.changeSite(requests.changeSite.parse({ key, value, reason }) as never);
const sign = (keys: string[]) =>
  bedside.signSite(requests.signSite.parse({ keys, reason: 'Agreed' }) as never);

beforeAll(async () => {
  mkdirSync(dataFolder, { recursive: true });
  await bedside.open();
  await bedside.people.firstAccount({ name: 'Demonstration engineer', pin: pins.service });
  const idOf = (name: string) =>
    bedside.people.view(null).people.find((person) => person.name === name)?.id ?? '';
  ids.service = idOf('Demonstration engineer');
  await signIn('service');
  for (const role of ['perfusionist', 'clinician', 'or-staff'] as const) {
    await bedside.people.addPerson({ name: `Demonstration ${role}`, role, pin: pins[role] });
    ids[role] = idOf(`Demonstration ${role}`);
  }
  bedside.people.signOut();
});
afterAll(() => program.engine.endRecords());

describe('the rules of the site through the door', () => {
  it('are changed by nobody who is not signed in', async () => {
    expect(await change('leastWeightKg', 12)).toMatchObject({ ok: false, why: 'needs-sign-in' });
    expect(await sign(['leastWeightKg'])).toMatchObject({ ok: false, why: 'needs-sign-in' });
    expect(existsSync(join(dataFolder, 'site.json'))).toBe(false);
  });

  it('nor changed by a clinician, who may sign for them', async () => {
    await signIn('clinician');
    expect(await change('leastWeightKg', 12)).toMatchObject({ ok: false, why: 'not-your-role' });
    expect(bedside.site().site.leastWeightKg).toBe(8);
    expect(existsSync(join(dataFolder, 'site.json'))).toBe(false);
  });

  it.each(['perfusionist', 'or-staff'] as const)('nor by a %s', async (who) => {
    await signIn(who);
    expect(await change('leastWeightKg', 12)).toMatchObject({ ok: false, why: 'not-your-role' });
    expect(await sign(['leastWeightKg'])).toMatchObject({ ok: false, why: 'not-your-role' });
    expect(bedside.site().site.leastWeightKg).toBe(8);
    expect(existsSync(join(dataFolder, 'site.json'))).toBe(false);
  });

  it('but by a service engineer; the set-up screen and the lock go by them at once', async () => {
    await signIn('service');
    expect(await change('leastWeightKg', 12)).toEqual({ ok: true });
    expect(bedside.setup.site.leastWeightKg).toBe(12);
    const open = bedside.setup.site.notSignedOff.length;
    expect(await sign(['leastWeightKg'])).toEqual({ ok: true });
    expect(bedside.setup.site.notSignedOff.length).toBe(open - 1);
    expect(bedside.site().site.signedOff.leastWeightKg?.by).toBe('Demonstration engineer');

    // Ten minutes are shipped.
    expect(await change('lockAfterMinutes', 2)).toEqual({ ok: true });
    bedside.people.touch();
    await clock.advance(119_000);
    expect(bedside.people.view(null).signedIn?.name).toBe('Demonstration engineer');
    await clock.advance(2_000);
    expect(bedside.people.view(null).signedIn).toBe(null);
    const log = readFileSync(join(dataFolder, 'audit.log'), 'utf8');
    expect(log).toContain('"old":8,"new":12');
  });

  it('say what is wrong by its place', async () => {
    await signIn('service');
    expect(await change('leastWeightKg', 900)).toEqual({
      ok: false,
      why: null,
      problems: [{ at: 'leastWeightKg', message: 'must be 2 to 200' }],
    });
  });

  it.each([
    ['a key no site has', { key: 'rig', value: 'simulator', reason: 'Agreed' }],
    ['no reason', { key: 'leastWeightKg', value: 12, reason: ' ' }],
    ['a field too many', { key: 'leastWeightKg', value: 12, reason: 'Agreed', by: 'Somebody' }],
  ])('are not even heard with %s', (_, request) => {
    expect(requests.changeSite.safeParse(request).success).toBe(false);
  });
});
