import type { CDPSession } from 'playwright-core';

interface HeapSnapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: string[]; readonly node_types: unknown[] } };
  readonly nodes: readonly number[];
}

/** What the browser keeps for itself: compiled code, and what its own parts hold. All else is what the page holds. */
const ofTheBrowser = new Set(['code', 'native', 'hidden', 'synthetic', 'object shape']);

/** What the page itself holds, bytes: its objects, arrays, texts and functions, without the code compiled of it. */
export async function heldByPage(session: CDPSession): Promise<number> {
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  return heldIn(JSON.parse(chunks.join('')) as HeapSnapshot);
}

/** Of a snapshot as V8 writes it: a flat list of numbers, so many to a node. */
export function heldIn({ snapshot, nodes }: HeapSnapshot): number {
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const kinds = types[0] as string[];
  const kindAt = fields.indexOf('type');
  const sizeAt = fields.indexOf('self_size');
  let held = 0;
  for (let at = 0; at < nodes.length; at += fields.length)
    if (!ofTheBrowser.has(kinds[nodes[at + kindAt] ?? 0] ?? '')) held += nodes[at + sizeAt] ?? 0;
  return held;
}
