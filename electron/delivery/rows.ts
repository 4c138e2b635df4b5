import type { DocumentStatus } from '../domain/addendum.ts';
import type { DeliveryState, WhyKind } from '../domain/delivery-state.ts';
import type { Delivery, Document } from './delivery.ts';

/** Of the tables below, kept in SQLite's `user_version`. */
export const queueVersion = 1;

export const createTables = `
  CREATE TABLE announced (
    issue TEXT PRIMARY KEY,
    record_id TEXT NOT NULL,
    journal_path TEXT NOT NULL
  ) STRICT;
  CREATE TABLE document (
    control_id TEXT PRIMARY KEY,
    record_id TEXT NOT NULL,
    status TEXT NOT NULL,
    kind TEXT NOT NULL,
    path TEXT NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    handed_over_wall_ms INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    destination TEXT NOT NULL,
    control_id TEXT NOT NULL REFERENCES document,
    state TEXT NOT NULL,
    why TEXT,
    detail TEXT NOT NULL DEFAULT '',
    tries INTEGER NOT NULL DEFAULT 0,
    sendings INTEGER NOT NULL DEFAULT 0,
    next_try_wall_ms INTEGER,
    changed_wall_ms INTEGER NOT NULL,
    part_path TEXT,
    UNIQUE (destination, control_id)
  ) STRICT;
  CREATE TABLE acknowledgement (
    destination TEXT NOT NULL,
    name TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    modified_ms REAL NOT NULL,
    ours INTEGER NOT NULL,
    PRIMARY KEY (destination, name)
  ) STRICT;
  PRAGMA user_version = ${queueVersion};
`;

export type Row = Readonly<Record<string, string | number | bigint | Uint8Array | null>>;

/** Every column of a delivery with its document. */
export const deliveries =
  'SELECT delivery.*, record_id, status, kind, path, name, sha256, bytes, handed_over_wall_ms ' +
  'FROM delivery JOIN document USING (control_id)';

export const documentOf = (row: Row): Document => ({
  controlId: String(row.control_id),
  recordId: String(row.record_id),
  status: row.status as DocumentStatus,
  kind: String(row.kind),
  path: String(row.path),
  name: String(row.name),
  sha256: String(row.sha256),
  bytes: Number(row.bytes),
  handedOverWallMs: Number(row.handed_over_wall_ms),
});

export const deliveryOf = (row: Row): Delivery => ({
  ...documentOf(row),
  id: Number(row.id),
  destinationId: String(row.destination),
  state: row.state as DeliveryState,
  why: row.why === null ? null : { kind: row.why as WhyKind, detail: String(row.detail) },
  tries: Number(row.tries),
  sendings: Number(row.sendings),
  nextTryWallMs: row.next_try_wall_ms === null ? null : Number(row.next_try_wall_ms),
  changedWallMs: Number(row.changed_wall_ms),
  partPath: row.part_path === null ? null : String(row.part_path),
});
