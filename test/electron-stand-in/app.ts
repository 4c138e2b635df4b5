import type { EventEmitter } from 'node:events';
import type { App, CommandLine } from 'electron';
import { partOf } from './absent.ts';
import type { Chromiums } from './chromiums.ts';
import { type Application, switchValue } from './command.ts';
import { electronEvent, emitterOf } from './emitter.ts';
import { Paths } from './paths.ts';
import { InstanceLock } from './single-instance.ts';
import type { Windows } from './windows.ts';

const happen = [
  'will-finish-launching',
  'ready',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'second-instance',
  'web-contents-created',
  'browser-window-created',
];
const never = [
  'activate',
  'child-process-gone',
  'render-process-gone',
  'certificate-error',
  'open-file',
  'open-url',
];

/** The life of the program: ready, quitting, over. */
export class AppLife {
  readonly emitter: EventEmitter = emitterOf('app', happen, never);
  readonly paths = new Paths();
  readonly app: App;
  #windows: Windows | null = null;
  #chromiums: Chromiums | null = null;
  #lock: InstanceLock | null = null;
  #isReady = false;
  #isOver = false;

  constructor(application: Application, commandLine: readonly string[]) {
    this.app = this.#asElectron(application, [...commandLine]);
    this.emitter.on('window-all-closed', () => {
      // Electron quits by itself only where nobody listens; this listener does not count.
      if (this.emitter.listenerCount('window-all-closed') === 1) this.quit();
    });
  }

  isReady = (): boolean => this.#isReady;

  /** Main has been read to its end: only now does Electron become ready. */
  becomeReady(windows: Windows, chromiums: Chromiums): void {
    if (this.#isOver) return;
    this.#windows = windows;
    this.#chromiums = chromiums;
    this.#isReady = true;
    this.emitter.emit('will-finish-launching');
    this.emitter.emit('ready', electronEvent({}), {});
  }

  quit(): void {
    if (this.#isOver) return;
    if (this.#asked('before-quit')) {
      if (this.#windows) this.#windows.isQuitting = true;
      const allClosed = this.#windows?.closeAll() ?? true;
      if (allClosed && this.#asked('will-quit')) this.#end(0);
      else if (this.#windows) this.#windows.isQuitting = false;
    }
  }

  exit(code = 0): void {
    if (this.#isOver) return;
    if (this.#windows) this.#windows.isQuitting = true;
    this.#windows?.destroyAll();
    this.#end(code);
  }

  /** What must not be left behind, however the process ends. */
  cleanUp(): void {
    this.#lock?.release();
    this.#chromiums?.killAll();
    this.paths.removeTemporary();
  }

  #asked(name: 'before-quit' | 'will-quit'): boolean {
    const event = electronEvent({});
    this.emitter.emit(name, event);
    return !event.defaultPrevented;
  }

  #end(code: number): void {
    this.#isOver = true;
    this.emitter.emit('quit', electronEvent({}), code);
    Promise.resolve(this.#chromiums?.closeAll()).finally(() => process.exit(code));
  }

  #requestLock(additionalData: unknown): boolean {
    this.#lock ??= new InstanceLock(this.paths.get('userData'));
    const own = { argv: process.argv, workingDirectory: process.cwd(), additionalData };
    return this.#lock.request(own, (second) => {
      this.emitter.emit(
        'second-instance',
        electronEvent({}),
        second.argv,
        second.workingDirectory,
        second.additionalData,
      );
    });
  }

  #asElectron(application: Application, commandLine: string[]): App {
    let name = application.name;
    return partOf<App>(
      'app',
      {
        whenReady: () =>
          new Promise((resolve) => {
            if (this.#isReady) resolve();
            else this.emitter.once('ready', () => resolve());
          }),
        isReady: this.isReady,
        quit: () => this.quit(),
        exit: (code) => this.exit(code),
        relaunch: () =>
          console.error('Electron would start the program again after its end; the stand-in only ends it.'),
        getPath: (which) => this.paths.get(which),
        setPath: (which, path) => this.paths.set(which, path),
        getAppPath: () => application.path,
        getName: () => name,
        setName: (next) => {
          name = next;
        },
        get name() {
          return name;
        },
        getVersion: () => application.version,
        getLocale: () => Intl.DateTimeFormat().resolvedOptions().locale,
        isPackaged: false,
        enableSandbox: () => {},
        requestSingleInstanceLock: (additionalData) => this.#requestLock(additionalData),
        hasSingleInstanceLock: () => this.#lock?.isHeld ?? false,
        releaseSingleInstanceLock: () => this.#lock?.release(),
        commandLine: partOf<CommandLine>('app.commandLine', {
          hasSwitch: (which) => switchValue(commandLine, which) !== null,
          getSwitchValue: (which) => switchValue(commandLine, which) ?? '',
          appendSwitch: (which, value) => {
            commandLine.push(value === undefined ? `--${which}` : `--${which}=${value}`);
          },
        }),
      },
      this.emitter,
    );
  }
}
