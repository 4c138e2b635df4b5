import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findCommand, installCommand, missingPackages } from '../../build/setup/system-packages.ts';

const folder = mkdtempSync(join(tmpdir(), 'isotherm-path-'));
writeFileSync(join(folder, 'socat'), '#!/bin/sh\n', { mode: 0o755 });
afterAll(() => rmSync(folder, { recursive: true, maxRetries: 10 }));

describe('the system packages', () => {
  const needs = [
    { debian: 'socat', anyOf: ['socat'] },
    { debian: 'mbpoll', anyOf: ['mbpoll'] },
    { debian: 'libmodbus-dev', anyOf: [join(folder, 'modbus.h'), join(folder, 'socat')] },
  ];

  test('are there when one of their files is, on the path or where it is named', () => {
    expect(missingPackages(needs, folder)).toEqual(['mbpoll']);
    expect(missingPackages(needs, '')).toEqual(['socat', 'mbpoll']);
  });

  test('are found by the first place that has them', () => {
    expect(findCommand(['mbpoll', 'socat'], `/nonexistent:${folder}`)).toBe(join(folder, 'socat'));
  });

  test('can be installed by typing what is printed', () => {
    expect(installCommand(['chromium', 'socat'])).toBe(
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium socat',
    );
  });
});
