import { describe, expect, test } from 'vitest';
import { handle, push } from '../../../electron/window/ipc.ts';
import { onceOfEachKind } from '../../../electron/window/say-once.ts';

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
    ['a Map', [new Map([['frame', 1]])], /the whole: is a Map, no plain object/],
    ['NaN', [{ frame: Number.NaN }], /frame: is NaN, which is no number/],
    ['undefined beside it', [{ frame: 1, more: undefined }], /more: is undefined/],
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

describe('a bad answer', () => {
  test('rejects its own request, and the next is answered', async () => {
    let frames = 0;
    const ask = consoleWith(() => {
      frames += 1;
      if (frames === 1) throw new Error('main could not');
      return frames === 2 ? (Number.NaN as never) : null;
    });
    await expect(ask([{ frame: 1 }])).rejects.toThrow('main could not');
    await expect(ask([{ frame: 2 }])).rejects.toThrow('reply is NaN');
    expect(await ask([{ frame: 3 }])).toBeNull();
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

  const living = { isDestroyed: () => false, send: () => {} };
  const loop: Record<string, unknown> = {};
  loop.loop = loop;
  const computed = {
    get bucketSeconds(): number {
      throw new Error('cannot be counted');
    },
  };

  test.each<[string, unknown, string]>([
    ['NaN', { ...trend, bucketSeconds: Number.NaN }, 'trend.bucketSeconds is NaN'],
    ['undefined', undefined, 'trend is undefined'],
    ['a Map', { ...trend, rows: new Map() }, 'trend.rows is a Map'],
    ['a loop', { ...trend, rows: loop }, 'deeper than 50 levels'],
    ['a getter that throws', computed, 'cannot be counted'],
  ])('with %s is said and dropped, and throws nothing inward', (_what, payload, words) => {
    const said: string[] = [];
    const send = () => expect.unreachable();
    push({ ...living, send }, 'trend', payload as typeof trend, (line) => said.push(line));
    expect(said).toEqual([expect.stringContaining('The push "trend" was not sent')]);
    expect(said[0]).toContain(words);
  });

  test('that the view cannot take is said, and throws nothing inward', () => {
    const said: string[] = [];
    const throws = () => {
      throw new Error('Object has been destroyed');
    };
    push({ ...living, send: throws }, 'trend', trend, (line) => said.push(line));
    push({ ...living, isDestroyed: throws }, 'trend', trend, (line) => said.push(line));
    push({ ...living, send: throws }, 'trend', trend);
    expect(said).toEqual(Array(2).fill('The push "trend" was not sent: Object has been destroyed.'));
  });

  test('that goes wrong four times a second is said once of each kind', () => {
    const said: string[] = [];
    const say = onceOfEachKind((line) => said.push(line));
    for (let at = 0; at < 100; at += 1) {
      const rows = [...Array(at).fill(0), Number.NaN];
      push(living, 'trend', { ...trend, rows: rows as never }, say);
    }
    push(living, 'trend', { ...trend, from: Number.NaN }, say);
    expect(said).toEqual([
      expect.stringContaining('trend.rows[0] is NaN'),
      expect.stringContaining('trend.from is NaN'),
    ]);
  });
});
