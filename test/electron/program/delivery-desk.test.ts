import { createHash } from 'node:crypto';
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
import { expect, onTestFinished, test } from 'vitest';
import type { CourierPort, FromCourier, ToCourier } from '../../../electron/delivery/messages.ts';
import type { Actor } from '../../../electron/domain/actor.ts';
import { systemClock } from '../../../electron/domain/time.ts';
import {
  anewAfterMs,
  answersWithinMs,
  courierThread,
  DeliveryDesk,
} from '../../../electron/program/delivery-desk.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const clinician: Actor = { id: 'p-1', name: 'Dr Example', role: 'clinician', how: 'signed-in' };
const worker = new URL('../../../electron/program/delivery-worker.ts', import.meta.url);

/** A console's data folder, a share with a receiver's folders, and a run with documents. */
function hospital() {
  const root = mkdtempSync(join(tmpdir(), 'isotherm-desk-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const [data, drop, acks, run] = ['data', 'share/drop', 'share/acks', 'run'].map((name) => join(root, name));
  if (!data || !drop || !acks || !run) throw new Error('no folders');
  for (const folder of [data, drop, acks, run]) mkdirSync(folder, { recursive: true });
  const engine = {
    ...{ id: 'engine', name: 'Interface engine', folder: drop, spool: null, stick: false },
    ...{ kinds: ['report.hl7', 'report.pdf'], acknowledgements: acks },
  };
  const setUp = () =>
    writeFileSync(join(data, 'delivery.json'), JSON.stringify({ version: 1, destinations: [engine] }));
  const files = [
    { path: join(run, 'report.hl7'), kind: 'report.hl7', controlId: 'ISO42' },
    { path: join(run, 'report.pdf'), kind: 'report.pdf', controlId: null },
  ];
  for (const { path, kind } of files) writeFileSync(path, `${kind} of 𠮷田|^&~\\`);
  const handed = { recordId: 'run-1', issue: 'run-1-final-1', status: 'final' as const, files };
  return { data, drop, acks, run, setUp, handed };
}

async function deskOf(dataFolder: string, said: string[] = []) {
  const desk = new DeliveryDesk({
    dataFolder,
    clock: systemClock,
    makePort: () => courierThread(worker),
    asking: () => ({ by: clinician, breakGlass: null }),
    say: (line) => said.push(line),
  });
  const unfinished = await desk.open();
  onTestFinished(() => desk.end());
  return { desk, unfinished };
}

function viewOf(desk: DeliveryDesk) {
  const reply = desk.list();
  if (!reply.ok) throw new Error(reply.problem);
  return reply.deliveries;
}
const states = (desk: DeliveryDesk) => viewOf(desk).rows.map(({ document, state }) => `${document} ${state}`);

test('what is handed over reaches its folder by a thread, and its acknowledgement is heard', async () => {
  const { data, drop, acks, setUp, handed } = hospital();
  setUp();
  const { desk } = await deskOf(data);
  expect(await desk.handOver(handed)).toBeNull();
  await expect
    .poll(() => states(desk), { timeout: 20_000 })
    .toEqual(['report.hl7 written', 'report.pdf written']);
  const name = 'run-1-final-1.ISO42.report.hl7';
  expect(readdirSync(drop).sort()).toEqual([name, 'run-1-final-1.report.pdf']);
  expect(readFileSync(join(drop, name), 'utf8')).toBe('report.hl7 of 𠮷田|^&~\\');
  const ack = 'MSH|^~\\&|LAB|H|ISOTHERM|H|20261201||ACK|77|P|2.5.1\rMSA|AR|ISO42|No such patient\r';
  writeFileSync(join(acks, 'a.hl7'), ack);
  await expect
    .poll(() => states(desk), { timeout: 20_000 })
    .toEqual(['report.hl7 refused', 'report.pdf written']);
  expect(viewOf(desk).rows[0]).toMatchObject({
    why: { kind: 'receiver-refused', detail: 'No such patient' },
    mayAgain: true,
    destination: 'Interface engine',
  });
  expect(existsSync(join(acks, 'a.hl7'))).toBe(false);
  expect(await desk.again({ id: viewOf(desk).rows[0]?.id ?? 0 })).toEqual({ ok: true });
  writeFileSync(join(acks, 'b.hl7'), ack.replace('|AR|', '|AA|'));
  await expect
    .poll(() => states(desk), { timeout: 20_000 })
    .toEqual(['report.hl7 accepted', 'report.pdf written']);
});

test('with a file of destinations that is wrong nothing is taken up and nothing is lost: the next start is told', async () => {
  const { data, setUp, handed, drop, run } = hospital();
  writeFileSync(join(data, 'delivery.json'), '{}');
  const said: string[] = [];
  const { desk } = await deskOf(data, said);
  const announced = { issue: handed.issue, recordId: 'run-1', journalPath: join(run, 'journal.sqlite') };
  expect(await desk.announce(announced)).toBeNull();
  expect(await desk.handOver(handed)).toContain('delivery.json');
  expect(said.join()).toContain('Nothing is delivered: mend the file');
  expect(viewOf(desk).problem).toContain('delivery.json');
  await desk.end();
  setUp();
  const next = await deskOf(data);
  expect(next.unfinished).toEqual([announced]);
  expect(await next.desk.handOver(handed)).toBeNull();
  await expect.poll(() => readdirSync(drop).length, { timeout: 20_000 }).toBe(2);
  await next.desk.end();
  expect((await deskOf(data)).unfinished).toEqual([]);
});

test('one program at a time has the queue; the other says so', async () => {
  const { data, setUp } = hospital();
  setUp();
  await deskOf(data);
  const said: string[] = [];
  await deskOf(data, said);
  expect(said).toEqual([expect.stringContaining('delivery.sqlite cannot be opened: database is locked')]);
});

test('a queue that is no queue is left as it is, and said', async () => {
  const { data, setUp, handed } = hospital();
  setUp();
  const path = join(data, 'delivery.sqlite');
  writeFileSync(path, 'x'.repeat(5_000));
  const before = createHash('sha256').update(readFileSync(path)).digest('hex');
  const { desk } = await deskOf(data);
  expect(await desk.handOver(handed)).toContain('run-1 are not delivered');
  expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(before);
});

/** A thread that answers only what the test lets it. */
class SilentPort implements CourierPort {
  readonly posted: ToCourier[] = [];
  hear: (message: FromCourier) => void = () => {};
  gone: (why: string) => void = () => {};
  post(message: ToCourier): void {
    this.posted.push(message);
    if (message.kind === 'open')
      this.hear({ kind: 'answer', number: message.number, problem: null, unfinished: [] });
  }
  onMessage(hear: (message: FromCourier) => void): void {
    this.hear = hear;
  }
  onGone(gone: (why: string) => void): void {
    this.gone = gone;
  }
  close(): void {}
}

test('a thread that hangs keeps nobody waiting, and one that ended is made anew', async () => {
  const clock = new VirtualClock();
  const ports: SilentPort[] = [];
  const said: string[] = [];
  const desk = new DeliveryDesk({
    dataFolder: '/data',
    clock,
    makePort: () => {
      const port = new SilentPort();
      ports.push(port);
      return port;
    },
    asking: () => ({ by: clinician, breakGlass: null }),
    say: (line) => said.push(line),
  });
  await desk.open();
  const again = desk.again({ id: 1 });
  await clock.advance(answersWithinMs + 1);
  expect(await again).toMatchObject({ ok: false, problem: expect.stringContaining('has not answered') });
  const handedOver = desk.handOver({ recordId: 'run-1', issue: 'a', status: 'final', files: [] });
  ports[0]?.gone('out of memory');
  expect(await handedOver).toContain('out of memory');
  expect(said).toEqual([expect.stringContaining('begins again in 30 s')]);
  await clock.advance(anewAfterMs + 1);
  expect(ports).toHaveLength(2);
  expect(viewOf(desk).problem).toBeNull();
  const ended = desk.end();
  await clock.advance(5_000);
  await ended;
});
