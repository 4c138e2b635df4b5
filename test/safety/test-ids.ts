/** Whether a test file has the test or suite that an id names. */
import { titlePaths } from './titles.ts';

/** A test file as ids see it. */
export interface TestFile {
  readonly source: string;
  /** Of every suite and test, joined. */
  readonly titles: readonly string[];
}

export const readTestFile = (source: string, lang: 'ts' | 'tsx' = 'ts'): TestFile => ({
  source,
  titles: titlePaths(source, lang).map((path) => path.join(' > ')),
});

/** `test/electron/x.test.ts > suite > test`, as file and titles. */
export function fileOf(id: string): string {
  return id.split(' > ', 1)[0] as string;
}

/** Files that a test run takes up: vitest.config.ts, playwright.config.ts. */
export const isRun = (file: string): boolean =>
  file.startsWith('test/e2e/') ? file.endsWith('.spec.ts') : /^test\/.+\.test\.tsx?$/.test(file);

/** `wanted`: what stands behind the file in the id. A row of a table is found by its template and its words. */
export const hasTest = ({ source, titles }: TestFile, wanted: string): boolean =>
  titles.includes(wanted) || titles.some((title) => isRowOf(title, wanted, source));

/** What stands for a value in the title of a test: `%s`, `$name`, `${expression}`. */
const placeholder = /%[sdifjoO]|\$\{[^}]*\}|\$[\w.]+/;
/** The words of one row stand this near to each other, in characters. */
const rowLength = 250;

/** The title fits the template, and what it puts in for the placeholders stands together in the file: a row. */
function isRowOf(template: string, wanted: string, source: string): boolean {
  const fixed = template.split(new RegExp(placeholder, 'g'));
  if (fixed.length === 1) return false;
  const filled = new RegExp(`^${fixed.map(literally).join('(.+?)')}$`).exec(wanted)?.slice(1) ?? [];
  const [first, ...rest] = filled.map((word) => new RegExp(`(?<![\\w-])${literally(word)}(?![\\w-])`, 'g'));
  if (first === undefined) return false;
  return [...source.matchAll(first)].some(({ index }) => {
    const row = source.slice(Math.max(0, index - rowLength), index + rowLength);
    return rest.every((word) => row.search(word) >= 0);
  });
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
