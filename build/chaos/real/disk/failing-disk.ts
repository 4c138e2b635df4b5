import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../../plain/step.mjs';
import { inRoot } from '../../../root.ts';

/** A disk of the console that can be made to fail. */
export interface FailingDisk {
  /** Where the record goes. */
  readonly folder: string;
  /** For the console's process. */
  readonly env: Readonly<Record<string, string>>;
  fail(order: string): void;
  mend(): void;
  /** It was seen to take effect. */
  readonly tookEffect: boolean;
  remove(): void;
}

/** The shared library that stands between the program and its files; made once. */
export function makeShim(folder: string): string {
  const library = join(folder, 'shim.so');
  const source = inRoot('build', 'chaos', 'real', 'disk', 'shim.c');
  try {
    execFileSync('gcc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl'], { stdio: 'pipe' });
  } catch (error) {
    throw new Problem(
      `gcc could not make ${library} (${(error as Error).message}). Install it: apt-get install gcc libc6-dev`,
    );
  }
  return library;
}

/** Every call that writes to `folder` meets what is ordered. */
export function shimmedDisk(shim: string, folder: string): FailingDisk {
  const order = `${folder}.order`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(order, '');
  return {
    folder,
    env: { LD_PRELOAD: shim, ISOTHERM_CHAOS_DISK_ORDER: order, ISOTHERM_CHAOS_DISK_FOLDER: folder },
    fail: (text) => writeFileSync(order, text),
    mend: () => writeFileSync(order, ''),
    get tookEffect() {
      return existsSync(`${order}.hits`) && statSync(`${order}.hits`).size > 0;
    },
    remove: () => {},
  };
}

/** More than a run needs to be started, MB. */
const diskMegabytes = 260;

/** A small file system of its own that is really full; `null` where this user may not mount one. */
export function smallDisk(folder: string): FailingDisk | null {
  mkdirSync(folder, { recursive: true });
  try {
    const options = ['-t', 'tmpfs', '-o', `size=${diskMegabytes}m`, 'isotherm-chaos', folder];
    execFileSync('mount', options, { stdio: 'pipe' });
  } catch {
    return null;
  }
  const ballast = join(folder, 'ballast');
  let wasFull = false;
  return {
    folder,
    env: {},
    fail: () => {
      fill(ballast);
      wasFull = statfsSync(folder).bavail === 0;
    },
    mend: () => rmSync(ballast, { force: true }),
    get tookEffect() {
      return wasFull;
    },
    remove: () => execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' }),
  };
}

/** To the last page: in great pieces as long as they go in, then in small ones. */
function fill(file: string): void {
  for (const bytes of [1 << 24, 1 << 16, 1 << 12]) {
    const piece = Buffer.alloc(bytes);
    try {
      for (;;) writeFileSync(file, piece, { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
}
