import type { Pushes, Replies, RequestName } from '../../../electron/contract/channels.ts';
import type { ConsoleView, TrendUpdate } from '../../../electron/contract/view.ts';

declare global {
  interface Window {
    /** The other side of the door, for tests. */
    readonly fakeMain: FakeMain;
  }
}
export interface FakeMain {
  readonly asked: { readonly name: string; readonly request: unknown }[];
  push(name: keyof Pushes, payload: unknown): void;
  answer(name: string, reply: unknown): void;
  /** The promise is rejected with this message from now on. */
  reject(name: string, message: string): void;
}

/** Stands in for preload and main. Runs in the page before anything else, so it refers to nothing outside itself. */
export function fakeDoor(start: {
  view: ConsoleView;
  trend: TrendUpdate;
  pushing: boolean;
  pulsing: boolean;
}): void {
  const listeners: Record<string, ((payload: never) => void)[]> = { view: [], trend: [], pulse: [] };
  const asked: { name: string; request: unknown }[] = [];
  let view = start.view;
  const replies: Record<string, unknown> = {
    load: { view: start.view, trend: start.trend },
    start: { ok: true },
    act: { taken: true },
    newCase: { ok: true },
    rescue: { taken: true },
    recover: { ok: true },
    fluid: { ok: true },
    painted: null,
    restart: { ok: true },
    ports: { ports: [] },
    choosePort: { ok: true },
    language: { language: null },
    audio: null,
    form: { draft: null },
    touch: null,
    signIn: { ok: true },
    signOut: { ok: true },
    takeChair: { ok: true },
    release: { ok: true },
    review: { ok: false, problem: 'No such record.', why: null },
    deliveries: { ok: true, deliveries: { problem: null, sticks: [], rows: [] } },
    worklist: {
      ok: true,
      worklist: { folder: '', waiting: [], moreWaiting: 0, problems: [], moreProblems: 0 },
    },
  };
  const rejections: Record<string, string | undefined> = {};
  const push = (name: keyof Pushes, payload: unknown) => {
    if (name === 'view') view = payload as ConsoleView;
    for (const listener of listeners[name] ?? []) listener(payload as never);
  };
  const door = {
    invoke: async <N extends RequestName>(name: N, request: unknown): Promise<Replies[N]> => {
      asked.push({ name, request });
      const rejection = rejections[name];
      if (rejection !== undefined) throw new Error(rejection);
      // Main says who answered a check, and when.
      if (name === 'answerCheck' && replies[name] === undefined)
        return {
          ok: true,
          answer: { ...(request as object), by: 'A. Perfusionist', atWallMs: view.wallMs },
        } as never;
      return replies[name] as Replies[N];
    },
    subscribe: (name: string, listener: (payload: never) => void) => {
      listeners[name]?.push(listener);
      return () => {
        listeners[name] = (listeners[name] ?? []).filter((one) => one !== listener);
      };
    },
  };
  const fakeMain: FakeMain = {
    asked,
    push,
    answer: (name, reply) => {
      replies[name] = reply;
      rejections[name] = undefined;
    },
    reject: (name, message) => {
      rejections[name] = message;
    },
  };
  Object.assign(window, { isotherm: door, fakeMain });
  // A loudspeaker, on whatever machine the test runs.
  const speaker = async () => [{ kind: 'audiooutput' }];
  if (navigator.mediaDevices !== undefined)
    Object.defineProperty(navigator.mediaDevices, 'enumerateDevices', { value: speaker, writable: true });
  const beat = () =>
    push('pulse', {
      engine: 'ticking',
      authority: 'commanding',
      watching: view.stage === 'run',
      sound: 'none',
      lastTickAgeMs: 50,
    });
  if (start.pushing) setInterval(() => push('view', { ...view }), 250);
  if (start.pulsing) setInterval(beat, 250);
}
