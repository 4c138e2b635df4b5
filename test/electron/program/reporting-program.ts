/** A program that makes the report of a run as somebody who may not write to its folder: `<folder> <to or "">`. */
import { systemClock } from '../../../electron/domain/time.ts';
import { reportOnly } from '../../../electron/program/report-only.ts';

const nobody = 65534;
if (process.getuid?.() === 0) {
  process.setgid?.(nobody);
  process.setuid?.(nobody);
}
const [folder = '', to = ''] = process.argv.slice(2);
process.exitCode = await reportOnly({
  folder,
  to: to === '' ? null : to,
  language: 'en',
  printPdf: async () => new TextEncoder().encode('%PDF-1.4'),
  fontSheets: [],
  makeChartFiles: async () => [],
  say: (line) => console.log(line),
  clock: systemClock,
});
