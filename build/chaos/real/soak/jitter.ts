import { type ChildProcess, spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { BareTimer } from '../console/bare-timer.ts';
import { readJournal } from '../console/journal-evidence.ts';
import { LiveConsole } from '../console/live-console.ts';
import { latenessMs, missedTicks } from '../console/sample-times.ts';
import { writeShortRun } from '../console/short-run.ts';

/** How late ticks came, ms, and how many never did. */
export interface Jitter {
  readonly ticks: number;
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly most: number;
  readonly missed: number;
}

export interface JitterJob {
  readonly minutes: number;
  readonly folder: string;
  readonly stop: AbortSignal;
  readonly busy: (loops: number) => void;
}

/** The longest that a preset may have. */
const treatmentMinutes = 120;
const comesUpMs = 120_000;

/** The console at real time with one busy loop a core, beside a bare timer; `null`: interrupted. */
export async function runJitter({ minutes, folder, stop, busy }: JitterJob): Promise<{
  readonly console: Jitter;
  readonly bare: Jitter;
} | null> {
  const { preset, scenario } = writeShortRun(folder, treatmentMinutes);
  const out = join(folder, 'out');
  const bare = new BareTimer();
  const console = await LiveConsole.start({
    userDataDir: join(folder, 'data'),
    args: ['--operator', 'auto', '--preset', preset, '--scenario', scenario, '--out', out],
  });
  const loops: ChildProcess[] = [];
  try {
    await untilRun(console, stop);
    loops.push(...busyLoops());
    busy(loops.length);
    const fromMs = Date.now();
    await setTimeout(60_000 * minutes, undefined, { signal: stop }).catch(() => {});
    if (stop.aborted) return null;
    const stretch = { fromMs, toMs: Date.now() };
    for (const loop of loops) loop.kill('SIGKILL');
    await console.close();
    const samples = readJournal(join(out, 'journal.sqlite'), folder)?.samples ?? [];
    const ticks = samples.filter(({ wallMs }) => wallMs >= stretch.fromMs && wallMs <= stretch.toMs);
    return {
      console: jitterOf(ticks.map(({ sessionMs }) => sessionMs)),
      bare: jitterOf(bare.times(stretch)),
    };
  } finally {
    for (const loop of loops) loop.kill('SIGKILL');
    await console.close();
    await bare.end();
  }
}

/** One for each core: what else a computer can be busy with. */
const busyLoops = (): ChildProcess[] =>
  Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  );

async function untilRun(console: LiveConsole, stop: AbortSignal): Promise<void> {
  let seconds = 0;
  const page = await console.watch(({ run }) => {
    seconds = run?.sessionSeconds ?? 0;
  });
  const lateMs = performance.now() + comesUpMs;
  while (seconds < 5 && !stop.aborted) {
    if (console.ended || performance.now() > lateMs) throw new Error(`no run came up: ${console.tail()}`);
    await setTimeout(100);
  }
  await page.context().browser()?.close();
}

export function jitterOf(times: readonly number[]): Jitter {
  const late = latenessMs(times).toSorted((a, b) => a - b);
  const share = (of: number): number => late[Math.min(late.length - 1, Math.ceil(of * late.length) - 1)] ?? 0;
  return {
    ticks: times.length,
    p50: share(0.5),
    p99: share(0.99),
    p999: share(0.999),
    most: late.at(-1) ?? 0,
    missed: missedTicks(times.map((ms) => ({ sessionMs: ms, wallMs: ms }))).ticks,
  };
}
