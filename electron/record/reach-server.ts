import type { Clock } from '../domain/time.ts';
import { notHandedOver } from './hand-over.ts';
import type { JournalHeader } from './messages.ts';
import type { JournalPort } from './port.ts';

/** Where a journal is, and how a server for it is made. */
export interface ServerAt {
  /** Throws where no thread can be made. */
  readonly makePort: () => JournalPort;
  readonly path: string;
  readonly clock: Pick<Clock, 'after'>;
}

/** `seq`, `samples`: the number of the last event, and of samples, that are in the file. */
export type Reached =
  | { readonly ok: true; readonly port: JournalPort; readonly seq: number; readonly samples: number }
  | { readonly ok: false; readonly problem: string };

/** A disk that has not opened a file by then hangs, ms. */
const openLimitMs = 10_000;

/** A server that has opened the journal; `header` `null`: the one that is there. Says why not, and never rejects. */
export function reach({ makePort, path, clock }: ServerAt, header: JournalHeader | null): Promise<Reached> {
  let port: JournalPort;
  try {
    port = makePort();
  } catch (error) {
    return Promise.resolve({ ok: false, problem: `journal thread ended: ${(error as Error).message}` });
  }
  return new Promise((resolve) => {
    const cancel = clock.after(openLimitMs, () => refuse(hangs(path)));
    const refuse = (problem: string): void => {
      cancel();
      port.close();
      resolve({ ok: false, problem });
    };
    port.onMessage((message) => {
      if (message.kind === 'refused') return refuse(message.problem);
      if (message.kind !== 'opened') return;
      cancel();
      resolve({ ok: true, port, seq: message.seq, samples: message.samples });
    });
    port.onGone(refuse);
    try {
      port.post({ kind: 'open', path, header });
    } catch (error) {
      refuse(notHandedOver(error));
    }
  });
}

const hangs = (path: string): string =>
  `journal ${path}: the disk has not answered for ${openLimitMs / 1000} s. Check it, or choose another folder.`;
