import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type AuditVerdict, checkAudit } from '../../electron/access/audit-chain.ts';
import { journalsIn } from '../../electron/record/open-runs.ts';
import { type Finding, type Verdict, verifyJournal } from '../../electron/record/verify.ts';
import { sealLines } from './seal-lines.ts';

const auditLogName = 'audit.log';

/** 0: all are intact; 1: one is not; 2: there is nothing to verify, or it is no journal. */
export type ExitCode = 0 | 1 | 2;

/** Verifies each run and audit log that is named, one line and its findings at a time. */
export async function verifyPaths(
  paths: readonly string[],
  print: (line: string) => void,
): Promise<ExitCode> {
  let worst: ExitCode = 0;
  const heed = (code: ExitCode): void => {
    if (code > worst) worst = code;
  };
  for (const path of paths) {
    const found = journalsAt(resolve(path));
    const audit = auditLogAt(resolve(path));
    if (audit !== null) {
      const [line, code] = auditLine(audit);
      print(`${audit}: ${line}`);
      heed(code);
    }
    if (found.length === 0 && audit === null) {
      print(
        `${path}: ${existsSync(path) ? `there is no journal.sqlite in it, nor one level beneath, and no ${auditLogName}` : 'there is no such file or folder'}`,
      );
      heed(2);
    }
    for (const journal of found) {
      const verdict = verifyJournal(journal);
      for (const line of linesOf(verdict)) print(line.startsWith(' ') ? line : `${journal}: ${line}`);
      heed(exitCodeOf(verdict));
      const seals = await sealLines(dirname(journal));
      for (const line of seals.lines) print(line);
      heed(seals.areWhole ? 0 : 1);
    }
  }
  return worst;
}

function journalsAt(path: string): readonly string[] {
  if (!existsSync(path) || basename(path) === auditLogName) return [];
  return statSync(path).isDirectory() ? journalsIn(path).toSorted() : [path];
}

/** The log itself, or that of a data folder; `null`: neither. */
function auditLogAt(path: string): string | null {
  const log = basename(path) === auditLogName ? path : join(path, auditLogName);
  return existsSync(log) ? log : null;
}

function auditLine(path: string): readonly [line: string, code: ExitCode] {
  try {
    const { verdict } = checkAudit(readFileSync(path));
    return [auditWords(verdict), verdict.state === 'intact' ? 0 : 1];
  } catch (error) {
    return [`cannot be read (${(error as Error).message})`, 2];
  }
}

function auditWords(verdict: AuditVerdict): string {
  const { entries, lastHash } = verdict;
  const amount = `${entries} ${entries === 1 ? 'entry' : 'entries'}. Last hash ${lastHash || '---'}`;
  switch (verdict.state) {
    case 'intact':
      return `intact. ${amount}`;
    case 'cut-short':
      return `cut short: its last ${verdict.bytes} bytes are no whole entry. What is before is intact: ${amount}`;
    case 'changed':
      return `CHANGED at line ${verdict.line}: it ${verdict.what}. ${amount}`;
  }
}

function exitCodeOf({ state }: Verdict): ExitCode {
  if (state === 'intact') return 0;
  return state === 'unreadable' ? 2 : 1;
}

export function linesOf(verdict: Verdict): string[] {
  switch (verdict.state) {
    case 'intact':
      return [`intact. ${amount(verdict)}`];
    case 'cut-short':
      return [`cut short: ${verdict.what}. What is there is intact: ${amount(verdict)}`];
    case 'changed': {
      const { findings, count } = verdict;
      const more = count > findings.length ? [`  and ${count - findings.length} more`] : [];
      return [
        `CHANGED in ${count} ${count === 1 ? 'place' : 'places'}:`,
        ...findings.map(findingLine),
        ...more,
      ];
    }
    case 'no-chain':
      return [`carries no chain (journal version ${verdict.version}): nothing can be said.`];
    case 'damaged':
      return [`DAMAGED, it cannot be read to its end: ${verdict.why}`];
    case 'unreadable':
      return [verdict.problem];
  }
}

function amount({
  events,
  samples,
  unchained,
  lastHash,
}: Extract<Verdict, { state: 'intact' }> | Extract<Verdict, { state: 'cut-short' }>): string {
  const without =
    unchained === 0 ? '' : ` The first ${unchained} come from an older console and carry no chain.`;
  return `${events} events, ${samples} samples.${without} Last hash ${lastHash}`;
}

function findingLine({ table, place, sessionMs, what }: Finding): string {
  const which = place === null ? '' : table === 'event' ? ` seq ${place}` : ` row ${place}`;
  return `  ${table}${which}${sessionMs === null ? '' : ` at ${runTime(sessionMs)}`}: ${what}`;
}

/** `1:02:03.4` since the run began. */
function runTime(ms: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const seconds = Math.floor(ms / 1000);
  const clock = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${clock}.${Math.floor((ms % 1000) / 100)}`;
}
