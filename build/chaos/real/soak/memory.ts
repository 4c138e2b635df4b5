import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { rendererProcesses } from '../../../../test/support/renderer-process.ts';
import type { LiveConsole } from '../console/live-console.ts';
import { heldByPage } from './heap-snapshot.ts';

/** What is used after collection, bytes, at a moment of simulated time. */
export interface Memory {
  readonly hours: number;
  readonly mainHeap: number;
  readonly mainResident: number;
  /** With the code that was compiled: the browser compiles on, hour after hour, what is used most. */
  readonly viewHeap: number;
  /** What the page holds, without that code. */
  readonly viewHeld: number;
  readonly viewResident: number;
}

/** For the process of main: something to ask it through, and collection when it is asked for. */
export const inspected = { NODE_OPTIONS: '--expose-gc --inspect=127.0.0.1:0' };

/** A plain collection leaves a heap as large as it once was; this one gives back what is free, so that resident is what is held. */
const collect = "gc({ type: 'major', execution: 'sync', flavor: 'last-resort' })";

const askWithinMs = 30_000;

/** Asks main and view for what they hold, after both have collected. */
export async function measure(console: LiveConsole, page: Page, hours: number): Promise<Memory> {
  const address = (await console.output.line(/^Debugger listening on (ws:\S+)/))[1] ?? '';
  const main = JSON.parse(
    await evaluateIn(address, `${collect}; JSON.stringify(process.memoryUsage())`),
  ) as NodeJS.MemoryUsage;
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const viewHeld = await heldByPage(session);
    const residents = rendererProcesses(console.pid).map(residentBytes);
    return {
      hours,
      mainHeap: main.heapUsed,
      mainResident: main.rss,
      viewHeap: usedSize,
      viewHeld,
      viewResident: Math.max(0, ...residents),
    };
  } finally {
    await session.detach();
  }
}

/** The value of an expression in a program that is inspected. */
function evaluateIn(address: string, expression: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address);
    const late = setTimeout(() => reject(new Error(`${address} does not answer`)), askWithinMs);
    socket.onerror = () => reject(new Error(`${address} cannot be reached`));
    socket.onopen = () =>
      socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } }));
    socket.onmessage = ({ data }) => {
      clearTimeout(late);
      socket.close();
      const { result } = JSON.parse(String(data)) as { result?: { result?: { value?: string } } };
      const value = result?.result?.value;
      if (value === undefined) reject(new Error(`${expression}: ${data}`));
      else resolve(value);
    };
  });
}

/** 0: it has just ended. */
function residentBytes(pid: number): number {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return 1024 * Number(kilobytes ?? 0);
  } catch {
    return 0;
  }
}
