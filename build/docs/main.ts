/** Writes the pages of docs/ that are drawn from the source: `node build/docs/main.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { phasesPage } from './phase-diagram.ts';

const path = join(import.meta.dirname, '../../docs/phases.md');
writeFileSync(path, phasesPage());
console.log(`written: ${path}`);
