import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Paths of the style sheets in a folder. Throws where there is no such folder, with its path. */
export const styleSheetsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .map((name) => join(folder, name));

const rule = /@font-face\s*\{[^}]*\}/g;
const source = /url\(([^)]+)\)\s*format\('woff2[^']*'\)/;

/**
 * The document with the fonts of `sheets` (paths of CSS files) embedded, of each face only the parts whose
 * `unicode-range` holds a character of the document: a Chinese name costs a few parts of a large face, not all
 * of it. Throws where a sheet or font file cannot be read, with its path.
 */
export function withFonts(html: string, sheets: readonly string[]): string {
  const faces = embeddedFonts(sheets, html);
  return faces === '' ? html : html.replace('</head>', () => `<style>${faces}</style>\n</head>`);
}

function embeddedFonts(sheets: readonly string[], text: string): string {
  const used = [...new Set(text)].map((char) => char.codePointAt(0) ?? 0);
  return sheets
    .flatMap((sheet) => {
      const rules = readFileSync(sheet, 'utf8').match(rule) ?? [];
      return rules.filter((one) => covers(one, used)).map((one) => embedded(one, dirname(sheet)));
    })
    .join('\n');
}

function covers(fontFace: string, used: readonly number[]): boolean {
  const ranges = /unicode-range:\s*([^;}]+)/i.exec(fontFace)?.[1];
  if (ranges === undefined) return true;
  return ranges.split(',').some((range) => {
    const [low = '', high = low] = range.trim().replace(/^u\+/i, '').split('-');
    const from = Number.parseInt(low.replaceAll('?', '0'), 16);
    const to = Number.parseInt(high.replaceAll('?', 'F'), 16);
    return used.some((code) => code >= from && code <= to);
  });
}

function embedded(fontFace: string, folder: string): string {
  const file = source.exec(fontFace)?.[1]?.replace(/["']/g, '');
  if (file === undefined) return '';
  const bytes = readFileSync(join(folder, file)).toString('base64');
  return fontFace.replace(/src:[^;}]+/, `src: url(data:font/woff2;base64,${bytes}) format('woff2')`);
}
