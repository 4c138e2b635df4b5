import { createHash } from 'node:crypto';
import type { HandedOver } from '../../../../electron/delivery/hand-over.ts';

const kinds = ['report.hl7', 'report.pdf', 'session.json'] as const;
const ackedKind = 'report.hl7';

/** The documents of a record that was never made: as of a real one, the same record gives the same bytes. */
export function handedOver(folder: string, record: number): HandedOver {
  const recordId = `run-${String(record).padStart(5, '0')}`;
  return {
    recordId,
    issue: `${recordId}-final-1`,
    status: 'final',
    files: kinds.map((kind) => ({
      path: `${folder}/${recordId}/${kind}`,
      kind,
      controlId: kind === ackedKind ? `ISO${record}` : null,
    })),
  };
}

/** Up to some 200 kB, which no disk writes in one step. */
export function contentOf(recordId: string, kind: string): Buffer {
  const line = `${recordId} ${kind} ${createHash('sha256').update(`${recordId}${kind}`).digest('hex')}\n`;
  const lines = 200 + (Number.parseInt(line.slice(-9, -1), 16) % 2_000);
  return Buffer.from(line.repeat(lines));
}

/** What the name of a delivered file says of it; `null`: it is none of ours. */
export function readName(name: string): { recordId: string; kind: string; controlId: string | null } | null {
  const parts = /^(run-\d{5})-final-1\.(?:(ISO\d+)\.)?([a-z]+\.[a-z0-9]+)$/.exec(name);
  const [, recordId, controlId, kind] = parts ?? [];
  return recordId === undefined || kind === undefined
    ? null
    : { recordId, kind, controlId: controlId ?? null };
}
