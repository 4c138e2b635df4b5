/**
 * The fixture of every end-to-end test: the built console on whichever host is there, its page in Playwright's
 * hands, a data folder of its own, and an end that is certain.
 */
import { setTimeout } from 'node:timers/promises';
import { test as base, chromium, _electron as electron, expect, type Page } from '@playwright/test';
import {
  ConsoleOutput,
  endProcess,
  planStart,
  type StartOptions,
  type StartPlan,
  spawnPlan,
} from './console-process.ts';

export interface RunningConsole {
  readonly host: 'electron' | 'stand-in';
  readonly page: Page;
  readonly userDataDir: string;
  readonly pid: number;
  /** What main said, line by line, and how it ended. */
  readonly output: ConsoleOutput;
  /** The value of an expression in the view as it is now, also after a crash that has made `page` useless. */
  evaluateInView(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

export async function launchConsole(options: StartOptions = {}): Promise<RunningConsole> {
  const plan = await planStart(options);
  return plan.host.name === 'electron' ? onElectron(plan) : onStandIn(plan);
}

/** What no view may ever say of itself: an error nobody caught, a thing its policy had to stop. */
const breakage = /^(view error: .*(Uncaught|Content Security Policy)|preload error)/;

/** A test that may launch consoles; all of them end with it, and none of them may have broken. */
export const test = base.extend<{ launch: (options?: StartOptions) => Promise<RunningConsole> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures used from it.
  launch: async ({}, use) => {
    const launched: RunningConsole[] = [];
    await use(async (options) => {
      const running = await launchConsole(options);
      launched.push(running);
      return running;
    });
    await Promise.all(launched.map((running) => running.close()));
    expect(launched.flatMap(({ output }) => output.lines.filter((line) => breakage.test(line)))).toEqual([]);
  },
});

async function onElectron(plan: StartPlan): Promise<RunningConsole> {
  const app = await electron.launch({
    executablePath: plan.host.executable,
    args: [...plan.args],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const child = app.process();
  const output = new ConsoleOutput(child);
  return {
    host: 'electron',
    page: await app.firstWindow(),
    userDataDir: plan.userDataDir,
    pid: child.pid ?? 0,
    output,
    evaluateInView: (expression) =>
      app.evaluate(
        ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
        expression,
      ),
    async close() {
      await endProcess(child, output.exitCode);
      await plan.removeData();
    },
  };
}

async function onStandIn(plan: StartPlan): Promise<RunningConsole> {
  const child = spawnPlan(plan, '--remote-debugging-port=0');
  const output = new ConsoleOutput(child);
  const close = async () => {
    await endProcess(child, output.exitCode);
    await plan.removeData();
  };
  try {
    return {
      host: 'stand-in',
      page: await connect(output),
      userDataDir: plan.userDataDir,
      pid: child.pid ?? 0,
      output,
      async evaluateInView(expression) {
        const page = await connect(output);
        return page.evaluate(expression).finally(() => page.context().browser()?.close());
      },
      close,
    };
  } catch (error) {
    await close();
    throw new Error(`The console did not open its page: ${error}\nIt said:\n${output.lines.join('\n')}`);
  }
}

/** A new hold on the console's page, in the Chromium that was started last; tried again while it is coming up. */
export async function connect(output: ConsoleOutput, patienceMs = 20_000): Promise<Page> {
  await output.line(/^DevTools listening on/);
  const limit = Date.now() + patienceMs;
  for (;;) {
    const endpoint = output.lines
      .flatMap((line) => /^DevTools listening on (\S+)/.exec(line)?.[1] ?? [])
      .at(-1);
    try {
      return await consolePage(endpoint ?? '', patienceMs / 4);
    } catch (error) {
      if (Date.now() > limit) throw error;
    }
  }
}

async function consolePage(endpoint: string, timeout: number): Promise<Page> {
  const browser = await chromium.connectOverCDP(endpoint, { noDefaults: true, timeout });
  const pages = () => browser.contexts().flatMap((context) => context.pages());
  for (let looks = 0; looks < 60; looks += 1) {
    const page = pages().find((one) =>
      /^(https:\/\/isotherm\.app\.invalid|app:\/\/isotherm)\//.test(one.url()),
    );
    if (page) {
      await page.waitForLoadState('load', { timeout });
      return page;
    }
    await setTimeout(50);
  }
  await browser.close();
  throw new Error(`no page of the console, but ${pages().map((page) => page.url())}`);
}
