import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'],
    testTimeout: 60_000,
    // Vitest leaves one core idle, which on two is half of them.
    maxWorkers: '100%',
    globalSetup: ['test/support/bundles.ts', 'test/support/journal-worker.ts'],
    setupFiles: ['test/support/property-seed.ts'],
  },
});
