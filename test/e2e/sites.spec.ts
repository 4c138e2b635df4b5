import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readRun } from '../../electron/record/read-run.ts';
import { startConsole } from '../support/console-process.ts';

test.describe.configure({ mode: 'parallel' });

for (const name of ['theatre', 'ward']) {
  test(`a treatment runs unattended under the shipped rules of a ${name}, and its record keeps them`, async () => {
    test.setTimeout(300_000);
    const folder = mkdtempSync(join(tmpdir(), 'isotherm-site-'));
    const site = join(import.meta.dirname, '../../assets/sites', `${name}.json`);
    const out = join(folder, 'out');
    const output = await startConsole({
      args: ['--headless', '--operator', 'auto', '--speed', '1000', '--site', site, '--out', out],
    });
    expect(await output.exitCode, output.lines.join('\n')).toBe(0);
    const read = readRun(join(out, 'journal.sqlite'));
    if (!read.ok) throw new Error(read.problem);
    const shipped = JSON.parse(readFileSync(site, 'utf8'));
    const { notSignedOff, ...rules } = read.record.header.site;
    // Where things lie, and how long a screen stays open, is not of the run.
    for (const key of ['version', 'rig', 'reportFolder', 'worklistFolder', 'lockAfterMinutes', 'signedOff'])
      delete shipped[key];
    expect(rules).toEqual(shipped);
    expect(notSignedOff).toContain('alarmLimits.core-high');
    read.record.close();
    rmSync(folder, { recursive: true, maxRetries: 10 });
  });
}
