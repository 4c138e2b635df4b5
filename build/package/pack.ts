import { Arch, build, type Configuration, Platform } from 'electron-builder';
import { root } from '../root.ts';

/** Packs the built bundles with the runtime into `linux-unpacked/` of the configured output folder. */
export async function packForLinux(config: Configuration): Promise<void> {
  const arch = process.arch === 'arm64' ? Arch.arm64 : Arch.x64;
  await build({
    projectDir: root,
    config,
    targets: Platform.LINUX.createTarget('dir', arch),
    publish: 'never',
  });
}
