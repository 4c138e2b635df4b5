/** Writes the pages of docs/ that are generated from the source: `node build/docs/main.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { phasesPage } from './phase-diagram.ts';
import { presetsPage } from './preset-page.ts';

const pages = { 'phases.md': phasesPage(), 'presets.md': presetsPage() };
for (const [name, text] of Object.entries(pages)) {
  const path = join(import.meta.dirname, '../../docs', name);
  writeFileSync(path, text);
  console.log(`written: ${path}`);
}
