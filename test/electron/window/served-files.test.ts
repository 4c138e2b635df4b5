import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileInside, respondWithFile } from '../../../electron/window/served-files.ts';

const outside = mkdtempSync(join(tmpdir(), 'isotherm-served-'));
const root = join(outside, 'renderer');

describe('the file that a URL path means', () => {
  test.each([
    ['/index.html', 'index.html'],
    ['/', 'index.html'],
    ['/assets/index-1.js', 'assets/index-1.js'],
    ['/a%20b.css', 'a b.css'],
  ])('%s is %s', (path, file) => {
    expect(fileInside(root, path)).toBe(join(root, file));
  });

  test.each([
    '/../secret',
    '/%2e%2e/secret',
    '/..%2fsecret',
    '/a/..%2f..%2fsecret',
    '/%5c..%5csecret',
    '/%00',
    '/%zz',
    '',
  ])('%s is none', (path) => {
    expect(fileInside(root, path)).toBeNull();
  });

  test('never lies outside, whatever is asked', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '%5c',
      '/',
      '//',
      'a',
      '%00',
      'index.html',
      '~',
      '%252e',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = fileInside(root, `/${pieces.join('/')}`);
        return file === null || file.startsWith(root + sep);
      }),
    );
  });
});

describe('a served file', () => {
  test('comes with its type, the policy, and no guessing of types', async () => {
    writeFileSync(join(outside, 'page.html'), '<h1>42.5</h1>');
    const response = await respondWithFile(outside, '/page.html', "default-src 'none'");
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<h1>42.5</h1>');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'",
      'x-content-type-options': 'nosniff',
    });
  });

  test('is refused by name when it is missing or of an unknown type', async () => {
    writeFileSync(join(outside, 'journal.sqlite'), '');
    for (const path of ['/nowhere.html', '/journal.sqlite']) {
      const response = await respondWithFile(outside, path, '');
      expect(response.status).toBe(404);
      expect(await response.text()).toContain(path);
    }
  });
});
