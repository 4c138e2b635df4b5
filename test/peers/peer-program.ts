import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** A program of a peer: what to call, ready to be given its arguments. */
export interface PeerProgram {
  readonly command: string;
  readonly arguments: readonly string[];
  /** Removes what was built for it. */
  remove(): void;
}

/** The slave on pymodbus. Fails with the name of the Debian package that is missing. */
export function pymodbusRig(): PeerProgram {
  const python = '/usr/bin/python3';
  require(python, ['-c', 'import pymodbus, serial'], 'python3-pymodbus');
  return { command: python, arguments: [here('pymodbus_rig.py')], remove: () => {} };
}

/** The slave or the master on libmodbus, compiled into a folder of its own. */
export function libmodbusProgram(source: 'libmodbus_rig.c' | 'libmodbus_master.c'): PeerProgram {
  require('cc', ['--version'], 'gcc');
  if (!existsSync('/usr/include/modbus/modbus.h')) throw missing('libmodbus-dev');
  const folder = mkdtempSync(join(tmpdir(), 'isotherm-peer-'));
  const command = join(folder, source.replace('.c', ''));
  const flags = ['-O2', '-Wall', '-Wextra', '-Werror', '-I/usr/include/modbus'];
  execFileSync('cc', [...flags, '-o', command, here(source), '-lmodbus', '-lm'], { stdio: 'inherit' });
  return { command, arguments: [], remove: () => rmSync(folder, { recursive: true, maxRetries: 10 }) };
}

/** mbpoll, an independent master. */
export function mbpoll(): PeerProgram {
  require('mbpoll', ['-V'], 'mbpoll');
  return { command: 'mbpoll', arguments: [], remove: () => {} };
}

/** Runs a program that stays, until its first line is out. */
export async function start(program: PeerProgram, ...more: string[]): Promise<{ stop(): Promise<void> }> {
  const child: ChildProcess = spawn(program.command, [...program.arguments, ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (text) => {
    said += text;
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${program.command} ended with ${code}: ${said}`)));
  });
  return {
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}

/** Runs a program to its end and returns what it printed. */
export const run = (program: PeerProgram, ...more: string[]): string =>
  execFileSync(program.command, [...program.arguments, ...more], { encoding: 'utf8', timeout: 20_000 });

function require(command: string, trial: readonly string[], debianPackage: string): void {
  try {
    execFileSync(command, trial, { stdio: 'ignore' });
  } catch (error) {
    throw missing(debianPackage, error);
  }
}

const missing = (debianPackage: string, cause?: unknown): Error =>
  new Error(`The Debian package ${debianPackage} is missing: apt-get install ${debianPackage}`, { cause });

/** The rig of this project as a program of its own: `npm run rig`. */
export const ownRig: PeerProgram = {
  command: process.execPath,
  arguments: [here('../../native-bridge/simulator/main.ts')],
  remove: () => {},
};
