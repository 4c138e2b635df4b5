import type { Clock } from '../../electron/domain/time.ts';
import type { FromServer, ToServer } from '../../electron/record/messages.ts';
import type { JournalPort, ServerPort } from '../../electron/record/port.ts';

export interface PairedPorts {
  readonly journal: JournalPort;
  readonly server: ServerPort;
  /** What is posted meanwhile waits in the line, as in front of a thread that hangs. */
  hold(): void;
  release(): void;
  /** What the server says from now on is lost. */
  deafen(): void;
  /** The server's end is lost with all that is still in the line. */
  kill(why: string): void;
}

/** Both ends of a journal's line in one thread: messages are copied and arrive in order, `delayMs` later by `clock`. */
export function pairedPorts(clock: Pick<Clock, 'after'>, delayMs = 0): PairedPorts {
  let held: (() => void)[] | null = null;
  let dead = false;
  let deaf = false;
  const gone: ((why: string) => void)[] = [];
  const lane = <Message>(isDeaf: () => boolean) => {
    let hear: (message: Message) => void = () => {};
    return {
      onMessage: (listener: typeof hear): void => {
        hear = listener;
      },
      post: (message: Message): void => {
        const copy = structuredClone(message);
        const deliver = (): void => {
          if (!dead && !isDeaf()) hear(copy);
        };
        clock.after(delayMs, () => (held === null ? deliver() : void held.push(deliver)));
      },
    };
  };
  const toServer = lane<ToServer>(() => false);
  const fromServer = lane<FromServer>(() => deaf);
  return {
    journal: {
      post: toServer.post,
      onMessage: fromServer.onMessage,
      onGone: (hear) => void gone.push(hear),
      close: () => {},
    },
    server: { post: fromServer.post, onMessage: toServer.onMessage, close: () => {} },
    hold: () => {
      held ??= [];
    },
    release: () => {
      const waiting = held ?? [];
      held = null;
      for (const deliver of waiting) deliver();
    },
    deafen: () => {
      deaf = true;
    },
    kill: (why) => {
      dead = true;
      for (const hear of gone) hear(why);
    },
  };
}
