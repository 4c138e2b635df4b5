import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { ConsoleInstance } from '../domain/run-event.ts';

const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);

/**
 * Who this installation is in its records: a random id, made once and kept as `console-id` in its data folder. Without
 * one no run is refused; `say` is told why records name none, and what to do.
 */
export function consoleInstance(dataFolder: string, say: (line: string) => void): ConsoleInstance {
  const path = join(dataFolder, 'console-id');
  try {
    const id = kept(path) ?? made(dataFolder, path);
    if (isId(id)) return { id, hostName: hostname() };
    say(
      `${path} holds no id of a console; records will name none. It is left as it is: restore it, or delete it for a new one.`,
    );
  } catch (error) {
    say(
      `${path}: ${(error as Error).message}; records will name no console. Check the rights of the folder.`,
    );
  }
  return { id: null, hostName: hostname() };
}

function kept(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Whole or not at all, and never over one that another start has made meanwhile. */
function made(folder: string, path: string): string {
  mkdirSync(folder, { recursive: true });
  const id = randomUUID();
  const part = `${path}.${id}.part`;
  writeFileSync(part, `${id}\n`, { flag: 'wx', flush: true });
  try {
    linkSync(part, path);
    return id;
  } catch (error) {
    const other = kept(path);
    if (other === null) throw error;
    return other;
  } finally {
    rmSync(part, { force: true });
  }
}
