import { setTimeout } from 'node:timers/promises';
import type { Draw } from '../../../../native-bridge/simulator/population/draw.ts';
import { rendererProcesses } from '../../../../test/support/renderer-process.ts';
import type { LiveConsole } from '../console/live-console.ts';
import { signal } from '../console/processes.ts';
import type { Fault } from './terms.ts';

/** A screen hangs for so long, ms: more than the 5 s after which it is an alarm, and what it takes to notice. */
const hangs = { leastMs: 8_000, mostMs: 11_000 };
/** What main says when its view is lost. */
const goneWords = /^The view is gone/;
const goneWithinMs = 10_000;

/** Breaks the screen of a console in one way; resolves with whether it was seen to take effect. */
export async function breakScreen(
  console: LiveConsole,
  fault: Fault,
  dice: Draw,
  stop: AbortSignal,
): Promise<boolean> {
  if (fault === 'killed') return killed(console);
  if (fault === 'hung') return hung(console, dice.even(hangs.leastMs, hangs.mostMs), stop);
  return reloaded(console);
}

async function killed(console: LiveConsole): Promise<boolean> {
  const goneBefore = gone(console);
  for (const pid of rendererProcesses(console.pid)) signal(pid, 'SIGKILL');
  const giveUpMs = performance.now() + goneWithinMs;
  while (gone(console) === goneBefore && performance.now() < giveUpMs) await setTimeout(20);
  return gone(console) > goneBefore;
}

const gone = ({ output }: LiveConsole): number => output.lines.filter((line) => goneWords.test(line)).length;

/** Its processes are stopped where they stand, and go on later. */
async function hung(console: LiveConsole, ms: number, stop: AbortSignal): Promise<boolean> {
  const renderers = rendererProcesses(console.pid);
  const stopped = renderers.filter((pid) => signal(pid, 'SIGSTOP'));
  await setTimeout(ms, undefined, { signal: stop }).catch(() => {});
  for (const pid of stopped) signal(pid, 'SIGCONT');
  return stopped.length > 0;
}

async function reloaded(console: LiveConsole): Promise<boolean> {
  return console.inPage(async (page) => {
    await page.evaluate('void (window.isothermChaosWasHere = true)');
    await page.reload();
    return (await page.evaluate('window.isothermChaosWasHere')) !== true;
  });
}
