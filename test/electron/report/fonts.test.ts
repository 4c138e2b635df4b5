import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faceSheetsIn, withFonts } from '../../../electron/report/fonts.ts';
import { reportFaces } from '../../support/report-faces.ts';

const { resolve } = createRequire(import.meta.url);
const chinese = resolve('@fontsource/noto-sans-sc/400.css');
const page = (text: string): string => `<html><head></head><body>${text}</body></html>`;
const faces = (html: string): number => html.split('@font-face').length - 1;

describe('embedding fonts', () => {
  it('takes only the parts of a face whose characters are used', () => {
    const latin = withFonts(page('plain'), [chinese]);
    const both = withFonts(page('plain 王小明'), [chinese]);
    expect(faces(latin)).toBeGreaterThan(0);
    expect(faces(both)).toBeGreaterThan(faces(latin));
    expect(faces(both)).toBeLessThan(faces(latin) + 4);
  });

  it('leaves nothing to be fetched', () => {
    expect(withFonts(page('王'), [chinese])).not.toMatch(/url\((?!data:font\/woff2;base64,)/);
  });

  it('leaves the document alone where there are no sheets', () => {
    expect(withFonts(page('x'), [])).toBe(page('x'));
  });

  it('finds its own sheets among those of the screen, and says where there are none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'isotherm-faces-'));
    expect(() => faceSheetsIn(folder)).toThrow(folder);
    for (const name of ['index-1a2b.css', 'report-faces-3c4d.css', 'report-faces.js'])
      writeFileSync(join(folder, name), '');
    expect(faceSheetsIn(folder)).toEqual([join(folder, 'report-faces-3c4d.css')]);
    expect(() => faceSheetsIn('/nowhere')).toThrow('/nowhere');
    rmSync(folder, { recursive: true });
  });

  it('names a character that no face has by its code, and every other stands as it is', () => {
    const text = (words: string): string =>
      withFonts(page(words), reportFaces).replace(/<style>.*<\/style>/s, '');
    expect(text('王𠮷明 é € Ω ≥ 42 \u{e000}')).toBe(
      page('王[U+20BB7]明 é € Ω ≥ 42 [U+E000]').replace('</head>', '\n</head>'),
    );
    expect(text('half \ud842 of 𠮷')).toContain('half [U+D842] of [U+20BB7]');
    expect(text('turned \u202eround')).toContain('turned [U+202E]round');
    expect(text('𠮷\n\ttab')).toContain('[U+20BB7]\n\ttab');
  });

  it('names a sheet that is not there', () => {
    expect(() => withFonts(page('x'), ['/nowhere/face.css'])).toThrow('/nowhere/face.css');
  });
});
