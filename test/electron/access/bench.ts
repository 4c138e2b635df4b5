import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { AuditLog } from '../../../electron/access/audit-log.ts';
import type { Person } from '../../../electron/access/people.ts';
import { PeopleFile } from '../../../electron/access/people-file.ts';
import { Access } from '../../../electron/access/sign-in.ts';

const folders: string[] = [];
afterAll(() => {
  // A log may still be written: nobody waits for it.
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});

/** A folder of its own; it goes when the file's tests are over. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'isotherm-access-'));
  folders.push(folder);
  return folder;
}

export class HandClock {
  nowMs = 0;
  monotonicMs = () => this.nowMs;
  wallMs = () => 1_800_000_000_000 + this.nowMs;
}

export interface Bench {
  readonly folder: string;
  readonly clock: HandClock;
  readonly audit: AuditLog;
  readonly access: Access;
}

/** A console on its data folder. */
export async function consoleOn(folder: string = ownFolder(), clock = new HandClock()): Promise<Bench> {
  const audit = new AuditLog(join(folder, 'audit.log'), clock);
  await audit.start();
  const file = await PeopleFile.open(join(folder, 'people.json'));
  return { folder, clock, audit, access: new Access({ file, audit, clock, lockAfterMinutes: 10 }) };
}

/** As they stand in the log. */
export const entriesIn = (folder: string): { entry: number; by: unknown; what: Record<string, unknown> }[] =>
  readFileSync(join(folder, 'audit.log'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

export const everythingIn = (folder: string): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');

export const personOf = (id: string, name: string, role: Person['role'], active = true): Person => ({
  id,
  name,
  role,
  active,
  pin: { salt: '0'.repeat(32), hash: 'a'.repeat(64), N: 65536, r: 8, p: 1 },
});
