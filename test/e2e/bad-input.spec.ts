import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { exitCodes } from '../../electron/program/exit-codes.ts';
import { readRun } from '../../electron/record/read-run.ts';
import { libmodbusProgram, start } from '../peers/peer-program.ts';
import { planStart, startConsole } from '../support/console-process.ts';
import { ptyPair } from '../support/pty-pair.ts';

let folder: string;
let out: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-bad-input-'));
  out = join(folder, 'out');
});
test.afterEach(() => rmSync(folder, { recursive: true, maxRetries: 10 }));

interface Answer {
  readonly exitCode: number | null;
  readonly words: string;
}

/** Starts the console as a user would and waits until it has ended by itself. */
async function answerTo(...args: string[]): Promise<Answer> {
  const output = await startConsole({ args });
  return { exitCode: await output.exitCode, words: output.lines.join('\n') };
}

/** All of `parts` are in the answer, and no stack trace. */
function expectAnswer(answer: Answer, exitCode: number, ...parts: (string | RegExp)[]): void {
  for (const part of parts) expect(answer.words).toMatch(part instanceof RegExp ? part : literally(part));
  expect(answer.words).not.toMatch(/^\s+at .*:\d+/m);
  expect(answer.exitCode, answer.words).toBe(exitCode);
}

const literally = (text: string): RegExp => new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));

function written(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const asset = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../assets', path), 'utf8'));

test('a site file that is wrong is named, field by field, and nothing starts', async () => {
  const site = written('site.json', { ...asset('sites/theatre.json'), leastWeightKg: 900, rig: 'usb' });
  const answer = await answerTo('--site', site, '--operator', 'auto', '--out', out);
  expectAnswer(
    answer,
    exitCodes.badInput,
    `site ${site}: `,
    'leastWeightKg: must be 2 to 200',
    'Mend the file',
  );
  expect(existsSync(out)).toBe(false);
});

test('an unknown option is named, and the options there are', async () => {
  const answer = await answerTo('--presets', 'x');
  expectAnswer(answer, exitCodes.badInput, "'--presets'", 'Usage: npm start', '--preset <name or file>');
});

test('a preset of 60 °C is refused with its limits', async () => {
  const shipped = asset('presets/42.5-celsius-60-min.json');
  const preset = written('hot.json', { ...shipped, name: 'hot', targetCelsius: 60 });
  const answer = await answerTo('--preset', preset, '--operator', 'auto', '--out', out);
  expectAnswer(
    answer,
    exitCodes.badInput,
    `preset ${preset}`,
    'targetCelsius',
    'between 40 and 43.5 °C, but is 60 °C',
    'Mend the file',
  );
  expect(existsSync(out)).toBe(false);
});

test('a preset file that is not JSON is refused and left as it is', async () => {
  const preset = written('preset.json', '{ "name": "half a file", ');
  const answer = await answerTo('--preset', preset, '--operator', 'auto', '--out', out);
  expectAnswer(answer, exitCodes.badInput, `preset ${preset}`, 'JSON');
  expect(readFileSync(preset, 'utf8')).toBe('{ "name": "half a file", ');
  expect(existsSync(out)).toBe(false);
});

test('a typo in the name of a fault is refused with file, place and the names there are', async () => {
  const scenario = written('scenario.json', {
    events: [{ at: { mode: 'circulate', after: 60 }, fault: 'probe-opn', probe: 3, for: 90 }],
  });
  const answer = await answerTo('--scenario', scenario, '--operator', 'auto', '--out', out);
  expectAnswer(
    answer,
    exitCodes.badInput,
    `scenario ${scenario}`,
    'events[0].fault',
    '"probe-opn"',
    'did you mean "probe-open"',
  );
  expect(existsSync(out)).toBe(false);
});

test('a case with a missing field is refused with file and field', async () => {
  const { surgeon: _, ...incomplete } = asset('demo-case.json');
  const path = written('case.json', incomplete);
  const answer = await answerTo('--case', path, '--operator', 'auto', '--out', out);
  expectAnswer(answer, exitCodes.badInput, `case ${path}`, 'surgeon', 'Mend the file and start again');
  expect(existsSync(out)).toBe(false);
});

function samplesIn(run: string): number {
  const read = readRun(join(run, 'journal.sqlite'));
  if (!read.ok) return 0;
  const count = [...read.record.samples()].length;
  read.record.close();
  return count;
}

test('a folder that holds a journal is not written over, not by a byte', async () => {
  test.setTimeout(120_000);
  mkdirSync(out);
  const journal = join(out, 'journal.sqlite');
  writeFileSync(journal, 'the record of an earlier run');
  const plan = await planStart({ args: ['--operator', 'auto', '--speed', '30', '--out', out] });
  const child = spawn(plan.host.executable, [...plan.args], { stdio: 'ignore' });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  // A pump that still runs down after the stop is on a record of its own beside the run's.
  const own = () =>
    readdirSync(out).filter((name) => name !== 'journal.sqlite' && !name.endsWith('-stand-down'));
  try {
    await expect.poll(() => own().length, { timeout: 20_000 }).toBe(1);
    await expect.poll(() => samplesIn(join(out, own()[0] ?? '')), { timeout: 60_000 }).toBeGreaterThan(0);
    child.kill('SIGTERM');
    await ended;
  } finally {
    child.kill('SIGKILL');
    await ended;
    await plan.removeData();
  }
  expect(readFileSync(journal, 'utf8')).toBe('the record of an earlier run');
  expect(own()).toHaveLength(1);
  expect(readdirSync(join(out, own()[0] ?? ''))).toContain('summary.json');
});

test('a port that does not exist is named when it has had its time to come', async () => {
  test.setTimeout(60_000);
  const answer = await answerTo('--rig', 'serial:/dev/does-not-exist', '--operator', 'auto', '--out', out);
  expectAnswer(answer, exitCodes.rigRefused, '/dev/does-not-exist');
  expect(readdirSync(out)).toEqual([]);
});

/** The answer of an unattended console to a rig on libmodbus that was started with `rigOptions`. */
async function answerToRig(...rigOptions: string[]): Promise<Answer> {
  const ptys = await ptyPair();
  const program = libmodbusProgram('libmodbus_rig.c');
  try {
    const rig = await start(program, '--port', ptys.rigPath, '--serial', 'MACHINE-9', ...rigOptions);
    try {
      return await answerTo('--rig', `serial:${ptys.consolePath}`, '--operator', 'auto', '--out', out);
    } finally {
      await rig.stop();
    }
  } finally {
    program.remove();
    await ptys.remove();
  }
}

test('no automatic operator on a rig that is not a simulation', async () => {
  test.setTimeout(60_000);
  const answer = await answerToRig('--real');
  expectAnswer(answer, exitCodes.rigRefused, '--operator auto is refused', 'MACHINE-9', 'A person operates');
  expect(readdirSync(out)).toEqual([]);
});

test('no run on a rig with another map version: both versions are named, and what to do', async () => {
  test.setTimeout(60_000);
  const answer = await answerToRig('--map-version', '2');
  expectAnswer(
    answer,
    exitCodes.rigRefused,
    'register map version 2',
    'this console speaks version 1',
    'Update the older of the two',
  );
  expect(readdirSync(out)).toEqual([]);
});
