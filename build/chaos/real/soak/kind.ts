import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../../../plain/step.mjs';
import { testNeeds } from '../../../setup/package-needs.ts';
import { setUp } from '../../../setup/set-up.ts';
import { type Job, realKind } from '../real-kind.ts';
import { runHours } from './hours.ts';
import { runJitter } from './jitter.ts';
import { judgeJitter, judgeMemory } from './judges.ts';
import type { Memory } from './memory.ts';
import { jitterLines, memoryLines } from './table.ts';
import { type Fault, type Promised, terms } from './terms.ts';

type SoakJob = Job<Fault, Promised>;

async function play(job: SoakJob): Promise<void> {
  await setUp(testNeeds);
  // Each is worth its own verdict.
  for (const part of [playHours, playJitter]) {
    try {
      if (!job.stop.aborted) await part(job);
    } catch (error) {
      job.account.fail(1, (error as Error).message);
    }
  }
}

async function playHours({ times, folder, account, stop, progress }: SoakJob): Promise<void> {
  const memory: Memory[] = [];
  const own = join(folder, 'hours');
  mkdirSync(own);
  try {
    await runHours({
      hours: times,
      folder: own,
      stop,
      ran: (outcome, hours) => {
        account.tookEffect('run');
        account.check(
          'finishes',
          memory.length + 1,
          outcome === 'completed',
          () => `its outcome is ${outcome}`,
        );
        progress(Math.min(times, Math.floor(hours)));
      },
      measured: (one) => void memory.push(one),
    });
  } finally {
    for (const line of memoryLines(memory)) account.note(line);
  }
  judgeMemory(account, memory);
}

async function playJitter({ extras, folder, account, stop }: SoakJob): Promise<void> {
  const own = join(folder, 'jitter');
  mkdirSync(own);
  const minutes = extras.minutes ?? 1;
  say(`real time, with one busy loop a core, for ${minutes} min`);
  const busy = (loops: number): void => account.tookEffect('busy-loop', loops);
  const seen = await runJitter({ minutes, folder: own, stop, busy });
  if (seen === null) return;
  for (const line of jitterLines(seen.console, seen.bare)) account.note(line);
  judgeJitter(account, seen.console, seen.bare);
}

export const kind = realKind<Fault, Promised>({
  name: 'soak',
  counts: 'simulated hours',
  most: 1_000,
  extras: {
    minutes: { low: 1, high: 600, otherwise: 1, help: 'real minutes with one busy loop a core' },
  },
  ...terms,
  play,
});
