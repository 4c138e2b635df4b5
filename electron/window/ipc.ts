import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { z } from 'zod';
import { channel, type PushName, type RequestName } from '../contract/channel-names.ts';
import { type Pushes, type Replies, requests } from '../contract/channels.ts';
import { isConsoleUrl } from './app-scheme.ts';
import { notJson } from './json-value.ts';

type Sender = Pick<IpcMainInvokeEvent, 'senderFrame'>;
type Checked<N extends RequestName> = z.output<(typeof requests)[N]>;

/**
 * Hears requests of the name `name`: from the top frame of the console's own page, of exactly the shape of the
 * contract, and with a reply of plain JSON. Anything else rejects the renderer's promise with a message that
 * says what and where; main goes on.
 */
export function handle<N extends RequestName>(
  ipcMain: Pick<IpcMain, 'handle'>,
  name: N,
  answer: (request: Checked<N>) => Replies[N] | Promise<Replies[N]>,
): void {
  ipcMain.handle(channel(name), async (sender: Sender, ...sent: unknown[]) => {
    const reply = await answer(accept(name, sender, sent));
    const problem = notJson(reply, 'reply');
    if (problem) throw new Error(`The reply to "${name}" was not sent: ${problem}.`);
    return reply;
  });
}

function accept<N extends RequestName>(name: N, sender: Sender, sent: readonly unknown[]): Checked<N> {
  const frame = sender.senderFrame;
  if (!frame || frame.parent !== null || !isConsoleUrl(frame.url)) {
    throw new Error(`The request "${name}" was refused: it did not come from the console's own page.`);
  }
  const checked = requests[name].safeParse(sent.length === 1 ? sent[0] : sent);
  if (checked.success) return checked.data as Checked<N>;
  throw new Error(`The request "${name}" was refused: ${inWords(checked.error)}.`);
}

/** The first five things wrong with a message, each with its place. */
function inWords(error: z.ZodError): string {
  return error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.length === 0 ? 'the whole' : path.join('.')}: ${message}`)
    .join('; ');
}

/**
 * Sends to the view, if there is one; a view that is gone asks for everything when it is back. Nothing that is
 * wrong with the payload or the view goes inward: it is said, and this payload is dropped.
 */
export function push<N extends PushName>(
  view: Pick<WebContents, 'send' | 'isDestroyed'>,
  name: N,
  payload: Pushes[N],
  say: (line: string) => void = () => {},
): void {
  try {
    const problem = notJson(payload, name);
    if (problem === null) {
      if (!view.isDestroyed()) view.send(channel(name), payload);
      return;
    }
    say(`The push "${name}" was not sent: ${problem}.`);
  } catch (error) {
    say(`The push "${name}" was not sent: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
