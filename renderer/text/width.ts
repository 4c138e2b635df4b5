import type { CSSProperties } from 'react';

/** Widths of bold letters of Inter, em, as far as a line needs to know; a Chinese character and its marks are 1 em. */
const widths: readonly (readonly [letters: RegExp, ems: number])[] = [
  [/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/, 1],
  [/[\s.,:;'()!ijlt|]/, 0.33],
  [/[mwMW%@]/, 0.86],
  [/[A-Z]/, 0.7],
];
const usual = 0.6;

/** About how wide a text is in bold, em. */
export const ems = (text: string): number =>
  [...text].reduce(
    (sum, letter) => sum + (widths.find(([letters]) => letters.test(letter))?.[1] ?? usual),
    0,
  );

/** The stylesheet makes what is long as small as it has to be to fit its place. */
export const wide = (width: number): CSSProperties => ({ '--ems': Math.max(1, width) }) as CSSProperties;
