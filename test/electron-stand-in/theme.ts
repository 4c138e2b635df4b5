import type { NativeTheme } from 'electron';
import { partOf } from './absent.ts';
import { emitterOf } from './emitter.ts';

type Source = NativeTheme['themeSource'];

/** `nativeTheme.themeSource`, as pages see it in `prefers-color-scheme`; "system" is what Chromium finds. */
export class Theme {
  #source: Source = 'system';
  readonly #followers: ((source: Source) => void)[] = [];
  readonly nativeTheme: NativeTheme;

  constructor() {
    const theme = this;
    this.nativeTheme = partOf<NativeTheme>(
      'nativeTheme',
      {
        get themeSource() {
          return theme.#source;
        },
        set themeSource(source) {
          theme.#source = source;
          for (const follow of theme.#followers) follow(source);
        },
      },
      emitterOf('nativeTheme', [], ['updated']),
    );
  }

  /** Tells the theme now and whenever it changes. */
  follow(follower: (source: Source) => void): void {
    this.#followers.push(follower);
    follower(this.#source);
  }
}
