import { dirname } from 'node:path';
import { packageConfig } from '../package/config.ts';
import { makeDeb } from '../package/deb.ts';
import { packForLinux } from '../package/pack.ts';
import { Problem, step } from '../plain/step.mjs';
import { inRoot } from '../root.ts';
import { ensureBundles } from '../setup/bundles.ts';
import { electronVersion, ensureElectron, findElectron } from '../setup/electron-runtime.ts';
import { findCommand } from '../setup/system-packages.ts';

/** Packs the program for this kind of Linux machine into out/package/: a folder, and a .deb where dpkg-deb is. */
export async function run(): Promise<number> {
  await step('Electron runtime', ensureElectron);
  const electron = findElectron();
  if (electron === null) {
    throw new Problem(
      'A package holds the Electron runtime, and it is not installed here. Fetch it with node_modules/.bin/install-electron ' +
        'on a network that lets it through, or name an unpacked runtime in ELECTRON_OVERRIDE_DIST_PATH.',
    );
  }
  await step('bundles', ensureBundles);
  await step('package', async () => {
    await packForLinux(packageConfig(dirname(electron), electronVersion));
    const folder = inRoot('out/package/linux-unpacked');
    return findCommand(['dpkg-deb']) === null ? folder : `${folder}, ${makeDeb(folder)}`;
  });
  return 0;
}
