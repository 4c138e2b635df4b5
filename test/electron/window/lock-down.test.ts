import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { denyPermissions, lockDownContents } from '../../../electron/window/lock-down.ts';

function lockedView() {
  const app = new EventEmitter();
  const said: string[] = [];
  let openHandler = (_details: { url: string }): object => ({ action: 'allow' });
  const view = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: typeof openHandler) => {
      openHandler = handler;
    },
  });
  lockDownContents(app as never, (line) => said.push(line));
  app.emit('web-contents-created', {}, view);
  return { said, view, open: (url: string) => openHandler({ url }) };
}

const attempt = (url = '') => ({
  url,
  isPrevented: false,
  preventDefault() {
    this.isPrevented = true;
  },
});

describe('every view', () => {
  test('may load its own page again', () => {
    const { view } = lockedView();
    const navigation = attempt('app://isotherm/index.html');
    view.emit('will-navigate', navigation);
    expect(navigation.isPrevented).toBe(false);
  });

  test.each(['https://example.com/', 'file:///etc/passwd', 'app://print/1', 'javascript:0'])(
    'may not go to %s',
    (url) => {
      const { view, said } = lockedView();
      const navigation = attempt(url);
      view.emit('will-navigate', navigation);
      expect(navigation.isPrevented).toBe(true);
      expect(said.join()).toContain(url);
    },
  );

  test('may open no window and embed no page', () => {
    const { view, open, said } = lockedView();
    expect(open('https://example.com/')).toEqual({ action: 'deny' });
    expect(said.join()).toContain('https://example.com/');
    const embedding = attempt();
    view.emit('will-attach-webview', embedding);
    expect(embedding.isPrevented).toBe(true);
  });
});

test('no permission, no device and no download is granted', () => {
  const answers: unknown[] = [];
  const session = new EventEmitter();
  denyPermissions(
    Object.assign(session, {
      setPermissionRequestHandler: (ask: (...all: unknown[]) => void) =>
        ask(null, 'media', (ok: boolean) => answers.push(ok)),
      setPermissionCheckHandler: (check: () => boolean) => answers.push(check()),
      setDevicePermissionHandler: (check: () => boolean) => answers.push(check()),
    }) as never,
  );
  const download = attempt();
  session.emit('will-download', download);
  expect({ answers, refused: download.isPrevented }).toEqual({
    answers: [false, false, false],
    refused: true,
  });
});
