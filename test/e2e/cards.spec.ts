import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startConsole } from '../support/console-process.ts';

test.describe.configure({ mode: 'parallel' });

const folder = join(import.meta.dirname, '../../assets/presets');
const cards = readdirSync(folder)
  .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')))
  .filter(({ flowMlPerMin }) => flowMlPerMin !== null);

for (const { name, minutes, rulingClock, controlSite } of cards) {
  test(`unattended, with patient and rig as it asks for them: ${name}`, async () => {
    test.setTimeout(300_000);
    const out = mkdtempSync(join(tmpdir(), 'isotherm-card-'));
    const output = await startConsole({
      args: ['--headless', '--operator', 'auto', '--speed', '1000', '--preset', name, '--out', out],
    });
    expect(await output.exitCode, output.lines.join('\n')).toBe(0);
    const { outcome, alarms, treatment } = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'));
    expect(outcome).toBe('completed');
    // Reminders there may be; nothing that is wrong.
    expect(alarms.filter(({ priority }: { priority: string }) => priority !== 'low')).toEqual([]);
    const counted = rulingClock === 'elapsed' ? treatment.elapsedSeconds : treatment.inBandSeconds;
    expect(counted).toBeGreaterThanOrEqual(60 * minutes);
    // Where the perfusate is controlled it is in band from the start.
    if (controlSite === 'inflow')
      expect(treatment.inBandSeconds / treatment.elapsedSeconds).toBeGreaterThan(0.99);
    rmSync(out, { recursive: true, maxRetries: 10 });
  });
}
