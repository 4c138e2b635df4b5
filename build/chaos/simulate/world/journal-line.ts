import { earlierRuns } from '../../../../electron/record/earlier-runs.ts';
import type { FromServer, ToServer } from '../../../../electron/record/messages.ts';
import { lastRecordOf } from '../../../../electron/record/open-runs.ts';
import type { JournalPort, ServerPort } from '../../../../electron/record/port.ts';
import { JournalServer } from '../../../../electron/record/server.ts';
import type { RecordWriter } from '../../../../electron/record/writer.ts';
import type { Disk } from './disk.ts';
import type { Lane } from './lane.ts';

/** The journal's thread: its real server on a lane of its own, at the other end of the port that is returned. */
export function journalThread(
  main: Lane,
  thread: Lane,
  disk: Disk,
  onSent: (message: ToServer) => void,
): { readonly port: JournalPort; readonly end: (why: string) => void } {
  let open = true;
  let gone: (why: string) => void = () => {};
  let hearAtMain: (message: FromServer) => void = () => {};
  let hearAtThread: (message: ToServer) => void = () => {};
  const server: ServerPort = {
    post: (message) => {
      main.after(0, () => {
        if (open) hearAtMain(message);
      });
    },
    onMessage: (hear) => {
      hearAtThread = hear;
    },
    close: () => {
      thread.kill();
      main.after(0, () => gone('journal thread ended (exit code 0)'));
    },
  };
  let writer: RecordWriter | null = null;
  const openWriter: Disk['openWriter'] = (path, header) => {
    writer = disk.openWriter(path, header);
    return writer;
  };
  new JournalServer({ port: server, clock: thread, openWriter, lastRecordOf, earlierRuns });
  const port: JournalPort = {
    post: (message) => {
      onSent(message);
      // As between threads: what is handed over is a copy, and what cannot be copied throws here.
      const copy = message.kind === 'sample' ? message : structuredClone(message);
      thread.after(0, () => hearAtThread(copy));
    },
    onMessage: (hear) => {
      hearAtMain = hear;
    },
    onGone: (hear) => {
      gone = hear;
    },
    close: () => {
      open = false;
      thread.kill();
    },
  };
  const end = (why: string): void => {
    thread.kill();
    // Its connection ends with it, and the program goes on.
    writer?.close();
    main.after(0, () => gone(`journal thread ended: ${why}`));
  };
  return { port, end };
}
