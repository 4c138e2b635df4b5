import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Paths of the sheets of the report's faces in a folder of the build. Throws where there is none, with its path. */
export function faceSheetsIn(folder: string): string[] {
  const sheets = readdirSync(folder).filter((name) => /^report-faces.*\.css$/.test(name));
  if (sheets.length === 0) throw new Error(`${folder} holds no report-faces*.css. Build the program again.`);
  return sheets.map((name) => join(folder, name));
}

const rule = /@font-face\s*\{[^}]*\}/g;
const source = /url\(([^)]+)\)\s*format\(["']woff2[^)]*\)/;

/** One file of a face. */
interface Part {
  readonly rule: string;
  readonly folder: string;
  /** Characters it has, code points; `null`: it does not say. */
  readonly ranges: readonly (readonly [from: number, to: number])[] | null;
}

/**
 * The document with the fonts of `sheets` (paths of CSS files) embedded, of each face only the parts whose
 * `unicode-range` holds a character of the document: a Chinese name costs a few parts of a large face, not all
 * of it. A character that no face has is named by its code, `[U+20BB7]`, where a blank box would be printed. Throws
 * where a sheet or font file cannot be read, with its path.
 */
export function withFonts(html: string, sheets: readonly string[]): string {
  const parts = sheets.flatMap(partsOf);
  if (parts.length === 0) return html;
  const used = [...new Set(html)];
  const rare = used.filter((char) => !isDrawn(char, parts));
  const faces = parts.filter((part) => used.some((char) => holds(part, char))).map(embedded);
  return named(html, rare).replace('</head>', () => `<style>${faces.join('\n')}</style>\n</head>`);
}

function partsOf(sheet: string): Part[] {
  const folder = dirname(sheet);
  const rules = readFileSync(sheet, 'utf8').match(rule) ?? [];
  return rules.map((one) => ({ rule: one, folder, ranges: rangesOf(one) }));
}

function rangesOf(fontFace: string): Part['ranges'] {
  const ranges = /unicode-range:\s*([^;}]+)/i.exec(fontFace)?.[1];
  if (ranges === undefined) return null;
  return ranges.split(',').map((range) => {
    const [low = '', high = low] = range.trim().replace(/^u\+/i, '').split('-');
    const from = Number.parseInt(low.replaceAll('?', '0'), 16);
    return [from, Number.parseInt(high.replaceAll('?', 'F'), 16)] as const;
  });
}

function holds({ ranges }: Part, char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  return ranges?.some(([from, to]) => code >= from && code <= to) ?? true;
}

/** What has no ink is not missed; signs that turn the order of others round are, for nobody sees them. */
const isDrawn = (char: string, parts: readonly Part[]): boolean =>
  /[\t\n\r]/.test(char) ||
  (!/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(char) && parts.some((part) => holds(part, char)));

function named(html: string, rare: readonly string[]): string {
  let text = html;
  for (const char of rare) {
    const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    // By code points, so that half of a pair is not taken out of a whole one.
    text = text.replace(new RegExp(`\\u{${code}}`, 'gu'), `[U+${code}]`);
  }
  return text;
}

function embedded({ rule: fontFace, folder }: Part): string {
  const file = source.exec(fontFace)?.[1]?.replace(/["']/g, '');
  if (file === undefined) return '';
  const bytes = readFileSync(join(folder, file)).toString('base64');
  return fontFace.replace(/src:[^;}]+/, `src: url(data:font/woff2;base64,${bytes}) format('woff2')`);
}
