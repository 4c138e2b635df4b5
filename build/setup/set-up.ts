import { step } from '../plain/step.mjs';
import { ensureBundles } from './bundles.ts';
import { ensureElectron } from './electron-runtime.ts';
import type { PackageNeed } from './package-needs.ts';
import { ensureSystemPackages } from './system-packages.ts';

/** Brings everything that running the console takes; each part is skipped where it is there already. */
export async function setUp(needs: readonly PackageNeed[]): Promise<void> {
  await step('system packages', () => ensureSystemPackages(needs));
  await step('Electron runtime', ensureElectron);
  await step('bundles', ensureBundles);
}
