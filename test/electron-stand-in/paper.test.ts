import { expect, test } from 'vitest';
import { chromiumPdfOptions } from './paper.ts';

test("Electron's defaults are Letter and Chromium's own margins", () => {
  expect(chromiumPdfOptions({})).toEqual({ paperWidth: 8.5, paperHeight: 11 });
});

test('paper by name, paper by size, margins in inches, all else as it is', () => {
  expect(chromiumPdfOptions({ pageSize: 'A4', margins: { top: 1, left: 0 }, landscape: true })).toEqual({
    paperWidth: 8.27,
    paperHeight: 11.7,
    marginTop: 1,
    marginLeft: 0,
    landscape: true,
  });
  expect(chromiumPdfOptions({ pageSize: { width: 4, height: 6 } })).toEqual({
    paperWidth: 4,
    paperHeight: 6,
  });
  expect(() => chromiumPdfOptions({ pageSize: 'Tabloid' })).toThrow('no paper Tabloid; it has A3, A4');
});
