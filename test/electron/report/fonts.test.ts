import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { styleSheetsIn, withFonts } from '../../../electron/report/fonts.ts';

const { resolve } = createRequire(import.meta.url);
const chinese = resolve('@fontsource-variable/noto-sans-sc/index.css');
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

  it('finds the sheets of a folder', () => {
    expect(styleSheetsIn(dirname(chinese))).toContain(chinese);
    expect(() => styleSheetsIn('/nowhere')).toThrow('/nowhere');
  });

  it('names a sheet that is not there', () => {
    expect(() => withFonts(page('x'), ['/nowhere/face.css'])).toThrow('/nowhere/face.css');
  });
});
