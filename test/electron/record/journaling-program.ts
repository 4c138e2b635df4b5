/** A program that journals until it is killed, and says which event is durable: `journaling-program.ts <path>`. */
import { Journal } from '../../../electron/record/journal.ts';
import { header, note, sampleAt, workerUrl } from './example-run.ts';

const opened = await Journal.open(process.argv[2] ?? '', header, workerUrl);
if (!opened.ok) throw new Error(opened.problem);
const { journal } = opened;
let written = 0;
setInterval(() => {
  journal.event(note(`event ${written}`), written, written, JSON.stringify({ events: written + 1 }));
  for (let sample = 0; sample < 10; sample += 1) journal.sample(sampleAt(10 * written + sample));
  written += 1;
  console.log(journal.durableSeq);
}, 5);
