import { defineConfig } from '@playwright/test';

/** One console at a time, as at the bedside; a test that fails once has failed. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'out/e2e',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  // Far more than all of them take: what hangs is told, and does not hold up whoever waits for the end.
  globalTimeout: 4_500_000,
  reporter: 'list',
  use: { trace: 'off', video: 'off', screenshot: 'off' },
});
