import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { DeliveryState, Why } from '../domain/delivery-state.ts';
import { farthestMs } from './back-off.ts';
import type { Delivery, Document } from './delivery.ts';
import type { Announced } from './hand-over.ts';
import { createTables, deliveries, deliveryOf, documentOf, queueVersion, type Row } from './rows.ts';

/** What becomes of a delivery; what is left out stays. */
export interface Change {
  readonly state?: DeliveryState;
  readonly why?: Why | null;
  readonly tries?: number;
  readonly sendings?: number;
  readonly nextTryWallMs?: number | null;
  readonly partPath?: string | null;
}

/** A file in an acknowledgement folder, as it was when it was read. */
export interface SeenAnswer {
  readonly name: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  /** It answers one of these documents; what answers others stays where it lies. */
  readonly ours: boolean;
}

/**
 * All documents that were handed over and how far each has come, in one SQLite file that one program has open at a time.
 * Every change is on disk when its call returns. Throws what SQLite says.
 */
export class DeliveryQueue {
  readonly #database: DatabaseSync;

  /** Throws, in words, where it cannot be opened, is open in another program, or was written by a newer console. */
  constructor(path: string) {
    this.#database = new DatabaseSync(path);
    try {
      this.#open();
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  #open(): void {
    this.#database.exec(
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;',
    );
    this.#whole(() => {
      const version = Number(this.#one('PRAGMA user_version')?.user_version);
      if (version === 0) this.#database.exec(createTables);
      else if (version !== queueVersion)
        throw new Error(
          `it is of version ${version}, and this console reads ${queueVersion}: start the newer one`,
        );
    });
  }

  close(): void {
    this.#database.close();
  }

  announce({ issue, recordId, journalPath }: Announced): void {
    this.#run('INSERT OR IGNORE INTO announced VALUES (?, ?, ?)', issue, recordId, journalPath);
  }

  /** What was announced and neither handed over nor called off. */
  announced(): Announced[] {
    return this.#all('SELECT * FROM announced ORDER BY rowid').map((row) => ({
      issue: String(row.issue),
      recordId: String(row.record_id),
      journalPath: String(row.journal_path),
    }));
  }

  callOff(issue: string): void {
    this.#run('DELETE FROM announced WHERE issue = ?', issue);
  }

  /** Whole or not at all; what is there already stays as it is. `to`: ids of destinations by control id. */
  handOver(
    issue: string,
    documents: readonly Document[],
    to: (document: Document) => readonly string[],
  ): void {
    this.#whole(() => {
      for (const document of documents) {
        this.#keep(document);
        for (const destination of to(document))
          this.#enqueue(destination, document.controlId, document.handedOverWallMs);
      }
      this.callOff(issue);
    });
  }

  #keep({ controlId, recordId, status, kind, path, name, sha256, bytes, handedOverWallMs }: Document): void {
    this.#run(
      'INSERT OR IGNORE INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ...[controlId, recordId, status, kind, path, name, sha256, bytes, handedOverWallMs],
    );
  }

  #enqueue(destination: string, controlId: string, nowWallMs: number): void {
    this.#run(
      "INSERT OR IGNORE INTO delivery (destination, control_id, state, next_try_wall_ms, changed_wall_ms) VALUES (?, ?, 'waiting', ?, ?)",
      ...[destination, controlId, nowWallMs, nowWallMs],
    );
  }

  document(controlId: string): Document | null {
    const row = this.#one('SELECT * FROM document WHERE control_id = ?', controlId);
    return row === undefined ? null : documentOf(row);
  }

  documentsOf(recordId: string): Document[] {
    return this.#all('SELECT * FROM document WHERE record_id = ? ORDER BY rowid', recordId).map(documentOf);
  }

  /** Once more for a person who has plugged in a stick: also what lies on another one. What is on its way stays. */
  sendAgain(destination: string, controlId: string, nowWallMs: number): void {
    this.#whole(() => {
      this.#enqueue(destination, controlId, nowWallMs);
      this.#run(
        "UPDATE delivery SET state = 'waiting', why = NULL, detail = '', tries = 0, sendings = 0, next_try_wall_ms = ?, changed_wall_ms = ? " +
          "WHERE destination = ? AND control_id = ? AND state <> 'waiting'",
        ...[nowWallMs, nowWallMs, destination, controlId],
      );
    });
  }

  /**
   * What is to be carried there now, the oldest first. An older document of the same kind and record goes first, or the
   * chart would show it last.
   */
  dueToCarry(destination: string, nowWallMs: number): Delivery[] {
    return this.#all(
      `${deliveries} WHERE destination = ? AND state IN ('waiting', 'failed') AND ${isDue} AND NOT EXISTS (
         SELECT 1 FROM delivery AS older JOIN document AS its ON its.control_id = older.control_id
         WHERE older.destination = delivery.destination AND older.id < delivery.id
           AND its.record_id = document.record_id AND its.kind = document.kind
           AND older.state IN ('waiting', 'written', 'failed') AND older.next_try_wall_ms IS NOT NULL
       ) ORDER BY id`,
      ...[destination, nowWallMs, nowWallMs + farthestMs],
    ).map(deliveryOf);
  }

  /** Written, and nobody has answered in time. */
  dueForAnswer(destination: string, nowWallMs: number): Delivery[] {
    return this.#all(
      `${deliveries} WHERE destination = ? AND state = 'written' AND ${isDue} ORDER BY id`,
      ...[destination, nowWallMs, nowWallMs + farthestMs],
    ).map(deliveryOf);
  }

  delivery(id: number): Delivery | null {
    const row = this.#one(`${deliveries} WHERE id = ?`, id);
    return row === undefined ? null : deliveryOf(row);
  }

  /** One of the same kind and record, handed over after it, that has reached the same destination. */
  newerThere({ id, destinationId, recordId, kind }: Delivery): Delivery | null {
    const row = this.#one(
      `${deliveries} WHERE destination = ? AND record_id = ? AND kind = ? AND id > ? AND state IN ('written', 'accepted')`,
      ...[destinationId, recordId, kind, id],
    );
    return row === undefined ? null : deliveryOf(row);
  }

  /** All that is not done, and the newest of what is, in the order they were handed over. */
  shown(mostDone: number): Delivery[] {
    const open = "state IN ('waiting', 'refused', 'failed') OR next_try_wall_ms IS NOT NULL";
    return this.#all(
      `${deliveries} WHERE ${open} OR id IN (SELECT id FROM delivery WHERE NOT (${open}) ORDER BY id DESC LIMIT ?) ORDER BY id`,
      mostDone,
    ).map(deliveryOf);
  }

  change(id: number, change: Change, nowWallMs: number): void {
    const columns: [string, SQLInputValue][] = [['changed_wall_ms', nowWallMs]];
    if (change.state !== undefined) columns.push(['state', change.state]);
    if (change.why !== undefined)
      columns.push(['why', change.why?.kind ?? null], ['detail', change.why?.detail ?? '']);
    if (change.tries !== undefined) columns.push(['tries', change.tries]);
    if (change.sendings !== undefined) columns.push(['sendings', change.sendings]);
    if (change.nextTryWallMs !== undefined) columns.push(['next_try_wall_ms', change.nextTryWallMs]);
    if (change.partPath !== undefined) columns.push(['part_path', change.partPath]);
    const set = columns.map(([column]) => `${column} = ?`).join(', ');
    this.#run(`UPDATE delivery SET ${set} WHERE id = ?`, ...columns.map(([, value]) => value), id);
  }

  seenAnswers(destination: string): SeenAnswer[] {
    return this.#all('SELECT * FROM acknowledgement WHERE destination = ?', destination).map((row) => ({
      name: String(row.name),
      bytes: Number(row.bytes),
      modifiedMs: Number(row.modified_ms),
      ours: row.ours === 1,
    }));
  }

  /** What a file answered is noted with the file, whole or not at all: it is not heard twice. */
  noteAnswer(
    destination: string,
    { name, bytes, modifiedMs, ours }: SeenAnswer,
    changes: readonly (readonly [id: number, change: Change])[],
    nowWallMs: number,
  ): void {
    this.#whole(() => {
      for (const [id, change] of changes) this.change(id, change, nowWallMs);
      this.#run(
        'INSERT OR REPLACE INTO acknowledgement VALUES (?, ?, ?, ?, ?)',
        ...[destination, name, bytes, modifiedMs, ours ? 1 : 0],
      );
    });
  }

  /** Files that are gone need not be known any more. */
  forgetAnswer(destination: string, name: string): void {
    this.#run('DELETE FROM acknowledgement WHERE destination = ? AND name = ?', destination, name);
  }

  #whole(work: () => void): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.#database.exec('COMMIT');
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  #run(sql: string, ...values: SQLInputValue[]): void {
    this.#database.prepare(sql).run(...values);
  }

  #all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#database.prepare(sql).all(...values) as Row[];
  }

  #one(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#database.prepare(sql).get(...values) as Row | undefined;
  }
}

/** Also what is due later than anything ever is: it was noted by a clock that has been put right since. */
const isDue = '(next_try_wall_ms <= ? OR next_try_wall_ms > ?)';
