import type { CSSProperties } from 'react';

/** Widths of bold letters of Inter, em, as far as a line needs to know; a Chinese character and its marks are 1 em. */
const widths: readonly (readonly [letters: RegExp, ems: number])[] = [
  [/\p{Extended_Pictographic}/u, 1.4],
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

const signs = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** As much of a text as has room, whole signs only; what is cut says so, and has to stand in full elsewhere. */
export function fitted(text: string, mostEms: number): string {
  if (ems(text) <= mostEms) return text;
  let kept = '';
  for (const { segment } of signs.segment(text)) {
    if (ems(kept + segment) > mostEms - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** The stylesheet makes what is long as small as it has to be to fit its place. */
export const wide = (width: number): CSSProperties => ({ '--ems': Math.max(1, width) }) as CSSProperties;
