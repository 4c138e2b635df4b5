import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Courier } from '../../../../electron/delivery/courier.ts';
import { systemDisk } from '../../../../electron/delivery/disk.ts';
import { DeliveryQueue } from '../../../../electron/delivery/queue.ts';
import { systemClock } from '../../../../electron/domain/time.ts';
import { readAnswer } from './answers.ts';
import { contentOf, handedOver } from './made-documents.ts';
import { destination } from './places.ts';

/**
 * A console's delivery as a program of its own, to be killed: `<folder> <records>`. It makes documents of one record after
 * the other, as many as there are to be, and goes on from where the last one was killed.
 */
const [folder = '', records = ''] = process.argv.slice(2);
const runs = join(folder, 'runs');
const queue = new DeliveryQueue(join(folder, 'data', 'delivery.sqlite'));
const courier = new Courier({
  queue,
  destinations: [destination(folder)],
  disk: systemDisk,
  readAnswer,
  clock: systemClock,
  dataFolder: join(folder, 'data'),
  onChange: () => {},
  say: (line) => console.error(line),
});
courier.start();
console.log('up');

const numberOf = (recordId: string): number => Number(recordId.slice('run-'.length));

async function make(record: number): Promise<void> {
  const handed = handedOver(runs, record);
  mkdirSync(join(runs, handed.recordId), { recursive: true });
  for (const { path, kind } of handed.files) {
    if ((await systemDisk.size(path)) !== null) continue;
    await systemDisk.write(`${path}.part`, contentOf(handed.recordId, kind));
    await systemDisk.rename(`${path}.part`, path);
  }
  const problem = await courier.handOver(handed);
  if (problem !== null) throw new Error(problem);
}

for (const { recordId } of queue.announced()) await make(numberOf(recordId));
const known = queue.shown(1_000_000).map(({ recordId }) => numberOf(recordId));
for (let record = Math.max(0, ...known) + 1; record <= Number(records); record += 1) {
  const { issue, recordId, files } = handedOver(runs, record);
  queue.announce({ issue, recordId, journalPath: dirname(files[0]?.path ?? '') });
  // The witness: from here on these documents may not be lost.
  appendFileSync(join(folder, 'announced'), `${recordId}\n`);
  await make(record);
}
console.log('done');
