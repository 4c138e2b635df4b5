/**
 * A console's folders and documents on a disk that hangs: `dead-disk-program.ts <folder>`, with the shim of
 * build/chaos/real/disk loaded before it. Prints what was answered and the longest time without a tick.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../../electron/domain/time.ts';
import { DocumentMaker } from '../../../electron/program/document-maker.ts';
import { Records } from '../../../electron/program/records.ts';
import { Sealing } from '../../../electron/program/sealing.ts';
import { openWriter } from '../../../electron/record/writer.ts';
import { header, workerUrl } from '../record/example-run.ts';

const folder = process.argv[2] ?? '';
const order = process.env.ISOTHERM_CHAOS_DISK_ORDER ?? '';
mkdirSync(join(folder, 'over'), { recursive: true });
const path = join(folder, 'over', 'journal.sqlite');
openWriter(path, header).close();

writeFileSync(order, 'hang');
let longestMs = 0;
let lastMs = performance.now();
setInterval(() => {
  const nowMs = performance.now();
  longestMs = Math.max(longestMs, nowMs - lastMs);
  lastMs = nowMs;
}, 20);
const said: string[] = [];
const maker = new DocumentMaker({
  around: {
    say: (line) => void said.push(line),
    printPdf: async () => new Uint8Array(),
    makeChartFiles: async () => [],
    fontSheets: [],
    clock: systemClock,
  },
  sealing: new Sealing({ dataFolder: folder, secrets: null, clock: systemClock, say: () => {} }),
  language: () => 'en',
  reportFolder: () => '',
});
const records = new Records({ out: null, runs: folder }, workerUrl, systemClock);
const [opened, files] = await Promise.all([records.open(header), maker.of(path, null, 'stopped')]);
writeFileSync(order, '');
console.log(JSON.stringify({ opened: opened.ok ? '' : opened.problem, files: files.problem, longestMs }));
process.exit(0);
