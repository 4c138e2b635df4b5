/// <reference types="node" />
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { inRoot } from '../../../build/root.ts';
import {
  type Pushes,
  type Replies,
  type RequestName,
  type Requests,
  requests,
} from '../../../electron/contract/channels.ts';
import { consolePolicy } from '../../../electron/window/content-security-policy.ts';
import { chromiumSwitches } from '../../support/chromium-switches.ts';
import type { Sample } from '../sample-views.ts';
import { fakeDoor } from './fake-door.ts';

/** Serves the renderer as it was built for the product under the product's policy, opens it in the system Chromium. */
export interface Harness {
  open(sample: Sample, options?: OpenOptions): Promise<OpenPage>;
  close(): Promise<void>;
}
export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'dark' | 'light';
  readonly language?: 'en' | 'zh';
  /** Main goes on pushing the sample's view, as it does in a run. */
  readonly pushing?: boolean;
  /** Main's engine goes on ticking and says so; without it the screen is covered after a while. */
  readonly pulsing?: boolean;
}
export interface OpenPage {
  readonly page: Page;
  /** Errors of console and page so far. */
  readonly errors: readonly string[];
  push<N extends keyof Pushes>(name: N, payload: Pushes[N]): Promise<void>;
  /** What the renderer asked of main by this name, oldest first; an error where main would not have understood it. */
  asked<N extends RequestName>(name: N): Promise<Requests[N][]>;
  /** What main answers from now on. */
  answer<N extends RequestName>(name: N, reply: Replies[N]): Promise<void>;
  /** What main's handler throws from now on. */
  reject(name: RequestName, message: string): Promise<void>;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

export async function startHarness(): Promise<Harness> {
  const server = await serve(inRoot('out/renderer'));
  const { port } = server.address() as { port: number };
  const browser = await launchChromium();
  const context = await browser.newContext({ hasTouch: true });
  const url = `http://127.0.0.1:${port}/`;
  const idle: Page[] = [];
  return {
    open: async (sample, options) => {
      const page = idle.pop() ?? (await context.newPage());
      return openPage(page, url, sample, options ?? {}, async () => {
        // Behind another one a page draws no frames.
        if (context.pages().length > 1) await page.close();
        else idle.push(page);
      });
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** The system's Chromium, or the one named in ISOTHERM_CHROMIUM. */
export function launchChromium(): Promise<Browser> {
  const executablePath = process.env.ISOTHERM_CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(
      `no Chromium at ${executablePath}: install it (apt-get install chromium) or set ISOTHERM_CHROMIUM`,
    );
  }
  return chromium.launch({
    executablePath,
    args: [
      ...chromiumSwitches,
      // As in Electron: sound needs no touch first.
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
}

/** Serves a folder of built files under the policy of the product. */
export async function serve(folder: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = join(folder, path === '/' ? 'index.html' : path);
    const body = file.startsWith(folder) ? await readFile(file).catch(() => null) : null;
    response.setHeader('content-security-policy', consolePolicy);
    response.setHeader('cache-control', 'max-age=600');
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
    response.statusCode = body === null ? (path === '/favicon.ico' ? 204 : 404) : 200;
    response.end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

/** A page that was in use is loaded anew: it starts as a new one does, without a process and fonts of its own. */
async function openPage(
  page: Page,
  url: string,
  sample: Sample,
  options: OpenOptions,
  onClosed: () => Promise<void>,
): Promise<OpenPage> {
  const {
    width = 1280,
    height = 800,
    theme = 'dark',
    language = 'en',
    pushing = true,
    pulsing = true,
  } = options;
  await page.setViewportSize({ width, height });
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  const preferences = await page.addInitScript(
    (kept) => localStorage.setItem('isotherm.preferences', kept),
    JSON.stringify({ language, theme }),
  );
  const door = await page.addInitScript(fakeDoor, {
    view: sample.view,
    trend: sample.trend,
    pushing,
    pulsing,
  });
  await page.goto(url);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForSelector('main');
  return {
    page,
    errors,
    push: (name, payload) => page.evaluate(([n, p]) => window.fakeMain.push(n, p), [name, payload] as const),
    asked: async <N extends RequestName>(name: N) => {
      const asked = (await understood(page)).filter((one) => one.name === name);
      return asked.map((one) => one.request) as Requests[N][];
    },
    answer: (name, reply) => page.evaluate(([n, r]) => window.fakeMain.answer(n, r), [name, reply] as const),
    reject: (name, message) =>
      page.evaluate(([n, m]) => window.fakeMain.reject(n, m), [name, message] as const),
    async close() {
      await understood(page);
      await page.mouse.up();
      await page.mouse.move(0, 0);
      await Promise.all([preferences.dispose(), door.dispose()]);
      page.removeAllListeners();
      await onClosed();
    },
  };
}

/** All that the page asked, as sent. The door of the product would have let it in: an error where it would not. */
export async function understood(page: Page): Promise<readonly { name: string; request: unknown }[]> {
  const asked = await page.evaluate(() => window.fakeMain.asked);
  for (const { name, request } of asked) {
    const read = requests[name as RequestName].safeParse(request);
    if (read.success) continue;
    const why = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    throw new Error(`main does not understand "${name}" ${JSON.stringify(request).slice(0, 500)}: ${why}`);
  }
  return asked;
}
