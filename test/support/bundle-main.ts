import { basename, join } from 'node:path';
import { build } from 'vite';
import { inRoot } from '../../build/root.ts';

/** Bundles a main of the tests like the console's own, so that every host can run it; returns its path. */
export async function bundleMain(source: string): Promise<string> {
  const name = basename(source, '.ts');
  // Two folders below the root, as the console's own bundle is: assets/ and out/renderer are found from there.
  const outDir = inRoot('out', `test-${name}`);
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      rolldownOptions: {
        input: { [name]: source },
        external: ['electron'],
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
  return join(outDir, `${name}.mjs`);
}
