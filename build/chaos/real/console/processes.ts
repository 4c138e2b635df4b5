import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** The process `pid` and all that it has started, itself first. */
export function familyOf(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? parentOf(name) : null;
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const below = (one: number): number[] => [one, ...(children.get(one) ?? []).flatMap(below)];
  return below(pid);
}

/** At once and without a word, as a power button or the kernel does it: the program first, then what it started. */
export function killAll(family: readonly number[]): void {
  for (const one of family) signal(one, 'SIGKILL');
}

const goneWithinMs = 5_000;

/** Resolves once they are gone, so that nothing is written any more; by force where they stay. */
export async function untilGone(family: readonly number[]): Promise<void> {
  const lateMs = performance.now() + goneWithinMs;
  while (family.some((pid) => existsSync(`/proc/${pid}`)) && performance.now() < lateMs) {
    killAll(family);
    await setTimeout(20);
  }
}

/** False: it is gone already. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/** `null`: it has just ended. */
function parentOf(pid: string): number | null {
  try {
    const parent = /^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
    return parent === undefined ? null : Number(parent);
  } catch {
    return null;
  }
}
