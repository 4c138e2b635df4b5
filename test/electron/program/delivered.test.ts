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
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { answer } from '../../../electron/answers.ts';
import { channel, type RequestName } from '../../../electron/contract/channel-names.ts';
import type { DeliveryView } from '../../../electron/contract/delivery-view.ts';
import { makeChartFiles } from '../../../electron/documents/make-chart-files.ts';
import { courierThread } from '../../../electron/program/delivery-desk.ts';
import { aProgram, meanwhile } from '../../support/a-program.ts';
import { hire, type Staff, staff } from '../../support/staff.ts';
import { demoCase } from '../../support/treatment.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const clock = new VirtualClock();
const dataFolder = mkdtempSync(join(tmpdir(), 'isotherm-delivered-'));
const drop = join(dataFolder, 'share', 'drop');
const acks = join(dataFolder, 'share', 'acks');
const worker = new URL('../../../electron/program/delivery-worker.ts', import.meta.url);
const program = aProgram(clock, dataFolder, ['--rig', 'simulator'], {
  makeCourier: () => courierThread(worker),
  makeChartFiles: async (job) => (await makeChartFiles({ ...job, settingsFolder: dataFolder })).missing,
});
const doors = new Map<string, (event: unknown, sent: unknown) => Promise<unknown>>();
const ofOwnPage = { senderFrame: { parent: null, url: 'app://isotherm/index.html' } };

/** What a page gets for a message: through the schema, the limit of rate and whoever answers. */
async function send(name: RequestName, message: unknown) {
  await clock.advance(1100);
  const door = doors.get(channel(name));
  const sent = door?.(ofOwnPage, structuredClone(message)) ?? Promise.reject(new Error(name));
  return Object(await meanwhile(clock, sent));
}
const signIn = (who: Staff) => send('signIn', { personId: who.id, pin: who.pin });
const runIdNow = () => program.engine.snapshot().run?.header.runId ?? '';
const say = (said: unknown) => send('say', { runId: runIdNow(), said });
const until = async (what: string, holds: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 600 && !holds(); tries += 1)
    await meanwhile(clock, new Promise((done) => setTimeout(done, 20)));
  if (!holds()) throw new Error(`"${what}" did not come`);
};

/** The message of an issue, as it lies in the folder, and MSH-10 in it. */
function messageIn(issue: string): { name: string; controlId: string } {
  const name =
    readdirSync(drop).find((one) => one.startsWith(`${issue}.`) && one.endsWith('.report.hl7')) ?? '';
  const header = readFileSync(join(drop, name), 'utf8').split('\r')[0] ?? '';
  return { name, controlId: header.split('|')[9] ?? '' };
}
const acknowledge = (controlId: string) =>
  writeFileSync(
    join(acks, `${controlId}.ack`),
    `MSH|^~\\&|WARD|H|ISOTHERM|H|20261201||ACK^R01^ACK|1|P|2.5.1\rMSA|AA|${controlId}\r`,
  );

beforeAll(async () => {
  for (const folder of [drop, acks]) mkdirSync(folder, { recursive: true });
  const ward = {
    ...{ id: 'ward', name: 'Ward', folder: drop, spool: null, acknowledgements: acks, stick: false },
    kinds: ['report.hl7', 'summary.json'],
  };
  writeFileSync(join(dataFolder, 'delivery.json'), JSON.stringify({ version: 1, destinations: [ward] }));
  await hire(dataFolder);
  answer(
    { handle: (name, listener) => void doors.set(name, listener as never) },
    {
      program,
      clock,
      painting: { painted: () => {} },
      heard: { audio: 'working', pulse: null },
      restart: () => {},
      say: () => {},
    },
  );
  program.start();
  await until('people', () => program.bedside.people.view(null).people.length > 0);
});
afterAll(async () => {
  await meanwhile(clock, program.close());
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 10 });
});

it('nothing of a run leaves before somebody has said so', async () => {
  await signIn(staff.perfusionist);
  const planned = { case: demoCase(), presetName: '42.5 °C × 60 min', edited: null, fluidInCavityMl: 0 };
  await until('a machine to start on', () => program.engine.snapshot().machine.isKnown);
  expect(await send('start', planned)).toEqual({ ok: true });
  const end = { action: { type: 'end-run', reason: 'Vein lost' }, glass: null, second: null };
  expect(await send('act', end)).toEqual({ taken: true });
  await until('documents', () => program.engine.snapshot().run?.files != null);
  expect(readdirSync(drop)).toEqual([]);
});

it('documents that nobody has signed go out as preliminary on a person’s word, and signed ones as final', async () => {
  const runId = runIdNow();
  const folder = join(dataFolder, 'runs', runId);
  expect(await say({ type: 'released-unsigned', reason: 'The ward waits' })).toMatchObject({ ok: true });
  await until('preliminary documents', () => readdirSync(drop).length === 2);
  expect(messageIn(`${runId}-preliminary-0`).name).toBe(
    `${runId}-preliminary-0.${messageIn(`${runId}-preliminary-0`).controlId}.report.hl7`,
  );
  expect(readFileSync(join(drop, `${runId}-preliminary-0.summary.json`))).toEqual(
    readFileSync(join(folder, 'summary.json')),
  );
  expect(await say({ type: 'signature', meaning: 'performed' })).toMatchObject({
    review: { status: 'final' },
  });
  await until('final documents', () => existsSync(join(drop, `${runId}-final-2.summary.json`)));
});

it('a message goes out once the one before is answered for, and both are accepted', async () => {
  const runId = runIdNow();
  expect(readdirSync(drop).filter((name) => name.endsWith('.report.hl7'))).toHaveLength(1);
  acknowledge(messageIn(`${runId}-preliminary-0`).controlId);
  await until('final message', () => readdirSync(drop).length === 4);
  expect(messageIn(`${runId}-final-2`).controlId).not.toBe(messageIn(`${runId}-preliminary-0`).controlId);
  acknowledge(messageIn(`${runId}-final-2`).controlId);
  await until('both acknowledgements heard', () => readdirSync(acks).length === 0);
});

it('the screen tells the team of it, and nobody else', async () => {
  const { deliveries }: { deliveries: DeliveryView } = await send('deliveries', null);
  expect(deliveries.problem).toBeNull();
  expect(deliveries.rows.map(({ document, status, state }) => `${document} ${status} ${state}`)).toEqual([
    'summary.json preliminary written',
    'report.hl7 preliminary accepted',
    'summary.json final written',
    'report.hl7 final accepted',
  ]);
  await send('signOut', null);
  expect(await send('deliveries', null)).toMatchObject({ ok: false, why: 'needs-sign-in' });
});
