import type { Readable, Writable } from 'node:stream';
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts';

export type { Protocol };

type Method = keyof Protocol.CommandParameters;
type EventName = keyof Protocol.Events;
type Listener = (params: never) => void;
type Waiting = { resolve(result: never): void; reject(error: Error): void; method: Method };
interface Incoming {
  id?: number;
  error?: { message: string };
  result?: never;
  method?: EventName;
  params?: never;
  sessionId?: string;
}

/** Three bytes are four characters of base64: a slice of these is whole ones. */
const bodySlice = 3 * 65_536;

/** Chromium's DevTools protocol over its pipe: JSON messages, each ended by a NUL byte. */
export class CdpPipe {
  /** Commands to the browser itself. */
  readonly browser: CdpSession;
  /** Resolves when the pipe has ended: Chromium is gone. */
  readonly ended: Promise<void>;
  readonly #output: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #sessions = new Map<string, CdpSession>();
  #lastId = 0;
  #isOver = false;

  constructor(output: Writable, input: Readable) {
    this.#output = output;
    this.browser = new CdpSession(this, undefined);
    const parts: Buffer[] = [];
    input.on('data', (bytes: Buffer) => this.#take(parts, bytes));
    this.ended = new Promise((resolve) => {
      const over = () => {
        this.#end();
        resolve();
      };
      input.on('close', over);
      input.on('error', over);
      output.on('error', over);
    });
  }

  session(id: string): CdpSession {
    const session = new CdpSession(this, id);
    this.#sessions.set(id, session);
    return session;
  }

  send<M extends Method>(
    sessionId: string | undefined,
    method: M,
    params?: Protocol.CommandParameters[M],
    body?: Uint8Array,
  ): Promise<Protocol.CommandReturnValues[M]> {
    if (this.#isOver) return Promise.reject(gone(method));
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, method });
      const message = JSON.stringify({ id, method, sessionId, params });
      if (body === undefined) this.#output.write(`${message}\0`);
      else this.#writeWithBody(message, body);
    });
  }

  /** A body of megabytes never becomes part of a JavaScript string: making and encoding that holds up main's ticks. */
  #writeWithBody(message: string, body: Uint8Array): void {
    if (!message.endsWith('}}')) throw new Error('a message with a body ends with its parameters');
    this.#output.cork();
    this.#output.write(`${message.slice(0, -2)},"body":"`);
    for (let from = 0; from < body.length; from += bodySlice) {
      const slice = body.subarray(from, from + bodySlice);
      const text = Buffer.from(slice.buffer, slice.byteOffset, slice.length).toString('base64');
      this.#output.write(Buffer.from(text, 'latin1'));
    }
    this.#output.write('"}}\0');
    this.#output.uncork();
  }

  #take(parts: Buffer[], bytes: Buffer): void {
    let from = 0;
    for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, from)) {
      parts.push(bytes.subarray(from, end));
      this.#hear(JSON.parse(Buffer.concat(parts.splice(0)).toString()));
      from = end + 1;
    }
    if (from < bytes.length) parts.push(bytes.subarray(from));
  }

  #hear(message: Incoming): void {
    if (message.id === undefined) {
      if (!message.method) return;
      const session = message.sessionId ? this.#sessions.get(message.sessionId) : this.browser;
      session?.hear(message.method, message.params as never);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
    else waiting?.resolve(message.result as never);
  }

  #end(): void {
    this.#isOver = true;
    for (const { reject, method } of this.#waiting.values()) reject(gone(method));
    this.#waiting.clear();
  }
}

/** One target of a pipe. */
export class CdpSession {
  readonly #pipe: CdpPipe;
  readonly #id: string | undefined;
  readonly #listeners = new Map<EventName, Listener[]>();

  constructor(pipe: CdpPipe, id: string | undefined) {
    this.#pipe = pipe;
    this.#id = id;
  }

  send<M extends Method>(
    method: M,
    params?: Protocol.CommandParameters[M],
  ): Promise<Protocol.CommandReturnValues[M]> {
    return this.#pipe.send(this.#id, method, params);
  }

  /** Answers a request of the page; the body is base64 on the wire. */
  fulfil(params: Omit<Protocol.Fetch.fulfillRequestParameters, 'body'>, body: Uint8Array): Promise<unknown> {
    return this.#pipe.send(this.#id, 'Fetch.fulfillRequest', params, body);
  }

  on<E extends EventName>(event: E, listener: (params: Protocol.Events[E]) => void): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  hear(event: EventName, params: never): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(params);
  }
}

const gone = (method: string): Error => new Error(`${method}: Chromium is gone`);
