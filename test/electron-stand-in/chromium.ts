import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { CdpPipe, type CdpSession } from './cdp.ts';

/** What a closed network wants, what a window that is never throttled wants, and no page but ours. */
const alwaysSwitches = [
  '--remote-debugging-pipe',
  '--no-first-run',
  // As in Electron: sound needs no touch first.
  '--autoplay-policy=no-user-gesture-required',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-quic',
  '--disable-sync',
  '--disable-search-engine-choice-screen',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-dev-shm-usage',
  `--disable-features=${[
    'Translate',
    'MediaRouter',
    'OptimizationHints',
    'DialMediaRouteProvider',
    // Two pages in a process of their own, for an address bar that is never seen.
    'WebUIOmniboxPopup',
    'WebUIOmniboxAimPopup',
  ]}`,
  '--hide-crash-restore-bubble',
  '--noerrdialogs',
  '--password-store=basic',
  '--use-mock-keychain',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  // Keeps the bar that complains of unusual switches off the operator's window.
  '--test-type',
];

export interface Launch {
  readonly headless: boolean;
  readonly kiosk: boolean;
  readonly size: { readonly width: number; readonly height: number };
  /** Further switches, as given on the command line. */
  readonly switches: readonly string[];
}

export type Ending = { readonly byItself: boolean; readonly exitCode: number };

/** One running Chromium with a profile of its own that ends with it. */
export interface Chromium {
  readonly browser: CdpSession;
  readonly pipe: CdpPipe;
  readonly headless: boolean;
  readonly ended: Promise<Ending>;
  close(): Promise<void>;
  /** At once, also from an `exit` listener. */
  kill(): void;
}

export function findChromium(): string {
  const named = process.env.ISOTHERM_CHROMIUM;
  const places = named
    ? [named]
    : ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = places.find((place) => existsSync(place));
  if (found) return found;
  throw new Error(
    `The Electron stand-in needs Chromium and found none at ${places.join(', ')}. ` +
      'Install it (Debian: apt-get install chromium), or name it in ISOTHERM_CHROMIUM.',
  );
}

let rootWasSaid = false;
function sandboxSwitches(): string[] {
  if (process.getuid?.() !== 0) return [];
  if (!rootWasSaid) console.error('Running as root: Chromium is started without its sandbox (--no-sandbox).');
  rootWasSaid = true;
  return ['--no-sandbox'];
}

export async function launchChromium(launch: Launch): Promise<Chromium> {
  const profile = mkdtempSync(join(tmpdir(), 'isotherm-chromium-'));
  const { width, height } = launch.size;
  const child = spawn(
    findChromium(),
    [
      ...alwaysSwitches,
      ...sandboxSwitches(),
      `--user-data-dir=${profile}`,
      ...launch.switches,
      ...(launch.headless
        ? ['--headless', 'about:blank']
        : [
            '--app=data:text/html,<body style="background:black">',
            `--window-size=${width},${height}`,
            ...(launch.kiosk ? ['--kiosk'] : []),
          ]),
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const said = listen(child);
  const pipe = new CdpPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const ended = new Promise<Ending>((resolve) => {
    child.on('error', () => resolve({ byItself: false, exitCode: 1 }));
    child.on('exit', (code, signal) =>
      resolve({ byItself: code === 0, exitCode: code ?? signalNumber(signal) }),
    );
  });
  const remove = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  ended.then(remove);

  try {
    await denyEverything(pipe.browser);
  } catch {
    await ended;
    throw new Error(`${child.spawnfile} did not start. It said:\n${said().join('\n')}`);
  }
  return {
    browser: pipe.browser,
    pipe,
    headless: launch.headless,
    ended,
    async close() {
      pipe.browser.send('Browser.close').catch(() => {});
      const late = setTimeout(() => child.kill('SIGKILL'), 3_000);
      await ended;
      clearTimeout(late);
    },
    kill() {
      child.kill('SIGKILL');
      remove();
    },
  };
}

/** What a page could ask a person for: the stand-in cannot ask main, so nobody is asked. */
const permissions = ['geolocation', 'notifications', 'midi', 'camera', 'microphone', 'clipboard-read'];

async function denyEverything(browser: CdpSession): Promise<void> {
  await browser.send('Browser.setDownloadBehavior', { behavior: 'deny' });
  for (const name of permissions) {
    await browser.send('Browser.setPermission', { permission: { name }, setting: 'denied' });
  }
}

/** Passes on where DevTools listen, as Electron does, and keeps the last lines for a failure's message. */
function listen(child: ChildProcess): () => string[] {
  const lines: string[] = [];
  let rest = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    const whole = `${rest}${text}`.split('\n');
    rest = whole.pop() ?? '';
    for (const line of whole) {
      if (line.startsWith('DevTools listening on')) console.error(line);
      lines.push(line);
      if (lines.length > 20) lines.shift();
    }
  });
  return () => lines;
}

const signalNumber = (signal: NodeJS.Signals | null): number => (signal === 'SIGKILL' ? 9 : 1);
