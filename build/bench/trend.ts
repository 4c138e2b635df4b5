/** Main-thread time of a trend update, held against a plain Recharts line chart and uPlot in the same page. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import type { BenchRow } from './row.ts';

const page = fileURLToPath(new URL('../../test/renderer/trend-bench/', import.meta.url));
const versionOf = (name: string): string => createRequire(import.meta.url)(`${name}/package.json`).version;

const peers = [
  { key: 'plainRecharts', name: `plain Recharts ${versionOf('recharts')}` },
  { key: 'uplot', name: `uPlot ${versionOf('uplot')}` },
] as const;

/** Samples held: 6 and 60 minutes of ten a second. */
const loads = [3_600, 36_000] as const;
/** Rounds that count, after one that warms up; the figure is their median. */
const rounds = 5;
const updatesPerRound = 8;

export async function run(): Promise<BenchRow[]> {
  return inChromium(async (tab) => {
    const rows: BenchRow[] = [];
    for (const samples of loads) {
      const ours = await updateMs(tab, 'ours', samples);
      for (const peer of peers) {
        const peerValue = await updateMs(tab, peer.key, samples);
        rows.push({
          name: `trend: update, ${samples} samples of 4 probes`,
          ours,
          peer: peer.name,
          peerValue,
          unit: 'ms an update',
          ratio: ours / peerValue,
        });
      }
    }
    return rows;
  });
}

/** Time of the main thread an update costs (script, style, layout, paint), less what idle frames cost. */
async function updateMs(tab: Page, contender: string, samples: number): Promise<number> {
  const devtools = await tab.context().newCDPSession(tab);
  await devtools.send('Performance.enable');
  const busyMs = async (what: string): Promise<number> => {
    const taskMs = async (): Promise<number> => {
      const { metrics } = await devtools.send('Performance.getMetrics');
      return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
    };
    const beforeMs = await taskMs();
    await tab.evaluate(`bench.${what}(${updatesPerRound})`);
    return ((await taskMs()) - beforeMs) / updatesPerRound;
  };
  await tab.evaluate(`bench.start(${JSON.stringify(contender)}, ${samples})`);
  const costs: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const idleMs = await busyMs('idle');
    const costMs = (await busyMs('updates')) - idleMs;
    if (round >= 0) costs.push(costMs);
  }
  await tab.evaluate(`bench.end(${JSON.stringify(contender)})`);
  await devtools.detach();
  return costs.sort((a, b) => a - b)[Math.floor(costs.length / 2)] as number;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Builds the page as the product is built, opens it in the system's Chromium, and cleans up behind itself. */
async function inChromium<T>(measure: (tab: Page) => Promise<T>): Promise<T> {
  const executablePath = process.env.ISOTHERM_CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(
      `No Chromium at ${executablePath}. Install it (apt-get install chromium) or set ISOTHERM_CHROMIUM.`,
    );
  }
  const outDir = await mkdtemp(join(tmpdir(), 'isotherm-trend-bench-'));
  try {
    await build({
      root: page,
      configFile: false,
      logLevel: 'error',
      plugins: [react()],
      build: { outDir, emptyOutDir: true },
    });
    const asRoot = process.getuid?.() === 0;
    const browser = await chromium.launch({
      executablePath,
      args: [...(asRoot ? ['--no-sandbox'] : []), '--disable-background-networking', '--no-first-run'],
    });
    try {
      const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await tab.route('http://trend.bench/**', async (route) => {
        const { pathname } = new URL(route.request().url());
        const file = join(outDir, pathname === '/' ? 'index.html' : pathname);
        const body = await readFile(file).catch(() => null);
        if (body === null) await route.fulfill({ status: 404 });
        else await route.fulfill({ body, contentType: types[extname(file)] ?? 'application/octet-stream' });
      });
      await tab.goto('http://trend.bench/');
      return await measure(tab);
    } finally {
      await browser.close();
    }
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}
