/**
 * The one door between the page and main: asking and listening, by the names of the contract, nothing else.
 * Runs sandboxed, once in every document; knows no schema (main checks every request) and keeps no state.
 */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { channel, pushNames, requestNames } from './contract/channel-names.ts';
import type { ConsoleDoor, Pushes, PushName } from './contract/channels.ts';

const refusal = (what: string, name: unknown, known: readonly string[]): Error =>
  new Error(`The console has no ${what} "${String(name)}"; it has ${known.join(', ')}.`);

const door: ConsoleDoor = {
  async invoke(name, request) {
    if (!requestNames.includes(name)) throw refusal('request', name, requestNames);
    return ipcRenderer.invoke(channel(name), request);
  },
  subscribe<N extends PushName>(name: N, listener: (payload: Pushes[N]) => void) {
    if (!pushNames.includes(name)) throw refusal('push', name, pushNames);
    const hear = (_event: IpcRendererEvent, payload: Pushes[N]) => listener(payload);
    ipcRenderer.on(channel(name), hear);
    return () => {
      ipcRenderer.off(channel(name), hear);
    };
  },
};

contextBridge.exposeInMainWorld('isotherm', door);
