import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Schemes } from './schemes.ts';

function registered(): { schemes: Schemes; becomeReady: () => void } {
  let isReady = false;
  const schemes = new Schemes(() => isReady);
  schemes.protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true } },
  ]);
  return {
    schemes,
    becomeReady: () => {
      isReady = true;
    },
  };
}

describe('addresses', () => {
  test('app:// and the https one the page sees are one to one', () => {
    const { schemes } = registered();
    expect(schemes.toPage('app://isotherm/a/b.js?x=1#y')).toBe('https://isotherm.app.invalid/a/b.js?x=1#y');
    fc.assert(
      fc.property(fc.webPath({ size: 'xsmall' }), fc.constantFrom('isotherm', 'print'), (path, host) => {
        const url = `app://${host}${path === '' ? '/' : path}`;
        expect(schemes.fromPage(schemes.toPage(url))).toBe(new URL(url).href);
      }),
    );
  });

  test.each(['https://example.com/', 'https://isotherm.other.invalid/', 'data:text/html,x', 'about:blank'])(
    '%s stays what it is',
    (url) => {
      const { schemes } = registered();
      expect([schemes.toPage(url), schemes.fromPage(url)]).toEqual([url, url]);
    },
  );
});

describe('a handler', () => {
  test('gets the request by its custom address and answers it', async () => {
    const { schemes, becomeReady } = registered();
    becomeReady();
    schemes.protocol.handle('app', ({ url, method }) => new Response(`${method} ${url}`));
    const response = await schemes.answer('https://isotherm.app.invalid/a', 'GET', {});
    expect(await response?.text()).toBe('GET app://isotherm/a');
    expect(await schemes.answer('https://example.com/', 'GET', {})).toBeNull();
  });

  test('is refused when it comes too early, twice, or for a scheme that is not registered', () => {
    const { schemes, becomeReady } = registered();
    const { protocol } = schemes;
    expect(() => protocol.handle('app', () => new Response())).toThrow('after app is ready');
    becomeReady();
    expect(() => protocol.handle('other', () => new Response())).toThrow('other: is not registered');
    protocol.handle('app', () => new Response());
    expect(() => protocol.handle('app', () => new Response())).toThrow('Failed to register protocol: app');
    expect(() => protocol.registerSchemesAsPrivileged([])).toThrow('before app is ready');
  });
});
