import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { dependenciesMatch } from '../../build/plain/dependencies.mjs';

type Packages = Readonly<Record<string, { integrity?: string; optional?: boolean }>>;

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, maxRetries: 10 });
});

function checkout(locked: Packages, installed: Packages | null): string {
  const root = mkdtempSync(join(tmpdir(), 'isotherm-lock-'));
  roots.push(root);
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: locked }));
  if (installed !== null) {
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
  }
  return root;
}

describe('the installed packages', () => {
  const zod = { 'node_modules/zod': { integrity: 'sha512-a' } };
  const elsewhere = { 'node_modules/fsevents': { integrity: 'sha512-b', optional: true } };

  test('match when each locked one is there with the same checksum', () => {
    expect(dependenciesMatch(checkout({ '': {}, ...zod }, zod))).toBe(true);
  });

  test('match without an optional one that belongs to another platform', () => {
    expect(dependenciesMatch(checkout({ ...zod, ...elsewhere }, zod))).toBe(true);
  });

  test('do not match in a fresh clone, or after an installation that was cut short', () => {
    expect(dependenciesMatch(checkout(zod, null))).toBe(false);
  });

  test('do not match when one is missing', () => {
    expect(dependenciesMatch(checkout(zod, {}))).toBe(false);
  });

  test('do not match when the lock has moved on', () => {
    expect(dependenciesMatch(checkout({ 'node_modules/zod': { integrity: 'sha512-new' } }, zod))).toBe(false);
  });
});
