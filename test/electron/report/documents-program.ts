import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../../electron/domain/time.ts';
import type { RunRecord } from '../../../electron/record/run-record.ts';
import { writeRescueReport } from '../../../electron/report/rescue/write-rescue-report.ts';
import { writeReport } from '../../../electron/report/write-report.ts';
import { syntheticRescue } from '../../support/synthetic-rescue.ts';
import { ended, header, phaseEvent, recordOf, samplesBetween } from './small-record.ts';

/** Makes the documents of a small run and of a rescue in the folder it is given; pages are left as HTML. */
const [, , folder = ''] = process.argv;
mkdirSync(folder, { recursive: true });
const timeZone = { name: 'Europe/Berlin', offsetMinutes: 60 };
const small = recordOf(samplesBetween(0, 3000), [
  [0, phaseEvent('treatment')],
  [3000, ended('completed')],
]);
const record: RunRecord = { ...small, header: { ...header, timeZone } };
const printPdf = async (html: string): Promise<Uint8Array> => Buffer.from(html);
const job = {
  language: 'en' as const,
  printPdf,
  fontSheets: [],
  clock: systemClock,
  signal: new AbortController().signal,
};
await writeReport({ ...job, record, folder, onProgress: () => {} });
copyFileSync(join(folder, 'report.pdf'), join(folder, 'report.html'));
const rescue = syntheticRescue();
const inner = join(folder, 'rescue');
await writeRescueReport({
  ...job,
  record: { ...rescue, header: { ...rescue.header, timeZone } },
  folder: inner,
});
copyFileSync(join(inner, 'report.pdf'), join(folder, 'rescue.html'));
