/**
 * The console as a program, unattended on its built-in rig, for so many seconds of a run: what its journal does to the disk is
 * taped. `recorder.ts <folder> <seconds> <speed> <seed>`, preloaded with the tape.
 */
import { existsSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { systemClock } from '../../../../electron/domain/time.ts';
import { parseOptions } from '../../../../electron/program/options.ts';
import { prepare } from '../../../../electron/program/prepare.ts';
import { Program } from '../../../../electron/program/program.ts';
import { inRoot } from '../../../root.ts';

/** A start that takes longer will never come, ms. */
const beginsWithinMs = 120_000;
const [folder = '', seconds = '', speed = '', seed = ''] = process.argv.slice(2);
const fail = (problem: string): never => {
  console.error(problem);
  process.exit(1);
};

const parsed = parseOptions([
  ...['--headless', '--operator', 'auto', '--out', folder],
  ...['--speed', speed, '--seed', seed],
]);
if (!parsed.ok) fail(parsed.problem);
else {
  const data = join(folder, 'data');
  const preparation = prepare(parsed.options, (...parts) => inRoot('assets', ...parts), data);
  if (!preparation.ok) fail(preparation.problem);
  else {
    const program = new Program(preparation.prepared, {
      clock: systemClock,
      host: 'stand-in',
      version: 'taped',
      dataFolder: data,
      journalWorker: new URL('./tapped-worker.ts', import.meta.url),
      makeCourier: null,
      fontSheets: [],
      showView: () => {},
      showTrend: () => {},
      screenStaleSeconds: () => 0,
      audioNotWorking: () => false,
      computerUptimeSeconds: uptime,
      screenPaints: () => false,
      takePicture: async () => new Uint8Array(),
      printPdf: async () => new Uint8Array(),
      makeChartFiles: async () => [],
      secrets: null,
      runIsOn: () => {},
      say: (line) => console.log(line),
      exit: (code) => process.exit(code),
    });
    program.start();
    // On a busy computer a start takes long; what counts are seconds of a run.
    const limitMs = Date.now() + beginsWithinMs;
    while (!existsSync(join(folder, 'journal.sqlite'))) {
      if (Date.now() > limitMs) throw new Error(`no run had begun after ${beginsWithinMs / 1000} s`);
      await setTimeout(100);
    }
    await setTimeout(1000 * Number(seconds));
    await program.close('The tape is full.');
    process.exit(0);
  }
}
