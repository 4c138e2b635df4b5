import { defineConfig } from 'vitest/config';

// Beside the end-to-end tests what takes 20 s of a core may take a minute.
const every = { testTimeout: 180_000, setupFiles: ['test/support/property-seed.ts'] };

/**
 * What reads and reckons, and starts nothing: no process, no thread, no browser, and nothing kept between two calls.
 * Their files follow each other in one process, which loads what they share once.
 */
const together = [
  'test/{architecture,docs,safety}/**/*.test.ts',
  'test/build/{campaign/judge,docs}/**/*.test.ts',
  'test/electron/{alarms,authority,contract,domain,protocol,window}/**/*.test.ts',
  'test/native-bridge/modbus/**/*.test.ts',
  'test/renderer/{history,parts,trend}/**/*.test.ts',
];

export default defineConfig({
  test: {
    // Vitest leaves one core idle, which on two is half of them.
    maxWorkers: '100%',
    projects: [
      { test: { ...every, name: 'together', include: together, isolate: false } },
      {
        test: {
          ...every,
          name: 'apart',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', ...together],
          globalSetup: ['test/support/bundles.ts', 'test/support/journal-worker.ts'],
        },
      },
    ],
  },
});
