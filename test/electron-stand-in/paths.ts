import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { App } from 'electron';

type PathName = Parameters<App['getPath']>[0];

/** The folders of `app.getPath`. The data folder is a temporary one, removed at the end, unless one is named. */
export class Paths {
  readonly #set = new Map<string, string>();
  #temporary: string | null = null;

  get(name: PathName): string {
    return this.#set.get(name) ?? this.#standard(name);
  }

  set(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    this.#set.set(name, path);
  }

  removeTemporary(): void {
    if (this.#temporary) rmSync(this.#temporary, { recursive: true, force: true, maxRetries: 10 });
  }

  #standard(name: PathName): string {
    switch (name) {
      case 'home':
        return homedir();
      case 'appData':
        return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
      case 'temp':
        return tmpdir();
      case 'exe':
        return process.execPath;
      case 'sessionData':
        return this.get('userData');
      case 'logs':
        return join(this.get('userData'), 'logs');
      case 'userData':
        this.#temporary ??= mkdtempSync(join(tmpdir(), 'isotherm-data-'));
        mkdirSync(this.#temporary, { recursive: true });
        return this.#temporary;
      default:
        throw new Error(`The Electron stand-in does not provide app.getPath('${name}').`);
    }
  }
}
