export const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
export type EndingSignal = (typeof endingSignals)[number];

/** The part of Node's `process` that is needed here. */
export interface SignalSource {
  on(signal: EndingSignal, listener: () => void): unknown;
}

/**
 * A signal ends the program in good order and asks nobody: it comes from a shutdown, a service manager or a
 * terminal, and no person may be there to answer.
 *
 * Call it once Electron is ready: before that it sets handlers of its own, which take one signal and leave the next
 * to the kernel, and a handler set later takes their place.
 */
export function watchSignals(source: SignalSource, quit: (signal: EndingSignal) => void): void {
  for (const signal of endingSignals) source.on(signal, () => quit(signal));
}
