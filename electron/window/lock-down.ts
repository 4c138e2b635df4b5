import type { App, Session } from 'electron';
import { isConsoleUrl } from './app-scheme.ts';

/**
 * No way out of the console's page: no navigation to anything else, no second window, no embedded page. Loading
 * the page again is allowed, it changes nothing in a run.
 */
export function lockDownContents(app: Pick<App, 'on'>, say: (line: string) => void): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.on('will-navigate', (navigation) => {
      if (isConsoleUrl(navigation.url)) return;
      navigation.preventDefault();
      say(`The console's page may not go to ${navigation.url}; refused.`);
    });
    contents.setWindowOpenHandler(({ url }) => {
      say(`The console's page may not open a window on ${url}; refused.`);
      return { action: 'deny' };
    });
    contents.on('will-attach-webview', (attaching) => attaching.preventDefault());
  });
}

/** The console asks for no camera, no location, no notification, no device, no download: nothing is granted. */
export function denyPermissions(
  session: Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'on'
  >,
): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (download) => download.preventDefault());
}
