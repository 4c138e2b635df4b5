import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { inRoot } from '../../root.ts';

const sources = '{electron,native-bridge,renderer,build/chaos,test}/**/*.{ts,tsx}';

/** Of everything that decides what a run or a unit test comes to. */
export function sourceFingerprint(): string {
  const hash = createHash('sha256');
  for (const file of globSync(sources, { cwd: inRoot('.') }).sort()) {
    hash.update(file);
    hash.update(readFileSync(inRoot(file)));
  }
  return hash.digest('hex');
}
