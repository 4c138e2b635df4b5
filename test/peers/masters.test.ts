import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultScenario } from '../../native-bridge/simulator/scenario.ts';
import { type PtyPair, ptyPair } from '../support/pty-pair.ts';
import { libmodbusProgram, mbpoll, type PeerProgram, run, start } from './peer-program.ts';

/*
 * Masters of others read the simulated rig. What they get is held against docs/link.md register by register;
 * the layout and the CRC-32 are written down here once more, apart from the code under test.
 */
const simulatedRig: PeerProgram = {
  command: process.execPath,
  arguments: [fileURLToPath(new URL('../../native-bridge/simulator/main.ts', import.meta.url))],
  remove: () => {},
};
const { rig } = defaultScenario;

let ptys: PtyPair;
let simulator: { stop(): Promise<void> };
let master: PeerProgram;

beforeAll(async () => {
  master = libmodbusProgram('libmodbus_master.c');
  ptys = await ptyPair();
});
afterAll(async () => {
  await ptys.remove();
  master.remove();
});
function crc32(bytes: readonly number[]): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
const bytesOf = (words: readonly number[]): number[] => words.flatMap((word) => [word >> 8, word & 0xff]);
const serialBytes = Array.from({ length: 16 }, (_, i) => rig.serialNumber.charCodeAt(i) || 0);
const textOf = (words: readonly number[]): string =>
  String.fromCharCode(...bytesOf(words)).replace(/\0+$/, '');
const tail = (words: readonly number[]): number =>
  (words.at(-2) as number) * 0x10000 + (words.at(-1) as number);

/** A command block as hexadecimal digits. */
function command(registers: readonly number[], spoil = 0): string {
  const crc = (crc32([...serialBytes, ...bytesOf(registers)]) ^ spoil) >>> 0;
  return [...registers, crc >>> 16, crc & 0xffff].map((word) => word.toString(16).padStart(4, '0')).join('');
}
const standby = [1, 0, 0, 2000, 0, 4600, 1500, 0];

interface Line {
  readonly name: string;
  readonly words: number[];
  readonly exception: number | null;
}
/** What the libmodbus master saw: one line for each thing it tried. */
function seenByLibmodbus(...commands: string[]): Line[] {
  return run(master, '--port', ptys.consolePath, ...commands)
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', rest = ''] = line.split(': ');
      const exception = /^exception (\d+)$/.exec(rest)?.[1];
      const words = exception === undefined ? rest.split(' ').map((word) => Number.parseInt(word, 16)) : [];
      return { name, words, exception: exception === undefined ? null : Number(exception) };
    });
}
const wordsOf = (lines: readonly Line[], name: string): number[] =>
  lines.find((line) => line.name === name)?.words ?? [];

function seenByMbpoll(address: number, count: number): number[] {
  const settings = ['-m', 'rtu', '-a', '1', '-b', '115200', '-P', 'none', '-t', '4:hex', '-0', '-1'];
  const output = run(mbpoll(), ...settings, '-r', String(address), '-c', String(count), ptys.consolePath);
  return [...output.matchAll(/^\[\d+\]:\s+0x([0-9A-F]{4})$/gm)].map((match) =>
    Number.parseInt(match[1] ?? '', 16),
  );
}

function expectIdentification(words: readonly number[]): void {
  expect(words).toHaveLength(24);
  expect(words[0]).toBe(1);
  expect((words[1] as number) & 0x8000).toBe(0x8000);
  expect(textOf(words.slice(2, 10))).toBe(rig.serialNumber);
  expect(textOf(words.slice(10, 14))).toBe(rig.firmware);
  expect(words.slice(18, 21)).toEqual([rig.lowestFlowMlPerMin, rig.highestFlowMlPerMin, rig.heaterRatingW]);
  expect([0, 1]).toContain(words[21]);
  expect(tail(words)).toBe(crc32(bytesOf(words.slice(0, 22))));
}

/** At power-up: standby, all off, probes at rest. */
function expectTelemetryAtRest(words: readonly number[]): void {
  expect(words).toHaveLength(26);
  expect(tail(words)).toBe(crc32([...serialBytes, ...bytesOf(words.slice(0, 24))]));
  expect(words.slice(1, 4)).toEqual([1, 0, 0]);
  for (const probe of words.slice(4, 8)) {
    expect(probe).toBeGreaterThan(15_000);
    expect(probe).toBeLessThan(40_000);
  }
  expect([words[9], words[11], words[12]]).toEqual([0, 0, 0]);
  expect(words[14]).toBe(0);
  expect((words[21] as number) & 0b11).toBe(0);
}

const simulate = async (): Promise<void> => {
  simulator = await start(simulatedRig, '--port', ptys.rigPath);
};
const stop = (): Promise<void> => simulator.stop();

describe('masters of others reading the simulated rig', () => {
  beforeAll(simulate);
  afterAll(stop);

  it('libmodbus gets identification and telemetry as docs/link.md has them', () => {
    const lines = seenByLibmodbus();
    expectIdentification(wordsOf(lines, 'identification'));
    expectTelemetryAtRest(wordsOf(lines, 'telemetry'));
  });

  it('mbpoll gets the same', () => {
    expectIdentification(seenByMbpoll(0x0200, 24));
    expectTelemetryAtRest(seenByMbpoll(0x0100, 26));
  });

  it('other functions are refused with exception 1, addresses outside the blocks with exception 2', () => {
    const lines = seenByLibmodbus();
    const refused = Object.fromEntries(lines.slice(2).map(({ name, exception }) => [name, exception]));
    expect(refused).toEqual({
      outside: 2,
      across: 2,
      'input-registers': 1,
      coils: 1,
      'write-register': 1,
      'write-registers': 1,
    });
  });
});

describe('masters of others commanding the simulated rig', () => {
  beforeEach(simulate);
  afterEach(stop);

  it('have a block taken, in force and echoed in one transaction', () => {
    const [first, second] = seenByLibmodbus(
      command(standby),
      command([2, 0b11, 2, 4150, 1500, 4600, 1500, 0]),
    ).slice(-2) as [Line, Line];
    expect(first.words[0]).toBe(1);
    expect(first.words.slice(14, 17)).toEqual([0, 2000, 0]);
    expect(second.words.slice(0, 3)).toEqual([2, 2, 0]);
    expect(second.words.slice(14, 17)).toEqual([2, 4150, 1500]);
    expect(second.words.slice(19, 22)).toEqual([0, 4600, 0b11]);
  });

  it('see no enable count after power-up before it was written 0', () => {
    const heat = (heartbeat: number) => command([heartbeat, 0b11, 2, 4150, 1500, 4600, 1500, 0]);
    const [first, second] = seenByLibmodbus(heat(1), heat(2)).slice(-2) as [Line, Line];
    expect(first.words[21]).toBe(0);
    expect(second.words[21]).toBe(0);
  });

  const refused: Readonly<Record<string, string>> = {
    'a wrong CRC-32': command(standby, 1),
    'mode 7': command([1, 0, 7, 2000, 0, 4600, 1500, 0]),
    'a set-point of 19.99 °C': command([1, 0, 0, 1999, 0, 4600, 1500, 0]),
    'a set-point of 46.01 °C': command([1, 0, 0, 4601, 0, 4700, 1500, 0]),
    'a set-point 0.49 °C below the limit': command([1, 0, 0, 4451, 0, 4500, 1500, 0]),
    'less than the lowest flow': command([1, 0, 0, 2000, rig.lowestFlowMlPerMin - 1, 4600, 1500, 0]),
    'more than the highest flow': command([1, 0, 0, 2000, rig.highestFlowMlPerMin + 1, 4600, 1500, 0]),
    'a limit of 29.99 °C': command([1, 0, 0, 2000, 0, 2999, 1500, 0]),
    'a limit of 47.01 °C': command([1, 0, 0, 2000, 0, 4701, 1500, 0]),
    'a watchdog of 499 ms': command([1, 0, 0, 2000, 0, 4600, 499, 0]),
    'a watchdog of 5 001 ms': command([1, 0, 0, 2000, 0, 4600, 5001, 0]),
    'annunciator 4': command([1, 0, 0, 2000, 0, 4600, 1500, 4]),
  };

  it('have every block out of bounds refused with exception 3, counted, and nothing changed', () => {
    const good = (heartbeat: number) => command([heartbeat, 0, 0, 2100, 0, 4600, 1500, 0]);
    const lines = seenByLibmodbus(good(1), ...Object.values(refused), good(2));
    const exceptions = lines.slice(-1 - Object.keys(refused).length, -1).map((line) => line.exception);
    expect(Object.fromEntries(Object.keys(refused).map((why, i) => [why, exceptions[i]]))).toEqual(
      Object.fromEntries(Object.keys(refused).map((why) => [why, 3])),
    );
    const after = lines.at(-1)?.words ?? [];
    expect([after[15], after[19]]).toEqual([2100, Object.keys(refused).length]);
  });
});
