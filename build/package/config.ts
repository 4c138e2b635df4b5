import type { Configuration } from 'electron-builder';
import { inRoot } from '../root.ts';

/**
 * What is shipped: the three bundles, the assets and serialport. Everything else that the bundles use is inside them.
 * The fuses close what the program does not need of Electron: running as Node, debugging, code from outside its archive.
 */
export const packageConfig = (electronDist: string, electronVersion: string): Configuration => ({
  appId: 'org.isotherm.console',
  productName: 'Isotherm',
  copyright: 'Copyright The Isotherm authors, Apache-2.0',
  directories: { output: inRoot('out/package') },
  electronDist,
  electronVersion,
  npmRebuild: false,
  asar: true,
  files: [
    'package.json',
    'assets/**',
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    '!out/**/*.map',
    '!node_modules/node-linux-*{,/**}',
    '!node_modules/node-addon-api{,/**}',
    `!node_modules/@serialport/bindings-cpp/prebuilds/!(linux-${process.arch}){,/**}`,
  ],
  asarUnpack: ['node_modules/@serialport/bindings-cpp/prebuilds/**'],
  linux: {
    target: 'dir',
    executableName: 'isotherm',
    category: 'MedicalSoftware',
    icon: inRoot('assets/icons'),
  },
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  },
});
