import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, type Page } from '@playwright/test';

/*
 * Where something that people entered has to stand once a run is over, told by whoever entered it: the journal is read
 * with SQL, the summary as JSON, the report as the text of its pages. Nothing of the console takes part.
 */
export interface Standing {
  readonly what: string;
  /** Path, and what has to be found there. */
  readonly journal: readonly [path: string, value: unknown];
  /** `null`: the summary has no field for it (docs/summary.md). */
  readonly summary: readonly [path: string, value: unknown] | null;
  /** As it is read in the report, blanks and line ends apart. */
  readonly report: string;
}

/** And how it is entered at the screen. */
export interface Entered extends Standing {
  readonly enter: readonly ((page: Page) => Promise<void>)[];
}

/** A field of the case. */
export const entered = (
  what: string,
  enter: Entered['enter'],
  path: string,
  value: unknown,
  report: string,
): Entered => ({
  what,
  enter,
  journal: [`header.case.${path}`, value],
  summary: [inSummary(path), value],
  report,
});

/** Where the summary has what stands at that path of a case. */
function inSummary(path: string): string {
  const [first = '', ...rest] = path.split('.');
  if (['prescriber', 'surgeon', 'anaesthetist', 'perfusionist'].includes(first)) return `team.${first}`;
  if (first === 'drugs') return ['drugs.planned', ...rest].join('.');
  if (first === 'probeSites') return `probePlaces.${rest.join('.')}.site`;
  if (first === 'probePlaces') return `probePlaces.${rest.join('.')}.place`;
  return first === 'catheters' || first === 'checks' ? path : `case.${path}`;
}

export interface Documents {
  /**
   * `header`, and of each type of event (of an action: of its own type) what there is, in order; actions that were not
   * taken stand under `refused`.
   */
  readonly journal: Readonly<Record<string, unknown>>;
  readonly summary: unknown;
  readonly report: string;
}

const parsed = (text: unknown): unknown => JSON.parse(String(text));
const memberOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

/** Of the run in that folder. */
export function documentsOf(folder: string): Documents {
  const report = execFileSync('pdftotext', ['-raw', join(folder, 'report.pdf'), '-'], { encoding: 'utf8' });
  const summary = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8'));
  return { journal: journalOf(folder), summary, report };
}

function journalOf(folder: string): Documents['journal'] {
  const file = new DatabaseSync(join(folder, 'journal.sqlite'), { readOnly: true });
  const header = parsed(file.prepare("SELECT value FROM meta WHERE key = 'header'").get()?.value);
  const events: Record<string, unknown[]> = {};
  const refused: Record<string, unknown[]> = {};
  for (const row of file.prepare('SELECT type, body FROM event ORDER BY seq').all()) {
    const body = parsed(row.body);
    const type = row.type === 'action' ? memberOf(memberOf(body, 'action'), 'type') : row.type;
    const of = row.type === 'action' && memberOf(body, 'refused') !== null ? refused : events;
    of[String(type)] = [...(of[String(type)] ?? []), body];
  }
  file.close();
  return { ...events, header, refused };
}

/** Along a path; in a list, a number is a place, and anything else the `id` or `sign` of what is meant. */
export function at(document: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (!Array.isArray(value) || /^\d+$/.test(key)) return memberOf(value, key);
    return value.find((one) => memberOf(one, 'id') === key || memberOf(one, 'sign') === key);
  }, document);
}

const packed = (text: string): string => text.replaceAll(/\s+/g, '');

/** Everything that does not stand where it has to, by name and place; none is as it should be. */
export function lost(standings: readonly Standing[], { journal, summary, report }: Documents): string[] {
  const pages = packed(report);
  return standings.flatMap(({ what, ...one }) => [
    ...misses(`journal: ${what}`, one.journal, journal),
    ...(one.summary === null ? [] : misses(`summary: ${what}`, one.summary, summary)),
    ...(pages.includes(packed(one.report)) ? [] : [`report: ${what}: no “${one.report}”`]),
  ]);
}

function misses(where: string, [path, value]: Standing['journal'], document: unknown): string[] {
  const found = at(document, path);
  return Object.is(found, value)
    ? []
    : [`${where}: ${path} is ${JSON.stringify(found)}, not ${JSON.stringify(value)}`];
}

/** A section of the form, field by field. */
export async function enterAll(page: Page, section: string, fields: readonly Entered[]): Promise<void> {
  await page.locator(`.section-tab[data-section="${section}"]`).click();
  for (const { enter } of fields) for (const step of enter) await step(page);
  await expect(page.locator('.setup-form [aria-invalid="true"]')).toHaveCount(0);
}
