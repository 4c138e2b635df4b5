import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const isThere = (path: string): boolean => existsSync(join(root, path));

const pages = globSync(['*.md', '{docs,build,electron,native-bridge,renderer,test}/**/*.md'], { cwd: root });
const sources = globSync('{electron,native-bridge,renderer}/**/*.{ts,tsx}', { cwd: root });

/** Links and pictures of a page that lead to a place in the repository. */
const linksOf = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target as string)
    .filter((target) => !/^[a-z]+:/.test(target));

/** The address that a heading has on a rendered page. */
const addressOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

function leadsNowhere(page: string, target: string): boolean {
  const [path = '', place] = target.split('#');
  const file = path === '' ? page : join(dirname(page), path);
  if (!isThere(file)) return true;
  if (place === undefined || statSync(join(root, file)).isDirectory()) return false;
  const text = read(file);
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => addressOf(heading as string));
  return !headings.includes(place) && !text.includes(`<a id="${place}">`);
}

describe('the pages', () => {
  it('link to nothing that is not there', () => {
    expect(pages.length).toBeGreaterThan(15);
    const broken = pages.flatMap((page) =>
      linksOf(read(page))
        .filter((target) => leadsNowhere(page, target))
        .map((target) => `${page}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('that the program speaks of are there', () => {
    const named = sources.flatMap((source) =>
      [...read(source).matchAll(/\bdocs\/[\w/-]+\.md\b/g)].map(([page]) => ({ source, page })),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(({ page }) => !isThere(page))).toEqual([]);
  });
});
