import { hashOf } from '../record/chain.ts';
import type { AuditEntry } from './audit-entry.ts';

/** Whether a log is as it was written; `lastHash` written down elsewhere shows that nothing was made anew. */
export type AuditVerdict = { readonly entries: number; readonly lastHash: string } & (
  | { readonly state: 'intact' }
  /** The first line that is not as it was written, from 1. */
  | { readonly state: 'changed'; readonly line: number; readonly what: string }
  /** So many bytes behind the last whole entry are no entry. */
  | { readonly state: 'cut-short'; readonly bytes: number }
);

/** Where a log goes on. */
export interface AuditEnd {
  readonly entry: number;
  readonly hash: string;
  /** Up to the end of the last whole entry. */
  readonly bytes: number;
  /** The last entry is whole, but for its line break. */
  readonly open: boolean;
}

const newLine = 0x0a;
/** As `lineOf` writes it: the hash comes last, so that the text before it is what it is the hash of. */
const written = /^(\{"entry":([1-9]\d*),.*),"hash":"([0-9a-f]{64})"\}$/s;

export function lineOf(previous: string, content: Omit<AuditEntry, 'hash'>): { line: string; hash: string } {
  const { entry, atWallMs, by, what } = content;
  const text = JSON.stringify({ entry, atWallMs, by, what });
  const hash = hashOf(previous, text);
  return { line: `${text.slice(0, -1)},"hash":"${hash}"}\n`, hash };
}

/** Recomputes the chain from the bytes of a log. */
export function checkAudit(bytes: Buffer): { readonly verdict: AuditVerdict; readonly end: AuditEnd } {
  const lines = bytes.toString('utf8').split('\n');
  const tail = lines.pop() ?? '';
  const walk = new Walk();
  for (const line of lines) walk.take(line);
  const open = tail !== '' && walk.wouldTake(tail);
  if (open) walk.take(tail);
  const { entry, hash, entries, changed } = walk;
  const whole = open ? bytes.length : bytes.lastIndexOf(newLine) + 1;
  const checked = { entries, lastHash: hash };
  const left = bytes.length - whole;
  const verdict: AuditVerdict =
    changed !== null
      ? { state: 'changed', ...changed, ...checked }
      : left > 0
        ? { state: 'cut-short', bytes: left, ...checked }
        : { state: 'intact', ...checked };
  return { verdict, end: { entry, hash, bytes: whole, open } };
}

class Walk {
  entry = 0;
  hash = '';
  entries = 0;
  changed: { readonly line: number; readonly what: string } | null = null;
  #line = 0;

  wouldTake(line: string): boolean {
    return this.#fault(written.exec(line)) === null;
  }

  /** What a line says of itself is what the next one follows, so that one change is told at one place. */
  take(line: string): void {
    this.#line += 1;
    const match = written.exec(line);
    const what = this.#fault(match);
    if (what !== null) this.changed ??= { line: this.#line, what };
    if (match === null) return;
    this.entries += 1;
    this.entry = Number(match[2]);
    this.hash = match[3] ?? '';
  }

  #fault(match: RegExpExecArray | null): string | null {
    if (match === null) return 'is no entry';
    const [, text, entry, hash] = match;
    if (Number(entry) !== this.entry + 1) return `stands out of order, as entry ${entry}`;
    return hash === hashOf(this.hash, `${text}}`) ? null : 'was changed';
  }
}
