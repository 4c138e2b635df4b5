import { appendFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { inRoot } from '../../root.ts';
import { mutants } from './list/all.ts';
import { mutated } from './mutant.ts';

const name = process.env.ISOTHERM_MUTANT ?? '';
const mutant = mutants.find((one) => one.name === name);
if (name !== '' && mutant === undefined) throw new Error(`There is no mutant "${name}".`);

/** Unit tests of a console with one mistake in it. */
export default defineConfig({
  root: inRoot('.'),
  plugins: [
    {
      name: 'one mistake',
      enforce: 'pre',
      transform(source, id) {
        if (mutant === undefined || id.split('?')[0] !== inRoot(mutant.file)) return null;
        const code = mutated(mutant, source);
        // Told to who asked: tests that never load the mistake prove nothing.
        if (process.env.ISOTHERM_MUTANT_LOADED) appendFileSync(process.env.ISOTHERM_MUTANT_LOADED, 'x');
        return { code, map: null };
      },
    },
  ],
  // Its key knows nothing of the mistake: every mutant would be tested with the modules of the one before.
  test: {
    fsModuleCache: false,
    globalSetup: ['test/support/journal-worker.ts'],
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    bail: 1,
    maxWorkers: 1,
  },
});
