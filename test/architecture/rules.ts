import { posix } from 'node:path';
import { aboveTheDriver, type Layer, layerOf } from './layers.ts';
import { readSource } from './source.ts';

/** What a file does that the layer table forbids, each in a sentence; empty where it keeps to the table. */
export function violations(file: string, text: string): string[] {
  const layer = layerOf(file);
  if (layer === null) return [`${file}: no layer in test/architecture/layers.ts speaks of it`];
  const { imports, impurities } = readSource(text, file);
  const forbidden = imports.filter((name) => name === null || !mayImport(layer, file, name));
  return [
    ...forbidden.map((name) => `${file}: ${layer.path} may not import ${name ?? 'a computed name'}`),
    ...(aboveTheDriver.includes(layer.path) ? wireWords(text) : []).map(
      (word) => `${file}: ${layer.path} knows a rig by its driver and may not speak of "${word}"`,
    ),
    ...(layer.pure ? impurities : []).map(
      (found) => `${file}: ${layer.path} is pure and may not use ${found}`,
    ),
  ];
}

/** Names and numbers of the wire, in code, strings and comments alike. */
const wireWords = (text: string): readonly string[] =>
  text.match(/\b(?:modbus|rtu|registers?|crc-?(?:16|32)|function (?:3|23)|holding register)\b/gi) ?? [];

function mayImport(layer: Layer, file: string, name: string): boolean {
  if (name.startsWith('.')) {
    const target = layerOf(posix.join(posix.dirname(file), name));
    return target !== null && [layer.path, ...layer.layers].some((path) => within(target.path, path));
  }
  if (name.startsWith('node:')) return layer.node === 'any' || (layer.node ?? []).includes(name.slice(5));
  return (layer.packages ?? []).some(
    (allowed) => name === allowed || name.startsWith(allowed.endsWith('/') ? allowed : `${allowed}/`),
  );
}

/** A file with rights of its own stays part of its folder for those who import it. */
const within = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
