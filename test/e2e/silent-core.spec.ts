import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/console.ts';

test('a core that stands still in a run is told by the screen, until it goes on', async ({ launch }) => {
  const out = mkdtempSync(join(tmpdir(), 'isotherm-silent-'));
  const running = await launch({ args: ['--operator', 'auto', '--out', out] });
  const { page, pid } = running;
  await expect(page.locator('.run-screen')).toBeVisible({ timeout: 20_000 });
  const cover = page.locator('.core-cover');
  await expect(cover).toHaveCount(0);
  process.kill(pid, 'SIGSTOP');
  try {
    await expect(cover).toContainText('USE THE SWITCH ON THE MACHINE', { timeout: 10_000 });
    await cover.locator('[data-action="stop-run"]').dispatchEvent('pointerdown', { button: 0 });
    await expect(cover.locator('[data-action="stop-run"]')).toContainText('not confirmed');
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  await expect(cover).toHaveCount(0, { timeout: 10_000 });
  await expect(page.locator('[data-action="stop-run"]')).toContainText('stopped');
  await running.close();
  rmSync(out, { recursive: true, force: true, maxRetries: 10 });
});

test('a signal ends a run in good order, once; a second one is told so', async ({ launch }) => {
  const out = mkdtempSync(join(tmpdir(), 'isotherm-signal-'));
  const { page, pid, output } = await launch({ args: ['--operator', 'auto', '--out', out] });
  await expect(page.locator('.run-screen')).toBeVisible({ timeout: 20_000 });
  process.kill(pid, 'SIGHUP');
  await output.line(/The console ends \(SIGHUP\)/);
  process.kill(pid, 'SIGTERM');
  expect(await output.exitCode).toBe(5);
  expect(output.lines.filter((line) => line.startsWith('The console ends'))).toHaveLength(1);
  rmSync(out, { recursive: true, force: true, maxRetries: 10 });
});
