import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const committed = spawnSync('git', ['-c', 'safe.directory=*', 'ls-files', '-z'], { encoding: 'utf8' })
  .stdout.split('\0')
  .filter((file) => file !== '' && !/\.(png|woff2?|ttf|ico)$/.test(file));

/** Traces of the machine that somebody worked on; /home/console is the account of the examples. */
const traces = [
  /\/(work|root)\/[\w.-]+/,
  /\/(home|Users)\/(?!console\/)[a-z][\w-]*\//,
  /[A-Z]:\\Users\\/,
  /https?:\/\/[\w.-]*(registry|mirror|proxy|artifactory|nexus)[\w.-]*/,
];

const findTraces = (text: string): string[] => traces.flatMap((trace) => text.match(trace)?.[0] ?? []);

describe('the repository', () => {
  test('names no package registry and no folder of one machine', () => {
    expect(committed.length).toBeGreaterThan(50);
    const found = committed.flatMap((file) =>
      findTraces(readCommitted(file)).map((trace) => `${file}: ${trace}`),
    );
    expect(found).toEqual([]);
  });

  test('and would notice one', () => {
    const samples = [
      '"/wo' + 'rk/x/file.ts"',
      '/ho' + 'me/ada/isotherm',
      'https://regis' + 'try.example.org/zod.tgz',
    ];
    expect(samples.map((sample) => findTraces(sample).length)).toEqual([1, 1, 1]);
  });
});

describe('the dependencies', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));

  test('are pinned to exact versions', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    const loose = Object.entries<string>(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
  });

  test('are locked with a checksum and without saying where they came from', () => {
    const packages = Object.entries<{ resolved?: string; integrity?: string; inBundle?: boolean }>(
      lock.packages,
    );
    expect(packages.length).toBeGreaterThan(100);
    const wrong = packages.filter(
      ([path, entry]) =>
        path !== '' && (entry.resolved !== undefined || !(entry.integrity || entry.inBundle)),
    );
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  test('the lock belongs to the manifest', () => {
    const { dependencies, devDependencies, optionalDependencies } = lock.packages[''];
    expect({ dependencies, devDependencies, optionalDependencies }).toEqual({
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
      optionalDependencies: manifest.optionalDependencies,
    });
  });

  test('only serialport is shipped beside the bundles', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['serialport']);
  });
});

/** A file that is deleted but not yet committed as such has nothing to hide. */
function readCommitted(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
