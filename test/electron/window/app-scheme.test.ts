import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CustomScheme } from 'electron';
import { describe, expect, test } from 'vitest';
import {
  consoleUrl,
  isConsoleUrl,
  registerAppScheme,
  serveAppScheme,
} from '../../../electron/window/app-scheme.ts';
import { createPrintDocuments } from '../../../electron/window/print-documents.ts';

describe("the console's own page", () => {
  test.each([consoleUrl, 'app://isotherm/', 'app://isotherm/index.html#run'])('is %s', (url) => {
    expect(isConsoleUrl(url)).toBe(true);
  });

  test.each([
    'app://print/1',
    'app://isotherm.example/',
    'https://isotherm/',
    'file:///index.html',
    'about:blank',
    '',
  ])('is not %s', (url) => {
    expect(isConsoleUrl(url)).toBe(false);
  });
});

test('the scheme is registered as an origin of its own, secure, without reaching past the policy', () => {
  const registered: CustomScheme[] = [];
  registerAppScheme({ registerSchemesAsPrivileged: (schemes) => registered.push(...schemes) });
  expect(registered).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
});

describe('what the scheme serves', () => {
  const folder = mkdtempSync(join(tmpdir(), 'isotherm-scheme-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), 'the page');
  const documents = createPrintDocuments();
  const ask = serving(folder, documents);

  test('the page under the strict policy', async () => {
    const response = await ask('app://isotherm/index.html');
    expect(await response.text()).toBe('the page');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
  });

  test('a document to print, until it is forgotten', async () => {
    const path = documents.keep('<h1>Report</h1>');
    expect(await (await ask(`app://print${path}`)).text()).toBe('<h1>Report</h1>');
    documents.forget(path);
    expect((await ask(`app://print${path}`)).status).toBe(404);
  });

  test('a file of assets/ for a document to print, and nothing beside assets/', async () => {
    expect((await ask('app://print/assets/icons/32x32.png')).status).toBe(200);
    expect((await ask('app://print/assets/..%2fpackage.json')).status).toBe(404);
  });

  test('no other host and no other method', async () => {
    expect((await ask('app://elsewhere/index.html')).status).toBe(404);
    expect((await ask('app://isotherm/index.html', 'POST')).status).toBe(405);
  });
});

function serving(folder: string, documents: ReturnType<typeof createPrintDocuments>) {
  let handler: ((request: Request) => Response | Promise<Response>) | null = null;
  serveAppScheme(
    {
      handle: (_scheme, given) => {
        handler = given;
      },
    },
    folder,
    documents,
  );
  return async (url: string, method = 'GET'): Promise<Response> => {
    if (!handler) throw new Error('nothing handles the scheme');
    return handler(new Request(url, { method }));
  };
}
