import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** Chromium needs no older format of a font that a sheet lists beside it. */
const woff2Only: Plugin = {
  name: 'woff2-only',
  generateBundle(_, bundle) {
    for (const file of Object.keys(bundle)) if (file.endsWith('.woff')) delete bundle[file];
  },
};

export default defineConfig({
  /**
   * Main is ESM. Everything but `electron` and the `dependencies` of package.json (serialport: its native part
   * finds its prebuilt binary beside itself) goes into the bundle.
   *
   * Each worker thread is an entry of its own: `new Worker(new URL('./journal-worker.js',
   * import.meta.url))` finds it from any file of main, in a build and inside app.asar (Electron reads the
   * archive in worker threads too), because chunks lie in the same folder as the entries.
   */
  main: {
    build: {
      outDir: at('out/main'),
      sourcemap: true,
      rolldownOptions: {
        input: {
          main: at('electron/main.ts'),
          'journal-worker': at('electron/record/worker.ts'),
          'chart-worker': at('electron/documents/worker.ts'),
          'delivery-worker': at('electron/program/delivery-worker.ts'),
        },
        output: { chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  /** A sandboxed preload is one CommonJS file; nothing but `electron` can be required in it. */
  preload: {
    build: {
      outDir: at('out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  /** The policy of the page allows no `data:` URL, so nothing small is folded into style sheets or scripts. */
  renderer: {
    root: at('renderer'),
    plugins: [react(), woff2Only],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      // Two thirds less for main to hand over while it ticks.
      minify: true,
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        // The faces of the report lie beside those of the screen, in a sheet of their own (`report/fonts.ts`).
        input: { index: at('renderer/index.html'), 'report-faces': at('electron/report/faces.css') },
      },
    },
  },
});
