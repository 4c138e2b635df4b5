/** Exchanges per second of the rig client, held against other masters on the same slave at the other end of a pty. */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Contender, type Master, ours, peers } from './link-masters.ts';
import type { BenchRow } from './row.ts';

/** Many short rounds, so that each master meets the same quiet and busy moments of the computer. */
const rounds = 30;
/** Not counted: the code is still being compiled. */
const warmUpRounds = 3;
const warmUpExchanges = 50;
const exchangesPerRound = 250;

/**
 * Each master has its turn in every round, in an order that rotates. A figure is the upper quartile of its rounds:
 * other work on the computer only ever slows a round down.
 */
export async function run(): Promise<BenchRow[]> {
  const all = [ours, ...peers];
  const rates = new Map<Contender, number[]>(all.map((contender) => [contender, []]));
  const wire = await slaveOnPty();
  try {
    for (let round = -warmUpRounds; round < rounds; round += 1) {
      for (let turn = 0; turn < all.length; turn += 1) {
        const contender = all[(round + warmUpRounds + turn) % all.length] as Contender;
        const rate = await ratePerSecond(contender, wire.path);
        if (round >= 0) rates.get(contender)?.push(rate);
      }
    }
  } finally {
    await wire.remove();
  }
  const figure = (contender: Contender): number => upperQuartile(rates.get(contender) ?? []);
  return peers.map((peer) => ({
    name: 'link: function 3, 26 registers, pty',
    ours: figure(ours),
    peer: peer.name,
    peerValue: figure(peer),
    unit: 'exchanges/s',
    ratio: figure(ours) / figure(peer),
  }));
}

async function ratePerSecond(contender: Contender, path: string): Promise<number> {
  const master = await openPatiently(contender, path);
  for (let i = 0; i < warmUpExchanges; i += 1) await master.exchange();
  const startMs = performance.now();
  for (let i = 0; i < exchangesPerRound; i += 1) await master.exchange();
  const seconds = (performance.now() - startMs) / 1000;
  await master.close();
  return exchangesPerRound / seconds;
}

/** The lock of the port closed before may still stand for a moment. */
async function openPatiently(contender: Contender, path: string, tries = 10): Promise<Master> {
  try {
    return await contender.open(path);
  } catch (error) {
    if (tries === 1) throw error;
    await new Promise((resolve) => setTimeout(resolve, 20));
    return openPatiently(contender, path, tries - 1);
  }
}

const upperQuartile = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(0.75 * values.length)] as number;

/** Two ptys joined by socat, the slave in a process of its own at one end. */
async function slaveOnPty(): Promise<{ path: string; remove(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'isotherm-bench-'));
  const [path, slavePath] = [join(folder, 'master'), join(folder, 'slave')];
  const end = (at: string): string => `pty,raw,echo=0,link=${at}`;
  const socat = spawn('socat', [end(path), end(slavePath)], { stdio: 'ignore' });
  const noSocat = new Promise<never>((_, reject) => {
    socat.once('error', (error) =>
      reject(new Error(`socat did not start (${error.message}). Install it: apt-get install socat`)),
    );
  });
  noSocat.catch(() => {});
  const ports = async (): Promise<void> => {
    while (!existsSync(path) || !existsSync(slavePath)) await new Promise((r) => setTimeout(r, 20));
  };
  await Promise.race([ports(), noSocat]);
  const slave = fork(fileURLToPath(new URL('./link-slave.ts', import.meta.url)), [slavePath]);
  await new Promise<void>((resolve, reject) => {
    slave.once('message', () => resolve());
    slave.once('exit', (code) => reject(new Error(`The slave of the link bench ended with ${code}.`)));
  });
  return {
    path,
    async remove() {
      slave.removeAllListeners('exit');
      const ended = [slave, socat].map((child) => once(child, 'exit'));
      slave.kill();
      socat.kill();
      await Promise.all(ended);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
