import { expect, test } from 'vitest';
import { setDataFolder } from '../../../electron/window/data-folder.ts';

const folderFor = (value: string): string[] => {
  const set: string[] = [];
  setDataFolder({
    commandLine: { getSwitchValue: () => value } as never,
    setPath: (name, path) => void set.push(`${name} ${path}`),
  });
  return set;
};

test('records go where the command line says, and nowhere else without it', () => {
  expect(folderFor('/var/lib/isotherm')).toEqual(['userData /var/lib/isotherm']);
  expect(folderFor('case-1')).toEqual([`userData ${process.cwd()}/case-1`]);
  expect(folderFor('')).toEqual([]);
});
