import type { Session } from 'electron';
import { partOf } from './absent.ts';
import { emitterOf } from './emitter.ts';

export type SessionModule = typeof import('electron/main').session;

const takeDenial = (name: string) => (handler: unknown) => {
  if (handler !== null) return;
  throw new Error(`The Electron stand-in denies every permission; ${name}(null) would allow them.`);
};

/**
 * The default session. Chromium cannot ask a handler before it answers a page, so every permission is denied and
 * every download refused whatever a handler would say.
 */
export function createSession(isReady: () => boolean): SessionModule {
  const defaultSession = partOf<Session>(
    'session.defaultSession',
    {
      setPermissionRequestHandler: takeDenial('setPermissionRequestHandler'),
      setPermissionCheckHandler: takeDenial('setPermissionCheckHandler'),
      setDevicePermissionHandler: takeDenial('setDevicePermissionHandler'),
    },
    emitterOf('session', [], ['will-download']),
  );
  return partOf<SessionModule>('session', {
    get defaultSession() {
      if (!isReady()) throw new Error('Session can only be received when app is ready');
      return defaultSession;
    },
  });
}
