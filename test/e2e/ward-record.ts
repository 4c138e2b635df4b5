import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What is left of a run, read without the program that wrote it. */
export interface Kept {
  readonly header: unknown;
  /** What people did, in their order, as the journal has it. */
  readonly actions: readonly Action[];
  readonly summary: unknown;
  /** The report as it is read, blanks left out: where a line breaks is no matter. */
  readonly report: string;
}
export interface Action {
  readonly type: string;
  readonly by: { readonly name: string };
  readonly [field: string]: unknown;
}

export function readKept(folder: string): Kept {
  const journal = new DatabaseSync(join(folder, 'journal.sqlite'), { readOnly: true });
  const header = journal.prepare("SELECT value FROM meta WHERE key = 'header'").get();
  const rows = journal.prepare("SELECT body FROM event WHERE type = 'action' ORDER BY seq").all();
  journal.close();
  const actions = rows.map(({ body }) => {
    const { action, by, refused } = JSON.parse(String(body));
    return { ...action, by, refused };
  });
  return {
    header: JSON.parse(String(header?.value)),
    actions: actions.filter(({ refused }) => refused === null),
    summary: JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')),
    report: textOf(join(folder, 'report.pdf')),
  };
}

export const textOf = (pdf: string): string =>
  execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, '');

/** What stands at a path such as `case.drugs.0.name`. */
export const at = (json: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((here, step) => (here as Record<string, unknown> | undefined)?.[step], json);

/** The run that a console has just written into its data folder. */
export const newestRun = (data: string): string =>
  readdirSync(join(data, 'runs'))
    .toSorted()
    .map((name) => join(data, 'runs', name))
    .at(-1) ?? '';
