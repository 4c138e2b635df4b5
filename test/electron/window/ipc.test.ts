import { describe, expect, test } from 'vitest';
import { handle, push } from '../../../electron/window/ipc.ts';

type Answer = Parameters<typeof handle<'painted'>>[2];
const ownPage = { senderFrame: { url: 'app://isotherm/index.html', parent: null } };

/** Main with one handler for `painted`, and a page that asks. */
function consoleWith(answer: Answer) {
  const handlers = new Map<string, (event: never, ...args: unknown[]) => Promise<unknown>>();
  handle({ handle: (channel, handler) => void handlers.set(channel, handler) }, 'painted', answer);
  return async (sent: unknown[], sender: object = ownPage): Promise<unknown> =>
    handlers.get('isotherm:painted')?.(sender as never, ...sent);
}

describe('a request', () => {
  test('of the right shape is heard and answered', async () => {
    const heard: number[] = [];
    const ask = consoleWith(({ frame }) => {
      heard.push(frame);
      return null;
    });
    expect(await ask([{ frame: 7 }])).toBeNull();
    expect(heard).toEqual([7]);
  });

  test.each<[string, unknown[], RegExp]>([
    ['an unknown field', [{ frame: 1, faster: true }], /"painted" was refused: .*faster/],
    ['a wrong type', [{ frame: '1' }], /frame: .*expected number/],
    ['a missing field', [{}], /frame: .*expected number/],
    ['nothing', [], /the whole: .*expected object/],
    ['two payloads', [{ frame: 1 }, { frame: 2 }], /the whole: .*expected object/],
    ['a list instead of an object', [[1]], /the whole: .*expected object/],
  ])('with %s is refused in words, and main does not hear it', async (_what, sent, words) => {
    const ask = consoleWith(() => {
      throw new Error('main heard it');
    });
    await expect(ask(sent)).rejects.toThrow(words);
  });

  test.each<[string, object]>([
    ['another page', { senderFrame: { url: 'https://example.com/', parent: null } }],
    ['a frame inside the page', { senderFrame: { url: 'app://isotherm/index.html', parent: {} } }],
    ['a document to be printed', { senderFrame: { url: 'app://print/1', parent: null } }],
    ['a frame that is gone', { senderFrame: null }],
  ])('from %s is refused', async (_what, sender) => {
    await expect(consoleWith(() => null)([{ frame: 1 }], sender)).rejects.toThrow("console's own page");
  });

  test('whose answer is not plain JSON fails by its place instead of arriving as something else', async () => {
    const ask = consoleWith(() => new Map() as never);
    await expect(ask([{ frame: 1 }])).rejects.toThrow('The reply to "painted" was not sent: reply is a Map');
  });
});

describe('a push', () => {
  const trend = { generation: 1, bucketSeconds: 1, from: 0, rows: [] };

  test('goes to a living view under the name of the contract', () => {
    const sent: unknown[] = [];
    push({ isDestroyed: () => false, send: (...all) => void sent.push(all) }, 'trend', trend);
    expect(sent).toEqual([['isotherm:trend', trend]]);
  });

  test('to a closed view goes nowhere and is no error', () => {
    const send = () => {
      throw new Error('sent to a closed view');
    };
    push({ isDestroyed: () => true, send }, 'trend', trend);
  });

  test('that is not plain JSON is an error with its place', () => {
    const broken = { ...trend, bucketSeconds: Number.NaN };
    const view = { isDestroyed: () => false, send: () => {} };
    expect(() => push(view, 'trend', broken)).toThrow('trend.bucketSeconds is NaN');
  });
});
