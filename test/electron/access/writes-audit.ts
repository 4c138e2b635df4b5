/** Appends to `audit.log` of the folder it is given, over and over, until it is killed. */
import { join } from 'node:path';
import { AuditLog } from '../../../electron/access/audit-log.ts';
import { consoleActor } from '../../../electron/domain/actor.ts';

const log = new AuditLog(join(process.argv[2] as string, 'audit.log'), { wallMs: () => Date.now() });
await log.start();
for (let version = 1; ; version += 1) {
  // Long enough that a kill can come into the middle of a line.
  const what = { type: 'preset-saved', name: 'x'.repeat(100_000), version } as const;
  const problem = await log.append(consoleActor, what);
  if (problem !== null) throw new Error(problem);
  process.stdout.write(`${version}\n`);
}
