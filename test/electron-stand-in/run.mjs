import { parseCommand, usage } from './command.ts';
import { prepareMain } from './run-main.ts';

const command = parseCommand(process.argv.slice(2));
if (!command) {
  console.error(usage);
  process.exit(2);
}
let run;
try {
  run = prepareMain(command);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
await run();
