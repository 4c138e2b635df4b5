import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readRun } from '../../electron/record/read-run.ts';
import { planStart } from '../support/console-process.ts';

test('a run goes on when nobody reads what the console says any more', async () => {
  const out = mkdtempSync(join(tmpdir(), 'isotherm-unheard-'));
  const plan = await planStart({ args: ['--operator', 'auto', '--speed', '30', '--out', out] });
  const child = spawn(plan.host.executable, [...plan.args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const samples = (): number => {
    const read = readRun(join(out, 'journal.sqlite'));
    if (!read.ok) return 0;
    const count = [...read.record.samples()].length;
    read.record.close();
    return count;
  };
  try {
    await expect.poll(samples, { timeout: 20_000 }).toBeGreaterThan(0);
    child.stdout?.destroy();
    child.stderr?.destroy();
    const before = samples();
    // The progress of an unattended run is written once a second of real time: some lines meet nobody.
    await expect.poll(() => over || samples() > before + 1_500, { timeout: 20_000 }).toBe(true);
    expect(over).toBe(false);
    child.kill('SIGTERM');
    expect(await ended).toBe(5);
  } finally {
    child.kill('SIGKILL');
    await ended;
    await plan.removeData();
    rmSync(out, { recursive: true, force: true, maxRetries: 10 });
  }
});
