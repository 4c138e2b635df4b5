import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, it } from 'vitest';
import type { Alarm } from '../../../electron/domain/alarm.ts';
import { readRun } from '../../../electron/record/read-run.ts';
import { computeFigures } from '../../../electron/report/figures.ts';
import { perfusionistNamed } from '../../support/people.ts';

const program = join(import.meta.dirname, 'alarming-program.ts');
const folder = mkdtempSync(join(tmpdir(), 'isotherm-killed-'));
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

/** What the screen showed when all of it was durable; the program is killed there and then. */
async function killOnceDurable(path: string): Promise<Alarm[]> {
  const child = spawn(process.execPath, [program, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let shown: Alarm[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const { all, history } = JSON.parse(line) as { all: boolean; history: Alarm[] };
    if (!all || child.killed) continue;
    shown = history;
    child.kill('SIGKILL');
  }
  return shown;
}

it('the alarm log of a console that was killed with alarms on is whole, and says that they were on', async () => {
  const path = join(folder, 'journal.sqlite');
  const shown = await killOnceDurable(path);
  const read = readRun(path);
  if (!read.ok) throw new Error(read.problem);
  const figures = computeFigures(read.record);
  read.record.close();

  expect(figures.breaksOff).toBe(true);
  expect(figures.alarms.map(({ alarm }) => alarm)).toEqual(shown);
  expect(figures.alarms).toMatchObject([
    {
      alarm: { code: 'probe-fault', subject: 'T3' },
      acknowledgements: [{ sessionMs: 10_000, by: perfusionistNamed('First perfusionist') }],
      unseen: true,
    },
    { alarm: { code: 'link-lost', priority: 'high' }, cleared: null, acknowledgements: [] },
  ]);
  expect(figures.audioPauses).toMatchObject([
    { by: perfusionistNamed('Circulating nurse'), from: { sessionMs: 25_000 }, until: null },
  ]);
  expect(figures.limitChanges).toMatchObject([
    { limit: 'flow-off', from: 10, to: 12, by: perfusionistNamed('First perfusionist') },
  ]);
});
