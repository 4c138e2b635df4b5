import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

export interface SecondStart {
  readonly argv: string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

/**
 * The lock of `app.requestSingleInstanceLock`, kept in the data folder: `owner` holds the process id of the
 * running instance; a second start leaves a letter beside it, which the first one reads.
 */
export class InstanceLock {
  readonly #folder: string;
  #release: (() => void) | null = null;

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'electron-stand-in-instance');
  }

  get isHeld(): boolean {
    return this.#release !== null;
  }

  request(own: SecondStart, secondStart: (second: SecondStart) => void): boolean {
    if (this.isHeld) return true;
    mkdirSync(this.#folder, { recursive: true });
    if (!this.#claim()) {
      const letter = join(this.#folder, `${process.pid}.json`);
      writeFileSync(`${letter}.half`, JSON.stringify(own));
      renameSync(`${letter}.half`, letter);
      return false;
    }
    const watcher = watch(this.#folder, () => this.#readLetters(secondStart));
    watcher.unref();
    this.#release = () => {
      watcher.close();
      rmSync(this.#folder, { recursive: true, force: true, maxRetries: 10 });
    };
    return true;
  }

  release(): void {
    this.#release?.();
    this.#release = null;
  }

  #claim(): boolean {
    const owner = join(this.#folder, 'owner');
    const own = join(this.#folder, `${process.pid}.claim`);
    writeFileSync(own, String(process.pid));
    try {
      for (;;) {
        try {
          // A link appears whole or not at all, and never over another.
          linkSync(own, owner);
          return true;
        } catch {
          if (isRunning(Number(readFileSync(owner, 'utf8')))) return false;
          rmSync(owner, { force: true });
        }
      }
    } finally {
      rmSync(own, { force: true });
    }
  }

  #readLetters(secondStart: (second: SecondStart) => void): void {
    for (const name of readdirSync(this.#folder).filter((one) => one.endsWith('.json'))) {
      const letter = join(this.#folder, name);
      const second = JSON.parse(readFileSync(letter, 'utf8'));
      rmSync(letter);
      secondStart(second);
    }
  }
}

/** A process of that number that is an instance of the stand-in: a number may have gone to somebody else. */
function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('electron-stand-in');
  } catch {
    return false;
  }
}
