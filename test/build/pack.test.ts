import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageConfig } from '../../build/package/config.ts';
import { makeDeb } from '../../build/package/deb.ts';
import { packForLinux } from '../../build/package/pack.ts';
import { ensureBundles } from '../../build/setup/bundles.ts';
import { electronVersion } from '../../build/setup/electron-runtime.ts';
import { writeDummyRuntime } from './dummy-runtime.ts';

const folder = mkdtempSync(join(tmpdir(), 'isotherm-pack-'));
const unpacked = join(folder, 'packed/linux-unpacked');
const archive = join(unpacked, 'resources/app.asar');

beforeAll(async () => {
  await ensureBundles();
  writeDummyRuntime(join(folder, 'runtime'), electronVersion);
  await packForLinux({
    ...packageConfig(join(folder, 'runtime'), electronVersion),
    directories: { output: join(folder, 'packed') },
  });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, maxRetries: 10 }));

describe('the packed program', () => {
  const packed = () => listPackage(archive, { isPack: false }).map((path) => path.slice(1));

  test('holds the bundles, the presets and the manifest that starts them', () => {
    expect(packed()).toEqual(
      expect.arrayContaining([
        'out/main/main.js',
        'out/main/journal-worker.js',
        'out/preload/preload.cjs',
        'out/renderer/index.html',
        'assets/presets/42.5-celsius-60-min.json',
        'package.json',
      ]),
    );
    expect(JSON.parse(extractFile(archive, 'package.json').toString()).main).toBe('out/main/main.js');
  });

  test('and nothing of sources, tests, the stand-in or Node', () => {
    const folders = new Set(packed().map((path) => path.split('/')[0]));
    expect([...folders].sort()).toEqual(['assets', 'node_modules', 'out', 'package.json']);
    const outFolders = packed().flatMap((path) => path.match(/^out\/([^/]+)$/)?.[1] ?? []);
    expect(outFolders.sort()).toEqual(['main', 'preload', 'renderer']);
    expect(
      packed().filter((path) => /electron-stand-in|node-linux|\.test\.|\.map$|\/bin\/node$/.test(path)),
    ).toEqual([]);
  });

  test('brings serialport alone, its native part outside the archive and for this processor only', () => {
    const modules = new Set(packed().flatMap((path) => path.match(/^node_modules\/(@?[^/]+)/)?.[1] ?? []));
    expect([...modules].sort()).toEqual(['@serialport', 'debug', 'ms', 'node-gyp-build', 'serialport']);
    const prebuilds = join(
      unpacked,
      'resources/app.asar.unpacked/node_modules/@serialport/bindings-cpp/prebuilds',
    );
    expect(readdirSync(prebuilds)).toEqual([`linux-${process.arch}`]);
    expect(
      readdirSync(join(prebuilds, `linux-${process.arch}`)).some((name) => name.endsWith('.glibc.node')),
    ).toBe(true);
  });

  test('has its fuses set: not a Node, not debuggable, loads nothing but its own archive', async () => {
    const off = '0'.charCodeAt(0);
    const on = '1'.charCodeAt(0);
    expect(await getCurrentFuseWire(join(unpacked, 'isotherm'))).toMatchObject({
      [FuseV1Options.RunAsNode]: off,
      [FuseV1Options.EnableCookieEncryption]: on,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
      [FuseV1Options.EnableNodeCliInspectArguments]: off,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
      [FuseV1Options.OnlyLoadAppFromAsar]: on,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
    });
  });

  test('becomes a Debian package that installs under /opt with a sandbox helper that works', () => {
    const deb = makeDeb(unpacked);
    expect(existsSync(deb)).toBe(true);
    const contents = spawnSync('dpkg-deb', ['--contents', deb], { encoding: 'utf8' }).stdout;
    expect(contents).toMatch(/^-rwsr-xr-x root\/root .*\.\/opt\/isotherm\/chrome-sandbox$/m);
    expect(contents).toMatch(/\.\/opt\/isotherm\/resources\/app\.asar$/m);
    expect(contents).toMatch(/\.\/usr\/share\/applications\/isotherm\.desktop$/m);
    for (const rules of ['60-isotherm-rig.rules', '99-isotherm-rig.rules'])
      expect(contents).toMatch(new RegExp(`\\./usr/lib/udev/rules\\.d/${rules}$`, 'm'));
    const field = spawnSync('dpkg-deb', ['--field', deb, 'Package'], { encoding: 'utf8' }).stdout;
    expect(field).toBe('isotherm\n');
  });
});
