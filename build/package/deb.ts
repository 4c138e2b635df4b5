/**
 * Makes a Debian package of the unpacked program with Debian's own dpkg-deb:
 * electron-builder's way downloads a packager that closed networks do not give.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from '../plain/step.mjs';
import { inRoot } from '../root.ts';

/** The libraries that Electron names for Debian, and udev for finding serial ports. */
const depends = [
  'libasound2',
  'libatspi2.0-0',
  'libgbm1',
  'libgtk-3-0',
  'libnotify4',
  'libnss3',
  'libsecret-1-0',
  'libuuid1',
  'libxss1',
  'libxtst6',
  'udev',
  'xdg-utils',
];

/** Who may open the adapter of the rig, and who is kept away from it (docs/link.md). */
const udevRules = ['60-isotherm-rig.rules', '99-isotherm-rig.rules'];

/** An adapter that is plugged in already follows the rules at once. Without a running udev there is nothing to tell. */
const reloadUdev = `#!/bin/sh
set -e
if [ -x "$(command -v udevadm)" ]; then
  udevadm control --reload 2>/dev/null || true
  udevadm trigger --subsystem-match=tty --subsystem-match=usb 2>/dev/null || true
fi
`;

/** Packs `unpacked` (linux-unpacked/) into a .deb beside it and returns its path. */
export function makeDeb(unpacked: string): string {
  const { version, description } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const architecture = process.arch === 'arm64' ? 'arm64' : 'amd64';
  const tree = join(dirname(unpacked), 'deb');
  const file = join(dirname(unpacked), `isotherm_${version}_${architecture}.deb`);
  rmSync(tree, { recursive: true, force: true });

  cpSync(unpacked, join(tree, 'opt/isotherm'), { recursive: true });
  const sandbox = join(tree, 'opt/isotherm/chrome-sandbox');
  mkdirSync(join(tree, 'usr/bin'), { recursive: true });
  symlinkSync('/opt/isotherm/isotherm', join(tree, 'usr/bin/isotherm'));
  write(join(tree, 'usr/share/applications/isotherm.desktop'), desktopEntry);
  cpSync(
    inRoot('assets/icons/isotherm.svg'),
    join(tree, 'usr/share/icons/hicolor/scalable/apps/isotherm.svg'),
  );
  for (const rules of udevRules)
    cpSync(inRoot('assets/udev', rules), join(tree, 'usr/lib/udev/rules.d', rules));
  cpSync(inRoot('LICENSE'), join(tree, 'usr/share/doc/isotherm/copyright'));
  write(join(tree, 'DEBIAN/control'), control(version, architecture, description));
  for (const script of ['postinst', 'postrm']) {
    write(join(tree, 'DEBIAN', script), reloadUdev);
    chmodSync(join(tree, 'DEBIAN', script), 0o755);
  }
  chmodSync(sandbox, 0o4755);

  const packed = spawnSync('dpkg-deb', ['--root-owner-group', '--build', tree, file], { encoding: 'utf8' });
  if (packed.status !== 0) throw new Problem(`dpkg-deb: ${packed.error?.message ?? packed.stderr}`);
  rmSync(tree, { recursive: true });
  return file;
}

const control = (version: string, architecture: string, description: string): string => `Package: isotherm
Version: ${version}
Architecture: ${architecture}
Maintainer: The Isotherm authors
Section: science
Priority: optional
Depends: ${depends.join(', ')}
Description: ${description}
`;

const desktopEntry = `[Desktop Entry]
Type=Application
Name=Isotherm
Comment=Operator console for a HIPEC machine; not a cleared medical device
Exec=/opt/isotherm/isotherm %U
Icon=isotherm
Categories=MedicalSoftware;Science;
Terminal=false
`;

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
