import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Layer, layers } from '../architecture/layers.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/architecture.md'), 'utf8');
const [, section = ''] = page.split('## Folders, and who may import whom');
const rows = (section.match(/^\| `.*$/gm) ?? []).map((line) => line.slice(2, -2).split(' | '));

const named = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name as string);
const withoutEnd = (name: string): string => name.replace(/\/$/, '');
const isOf = (folder: string) => (path: string) => path.startsWith(`${folder}/`) && !/\.ts$/.test(path);
const paths = layers.map(({ path }) => path);

/** The layers that a name in the table stands for. */
function meant(name: string): string[] {
  const [folder = ''] = name.split('/', 1);
  if (folder === 'electron' || folder === 'native-bridge') return paths.filter(isOf(folder));
  return paths.filter((path) => path.endsWith(`/${name}`));
}

/** What of Node a layer may import, in the words of the table. */
function nodeWords({ node }: Layer): string {
  if (node === undefined) return '';
  if (node === 'any') return 'Node';
  return node.length === 1 ? `\`node:${node[0]}\`` : 'some of Node';
}

/** Files with rights of their own are told with their folder. */
const folders = layers.filter(({ path }) => !path.endsWith('.ts') || path.split('/').length === 2);

describe('the table of folders in docs/architecture.md', () => {
  it('has a row for every layer, and tells of those that have none', () => {
    expect(rows.map(([path = '']) => withoutEnd(named(path)[0] ?? '')).sort()).toEqual(
      folders.map(({ path }) => path).sort(),
    );
    for (const { path } of layers.filter((layer) => !folders.includes(layer))) {
      expect(section).toContain(`\`${path.split('/').at(-1)}\``);
    }
  });

  it.each(folders.map((layer) => [layer.path, layer] as const))(
    'says of %s what holds for it',
    (path, layer) => {
      const [, holds = '', ours = '', outside = ''] =
        rows.find(([first = '']) => withoutEnd(named(first)[0] ?? '') === path) ?? [];
      expect(named(ours).flatMap(meant).sort()).toEqual([...layer.layers].sort());
      const packages = named(outside).filter((name) => !name.startsWith('node:'));
      const fonts = outside.includes('fonts') ? ['@fontsource-variable/'] : [];
      expect([...packages, ...fonts].sort()).toEqual([...(layer.packages ?? [])].sort());
      const node = nodeWords(layer);
      if (node === '') expect(outside).not.toMatch(/node/i);
      else expect(outside).toContain(node);
      expect(outside.includes('some of Node')).toBe(node === 'some of Node');
      expect(holds.includes('Pure')).toBe(layer.pure === true);
    },
  );
});
