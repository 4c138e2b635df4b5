import type { Intent } from '../domain/command.ts';
import type { ConsoleOptions } from './console-options.ts';

/** Exchanges tried to tell the rig standby at the end of a run. */
const tries = 10;

/** A single reply may get lost; a pump must not go on because of it. */
export async function standDown(link: ConsoleOptions['link'], standby: Intent | null): Promise<void> {
  for (let tried = 0; tried < tries; tried += 1) {
    if ((await link.tick(standby)).ok) return;
  }
}
