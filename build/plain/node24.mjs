import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './step.mjs';

/** The Node that the dependencies bring, else this one where it is new enough. */
export function findNode24(root) {
  const brought = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(brought)) return brought;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  throw new Problem(
    `No Node 24 among the dependencies for ${process.platform}-${process.arch}, and this is Node ${process.versions.node}. ` +
      'Install Node 24 and run the command again.',
  );
}
