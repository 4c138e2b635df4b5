import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { standbyIntent } from '../../../electron/domain/command.ts';
import { systemClock } from '../../../electron/domain/time.ts';
import { RigClient } from '../../../native-bridge/rig/client.ts';
import { readOptions } from '../../../native-bridge/simulator/options.ts';
import { serialOpener } from '../../../native-bridge/transport/serial.ts';
import { type PtyPair, ptyPair, until } from '../../support/pty-pair.ts';

let ptys: PtyPair;
let running: Program | null = null;
const folder = mkdtempSync(join(tmpdir(), 'isotherm-rig-'));
beforeAll(async () => {
  ptys = await ptyPair();
});
afterEach(async () => {
  await running?.stop('SIGKILL');
  running = null;
});
afterAll(async () => {
  await ptys.remove();
  rmSync(folder, { recursive: true, maxRetries: 10 });
});

class Program {
  text = '';
  exitCode: number | null = null;
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;

  constructor(...args: string[]) {
    this.#child = spawn(process.execPath, ['native-bridge/simulator/main.ts', ...args]);
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (data) => {
        this.text += data;
      });
    }
    this.#ended = new Promise((resolve) =>
      this.#child.on('close', (code) => {
        this.exitCode = code;
        resolve();
      }),
    );
    running = this;
  }

  says(text: string): Promise<void> {
    return until(() => this.text.includes(text));
  }

  async stop(signal: NodeJS.Signals): Promise<number | null> {
    this.#child.kill(signal);
    return this.ended();
  }

  async ended(): Promise<number | null> {
    await this.#ended;
    return this.exitCode;
  }
}

const console = (): RigClient =>
  new RigClient({
    opener: serialOpener({ usb: null, path: ptys.consolePath }),
    clock: systemClock,
    deadlineMs: 2000,
  });

describe('the rig as a program', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('serves a serial line and ends cleanly on %s', async (signal) => {
    const rig = new Program('--port', ptys.rigPath, '--speed', 'max', '--seed', '3');
    await rig.says('no interlock');
    expect(rig.text).toContain(`Simulated rig SIM-0001 on ${ptys.rigPath}, as fast as it is asked.`);
    const client = console();
    expect(await client.connect()).toMatchObject({ ok: true, identity: { timeScale: 65535 } });
    for (let i = 0; i < 50; i += 1) expect(await client.exchange(standbyIntent)).toMatchObject({ ok: true });
    expect(await client.exchange(null)).toMatchObject({ ok: true, telemetry: { uptimeMs: 5000 } });
    await client.close();
    expect(await rig.stop(signal)).toBe(0);
    expect(rig.text).toMatch(
      /00:00:00 {2}standby {2}standby .* °C {2}0 mL\/min {2}heater 0\.0 % {2}no interlock/,
    );
  });

  it('says that its port is gone, opens it again, and its time went on', async () => {
    const rig = new Program('--port', ptys.rigPath);
    await rig.says('no interlock');
    await ptys.cut();
    await rig.says('is gone');
    await ptys.restore();
    await rig.says('is open again');
    const client = console();
    expect(await client.connect()).toMatchObject({ ok: true });
    const read = await client.exchange(null);
    expect(read.ok && read.telemetry.uptimeMs).toBeGreaterThan(1000);
    await client.close();
  });

  it('runs the scenario it is given', async () => {
    const file = join(folder, 'named.json');
    writeFileSync(file, '{"rig":{"serialNumber":"WARD-7"}}');
    const rig = new Program('--port', ptys.rigPath, '--scenario', file);
    await rig.says('Simulated rig WARD-7');
  });

  it.each([
    [[], 2, '--port is missing'],
    [['--port', '/dev/no-such-port'], 1, 'There is no serial port /dev/no-such-port.'],
    [['--port', 'x', '--scenario', '/no/such.json'], 1, 'The scenario /no/such.json cannot be read'],
    [['--help'], 0, 'Usage: npm run rig -- --port'],
  ])('%j ends with exit code %i and says why', async (args, exitCode, text) => {
    const rig = new Program(...args);
    expect(await rig.ended()).toBe(exitCode);
    expect(rig.text).toContain(text);
  });

  it('names the mistake in a scenario', async () => {
    const file = join(folder, 'typo.json');
    writeFileSync(file, '{"events":[{"at":1,"fault":"pump-staled"}]}');
    const rig = new Program('--port', 'x', '--scenario', file);
    expect(await rig.ended()).toBe(1);
    expect(rig.text).toContain('events[0].fault: "pump-staled" is not known; did you mean "pump-stalled"?');
  });
});

describe('its arguments', () => {
  const problemOf = (...args: string[]): string => {
    const read = readOptions(args);
    return read.kind === 'problem' ? read.problem : read.kind;
  };

  it('are read', () => {
    expect(readOptions(['--port', 'COM3', '--speed', '60', '--scenario', 'a.json', '--seed', '7'])).toEqual({
      kind: 'run',
      options: { port: 'COM3', speed: 60, scenarioFile: 'a.json', seed: 7 },
    });
    expect(readOptions(['--port', 'COM3'])).toEqual({
      kind: 'run',
      options: { port: 'COM3', speed: 1, scenarioFile: null, seed: null },
    });
  });

  it.each([
    [['--port', 'x', '--speed', '0'], '--speed is 0: give a whole number from 1 to 65534, or max.'],
    [['--port', 'x', '--speed', 'fast'], '--speed is fast:'],
    [['--port', 'x', '--seed', '-1'], "'--seed'"],
    [['--port', 'x', '--sped', '3'], '--sped is not an option; did you mean --speed?'],
    [['--port', 'x', 'more'], "'more'"],
  ])('%j are refused', (args, told) => {
    expect(problemOf(...args)).toContain(told);
    expect(problemOf(...args)).toContain('Usage:');
  });
});
