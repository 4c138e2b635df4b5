import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { partOf } from './absent.ts';
import { jsonCopy } from './json-only.ts';
import type { ToPage } from './preload-world.ts';

type Handler = Parameters<IpcMain['handle']>[1];

/** Handlers for `ipcRenderer.invoke`, with Electron's own words for what goes wrong. */
export class IpcHandlers {
  readonly #handlers = new Map<string, Handler>();
  readonly ipcMain: IpcMain = partOf<IpcMain>('ipcMain', {
    handle: (channel, handler) => {
      if (this.#handlers.has(channel)) {
        throw new Error(`Attempted to register a second handler for '${channel}'`);
      }
      this.#handlers.set(channel, handler);
    },
    removeHandler: (channel) => {
      this.#handlers.delete(channel);
    },
  });

  async invoke(event: IpcMainInvokeEvent, id: number, channel: string, args: unknown[]): Promise<ToPage> {
    try {
      const handler = this.#handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      const value: unknown = await handler(event, ...args);
      return { kind: 'reply', id, value: jsonCopy(value, `the reply to ${channel}`) };
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error);
      return { kind: 'refusal', id, message: `Error invoking remote method '${channel}': ${error}` };
    }
  }
}
