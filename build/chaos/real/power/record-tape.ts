import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../../plain/step.mjs';
import { Disk, everything } from './disk.ts';
import { run } from './run-program.ts';
import { readTape, type Tape } from './tape.ts';

/** How long the console runs for the tape, s (chosen: its write-ahead log is begun anew at least once). */
export const tapedSeconds = 25;
/** Times real time: so many samples a second more are not synced when the power goes. */
export const tapedSpeed = 4;

/** Runs the console beneath `folder` and tapes what its journal does to the disk. */
export async function recordTape(
  folder: string,
  seed: number,
  stop: AbortSignal,
  { seconds, speed } = { seconds: tapedSeconds, speed: tapedSpeed },
): Promise<{ path: string; tape: Tape }> {
  const shim = join(folder, 'tape.so');
  const ours = join(folder, 'run');
  const path = join(folder, 'tape');
  mkdirSync(ours);
  const source = join(import.meta.dirname, 'tape.c');
  await run('gcc', ['-O2', '-shared', '-fPIC', '-o', shim, source, '-ldl', '-lpthread'], {}, stop).catch(
    (error: Error) => {
      throw new Problem(
        `The tape could not be built (${error.message}). Install gcc and libc6-dev: npm test does.`,
      );
    },
  );
  const recorder = join(import.meta.dirname, 'recorder.ts');
  await run(
    process.execPath,
    [recorder, ours, String(seconds), String(speed), String(seed)],
    { LD_PRELOAD: shim, TAPE: path, TAPE_FOLDER: ours, TAPE_NAME: 'journal.sqlite' },
    stop,
  );
  const tape = readTape(path);
  compare(tape, ours);
  return { path, tape };
}

/** Nothing that was written is missing on the tape: played to its end it leaves what is in the folder. */
export function compare(tape: Tape, folder: string): void {
  const disk = new Disk(tape);
  disk.goTo(tape.ops.length);
  const left = disk.left(everything);
  if (left.size === 0) throw new Error('the tape holds no file of a journal');
  for (const [name, bytes] of left) {
    const there = readFileSync(join(folder, name));
    if (!there.equals(bytes)) throw new Error(`the tape does not lead to the ${name} that is there`);
  }
}
