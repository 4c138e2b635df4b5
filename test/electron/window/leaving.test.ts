import { EventEmitter } from 'node:events';
import type { MessageBoxOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { createLeaving, leaveByApp, leaveByWindow } from '../../../electron/window/leaving.ts';
import type { InTheWay } from '../../../electron/window/leaving-words.ts';

function leaver(
  why: InTheWay | null,
  answer: () => Promise<{ response: number }>,
  language: 'en' | 'zh' = 'en',
) {
  const asked: MessageBoxOptions[] = [];
  const quits: string[] = [];
  const said: string[] = [];
  const leaving = createLeaving({
    inTheWay: () => why,
    language: () => language,
    ask: (box) => {
      asked.push(box);
      return answer();
    },
    quit: (cause) => quits.push(cause),
    isEnding: () => quits.length > 0,
    say: (line) => said.push(line),
  });
  return { leaving, asked, quits, said };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));
const event = () => {
  const one = {
    prevented: false,
    preventDefault() {
      one.prevented = true;
    },
  };
  return one;
};

describe('a person who leaves', () => {
  test('is not asked where nothing is in the way', () => {
    const { leaving, asked, quits } = leaver(null, async () => ({ response: 0 }));
    leaving.byPerson();
    expect({ asked, quits }).toEqual({ asked: [], quits: ['by a person'] });
  });

  test('with fluid in the cavity is asked first, and stays by default', async () => {
    const { leaving, asked, quits } = leaver('fluid', async () => ({ response: asked[0]?.defaultId ?? -1 }));
    leaving.byPerson();
    await settled();
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ defaultId: 0, cancelId: 0, buttons: ['Stay', 'Quit, fluid stays in'] });
    expect(asked[0]?.message).toContain('fluid in the cavity');
    expect(quits).toEqual([]);
  });

  test('leaves when the answer is to leave', async () => {
    const { leaving, quits } = leaver('fluid', async () => ({ response: 1 }));
    leaving.byPerson();
    await settled();
    expect(quits).toEqual(['by a person, asked first: fluid in']);
  });

  test('is asked in the language of the screen', async () => {
    const { leaving, asked } = leaver('run', async () => ({ response: 0 }), 'zh');
    leaving.byPerson();
    await settled();
    expect(asked[0]?.message).toMatch(/[\u4e00-\u9fff]/);
  });

  test('is asked one question at a time, and again the next time', async () => {
    let answer = (_: { response: number }): void => {};
    const { leaving, asked } = leaver('run', () => new Promise((resolve) => (answer = resolve)));
    leaving.byPerson();
    leaving.byPerson();
    expect(asked).toHaveLength(1);
    answer({ response: 0 });
    await settled();
    leaving.byPerson();
    expect(asked).toHaveLength(2);
  });

  test('stays where the question cannot be asked, and is told', async () => {
    const { leaving, quits, said } = leaver('fluid', async () => Promise.reject(new Error('no display')));
    leaving.byPerson();
    await settled();
    expect(quits).toEqual([]);
    expect(said.join()).toContain('no display');
  });
});

describe('the ways out', () => {
  test('closing the window is leaving, and the window stays until all is closed', () => {
    const window = new EventEmitter();
    const did: string[] = [];
    leaveByWindow(window as never, { byPerson: () => did.push('person') }, (cause) => did.push(cause));
    const closing = event();
    window.emit('close', closing);
    expect({ did, prevented: closing.prevented }).toEqual({ did: ['person'], prevented: true });
  });

  test('log-off and shutdown ask nobody, and are asked to wait', () => {
    const window = new EventEmitter();
    const did: string[] = [];
    leaveByWindow(window as never, { byPerson: () => did.push('person') }, (cause) => did.push(cause));
    const query = event();
    window.emit('query-session-end', query);
    window.emit('session-end', event());
    expect(query.prevented).toBe(true);
    expect(did).toEqual(['log-off or shutdown', 'log-off or shutdown']);
  });

  test('the last window that closes does not end the program (a window that prints comes and goes, FB-18)', () => {
    const app = new EventEmitter();
    const did: string[] = [];
    leaveByApp(app as never, { byPerson: () => did.push('person') }, () => did.push('open again'));
    app.emit('window-all-closed');
    const quitting = event();
    app.emit('before-quit', quitting);
    expect({ did, prevented: quitting.prevented }).toEqual({
      did: ['open again', 'person'],
      prevented: true,
    });
  });
});
