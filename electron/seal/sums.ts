import { createHash } from 'node:crypto';

/** A file of a sealed folder and its SHA-256, 64 small hex digits. */
export interface Sum {
  readonly name: string;
  readonly sha256: string;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** As `sha256sum -c` reads it. No name of a file here has a line break or a backslash in it. */
export const sumsText = (sums: readonly Sum[]): string =>
  sums.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');

export type SumsRead =
  | { readonly ok: true; readonly sums: readonly Sum[] }
  | { readonly ok: false; readonly problem: string };

/** Every line or none: a list that is not whole vouches for nothing. */
export function readSums(text: string): SumsRead {
  const sums: Sum[] = [];
  if (text === '' || !text.endsWith('\n')) return { ok: false, problem: 'it is cut short' };
  for (const [at, line] of text.slice(0, -1).split('\n').entries()) {
    const match = /^([0-9a-f]{64}) [ *]([^/\\]+)$/.exec(line);
    const [, sha256, name] = match ?? [];
    if (sha256 === undefined || name === undefined)
      return { ok: false, problem: `line ${at + 1} is no sum and the name of a file beside it` };
    if (sums.some((one) => one.name === name))
      return { ok: false, problem: `line ${at + 1} names ${name} a second time` };
    sums.push({ name, sha256 });
  }
  return { ok: true, sums };
}
