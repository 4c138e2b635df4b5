import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Program } from '../../../electron/program/program.ts';
import { aProgram } from '../../support/a-program.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { ownFolder, readJournal } from '../record/journals.ts';

/** The program as `main.ts` makes it, unattended and without a screen, on a clock of the test's own. */
class Unseen {
  readonly clock = new VirtualClock();
  readonly said: string[] = [];
  readonly exits: number[] = [];
  readonly program: Program;

  constructor(args: readonly string[], dataFolder = ownFolder()) {
    this.program = aProgram(this.clock, dataFolder, ['--headless', '--operator', 'auto', ...args], {
      say: (line) => void this.said.push(line),
      exit: (code) => void this.exits.push(code),
    });
    this.program.start();
  }

  get phase(): string | undefined {
    return this.program.engine.snapshot().run?.state.phase;
  }

  /** The rig's time flies, the disk's does not. */
  async until(what: string, holds: () => boolean): Promise<void> {
    for (let tries = 0; tries < 20_000 && !holds(); tries += 1) {
      await this.clock.advance(this.phase === undefined ? 5 : 500);
      await sleep(this.program.engine.runIsOpen ? 0 : 10);
    }
    if (!holds()) throw new Error(`"${what}" did not come: ${this.said.join('\n')}`);
  }

  async close(): Promise<void> {
    const closed = this.program.close();
    for (let isClosed = false; !isClosed; ) {
      await this.clock.advance(100);
      isClosed = await Promise.race([closed.then(() => true), sleep(5, false)]);
    }
  }
}

/** A run that is under way in `fill`, as its folder is at that moment: what a lost console leaves. */
async function leftOpen(): Promise<string> {
  const out = join(ownFolder(), 'out');
  const console = new Unseen(['--out', out]);
  await console.until('fill', () => console.phase === 'fill');
  await console.clock.advance(15_000);
  await sleep(200);
  const copy = join(ownFolder(), 'left');
  cpSync(out, copy, { recursive: true });
  await console.close();
  return copy;
}

describe('an unattended run', () => {
  it.each([
    ['heater', { at: 0, fault: 'heater-weak', percent: 0 }],
    ['T2', { at: 0, fault: 'probe-open', probe: 2 }],
  ])(
    'whose self-test fails (%s) ends itself, names the check, and tells no time that is left',
    async (check, event) => {
      const scenario = join(ownFolder(), 'scenario.json');
      writeFileSync(scenario, JSON.stringify({ events: [event] }));
      const console = new Unseen(['--scenario', scenario, '--out', join(ownFolder(), 'out')]);
      await console.until('the end', () => console.exits.length > 0);
      expect(console.exits).toEqual([6]);
      const failed = console.said.find((line) => line.startsWith('The self-test failed: '));
      expect(failed).toContain(check);
      expect(console.said.join('\n')).not.toMatch(/\bleft\b/);
    },
  );

  it.each(['end', 'drain'])(
    'left open, with --recover %s: interrupted, documents made, exit code 8',
    async (choice) => {
      const left = await leftOpen();
      const console = new Unseen(['--out', left, '--recover', choice]);
      await console.until('the end', () => console.exits.length > 0);
      expect(console.exits).toEqual([8]);
      const summary = JSON.parse(readFileSync(join(left, 'summary.json'), 'utf8'));
      expect(summary.outcome).toBe('interrupted');
      expect(readJournal(join(left, 'journal.sqlite')).events.at(-1)?.event).toMatchObject({
        type: 'run-ended',
        outcome: 'interrupted',
      });
    },
  );

  it('answers that fluid left in a cavity is another patient’s, on record', async () => {
    const data = ownFolder();
    const first = new Unseen(['--out', join(data, 'runs', 'first')], data);
    await first.until('fill', () => first.phase === 'fill');
    await first.clock.advance(15_000);
    await first.close();
    expect(first.program.exitCode).toBe(5);
    const out = join(ownFolder(), 'out');
    const second = new Unseen(['--out', out], data);
    await second.until('the run', () => second.phase !== undefined);
    await second.close();
    expect(second.said.join('\n')).toContain('unattended, this is another patient');
    expect(readJournal(join(out, 'journal.sqlite')).events.map(({ event }) => event)).toContainEqual(
      expect.objectContaining({ type: 'fluid-answered', answer: 'another-patient' }),
    );
  });

  it('that is closed in its midst waits for its record and its documents', async () => {
    const out = join(ownFolder(), 'out');
    const console = new Unseen(['--out', out]);
    await console.until('fill', () => console.phase === 'fill');
    await console.close();
    expect(console.program.exitCode).toBe(5);
    for (const file of ['report.pdf', 'samples.csv', 'summary.json'])
      expect(readFileSync(join(out, file)).length).toBeGreaterThan(0);
  });
});
