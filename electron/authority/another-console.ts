import type { Telemetry } from '../domain/telemetry.ts';

/** Two moves of an echo that this console did not cause, within this, ms: one may be a reply to its own last write. */
const withinMs = 2_000;

/** Whether somebody else commands the machine: the heartbeat it echoes moves while this console only reads. */
export interface EchoWatch {
  readonly echo: number | null;
  /** When it moved by itself, monotonic ms; the last two. */
  readonly movedMs: readonly number[];
}
export const newEchoWatch: EchoWatch = { echo: null, movedMs: [] };

/** `wrote`: this console wrote in the exchange that gave `telemetry`. */
export function watchEcho(
  before: EchoWatch,
  telemetry: Telemetry | null,
  wrote: boolean,
  nowMs: number,
): EchoWatch {
  if (telemetry === null) return before;
  const echo = telemetry.heartbeatEcho;
  if (wrote) return { echo: null, movedMs: [] };
  if (before.echo === null || before.echo === echo)
    return before.echo === echo ? before : { ...before, echo };
  return { echo, movedMs: [...before.movedMs, nowMs].slice(-2) };
}

export const anotherCommands = ({ movedMs }: EchoWatch, nowMs: number): boolean =>
  movedMs.length === 2 && nowMs - (movedMs[0] as number) <= withinMs;
