import { join } from 'node:path';
import { controlIdOf } from '../chart/hl7/control-id.ts';
import { documentKinds } from '../delivery/destination.ts';
import type { HandedOver } from '../delivery/hand-over.ts';
import { type Issue, issueName } from './issue.ts';

/** What of `names`, files in `folder`, is handed over to be delivered. */
export function handedOver(issue: Issue, folder: string, names: readonly string[]): HandedOver {
  const { recordId, status, addenda } = issue;
  const messageId = controlIdOf({ header: { runId: recordId }, status, addenda: { length: addenda } });
  return {
    recordId,
    issue: issueName(issue),
    status,
    files: documentKinds
      .filter((kind) => names.includes(kind))
      .map((kind) => ({
        path: join(folder, kind),
        kind,
        controlId: kind === 'report.hl7' ? messageId : null,
      })),
  };
}
