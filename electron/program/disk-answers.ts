import { access, readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Clock } from '../domain/time.ts';
import { inTime } from '../session/in-time.ts';

/** A disk that has not told of a file by then hangs, ms (chosen). */
export const diskAnswersWithinMs = 5_000;

/**
 * Whether the disk of `path` answers, be it with a refusal. Asked beside the ticks, before anything of it is read or made
 * that they would have to wait for.
 */
export async function diskAnswers(
  path: string,
  clock: Pick<Clock, 'after'>,
  ask: (path: string) => Promise<unknown> = askBeside,
): Promise<boolean> {
  const asked = ask(path).then(
    () => true,
    () => true,
  );
  return (await inTime(clock, diskAnswersWithinMs, asked)) === true;
}

/** Of the journal only its name: opening and closing it here would take a writer's locks away. */
const askBeside = (path: string): Promise<unknown> => Promise.all([access(path), readdir(dirname(path))]);
