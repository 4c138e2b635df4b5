import { build } from 'vite';
import { inRoot } from '../../build/root.ts';

/** The journal's thread as one file of JavaScript, as it ships, and not as source that each thread would first have to strip of its types. */
export default async function bundle(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: inRoot('electron/record/worker.ts'),
      outDir: inRoot('out/test/journal-worker'),
      rolldownOptions: { output: { entryFileNames: 'worker.js' } },
    },
  });
}
