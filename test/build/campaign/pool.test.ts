import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runPool } from '../../../build/campaign/pool.ts';

it('threads that are stopped where they are leave nothing in the temporary folder', async () => {
  const stopping = new AbortController();
  const made: string[] = [];
  const seen: boolean[] = [];
  await runPool<string, string>({
    worker: new URL('./untidy-worker.ts', import.meta.url),
    threads: 2,
    next: () => 'work',
    take: (folder) => {
      made.push(folder);
      seen.push(existsSync(folder));
      if (made.length >= 4) stopping.abort();
    },
    stop: stopping.signal,
  });
  expect(seen).not.toContain(false);
  expect(made.filter(existsSync)).toEqual([]);
});
