import type { Sample } from '../../../../electron/domain/sample.ts';
import { commandText, type WireCommand } from './command-on-wire.ts';

/** What was on the line in the exchange of every sample, by run and moment. */
export class RequestsKept {
  readonly #written = new Map<string, Map<number, string>>();

  /** After the tick of a sample; told again between two ticks it changes nothing. */
  keep(runId: string, sessionMs: number, written: WireCommand | null): void {
    const moments = this.#written.get(runId) ?? new Map<number, string>();
    this.#written.set(runId, moments);
    const moment = Math.round(sessionMs);
    if (!moments.has(moment)) moments.set(moment, commandText(written));
  }

  /** `null`: nothing is known of that moment. */
  writtenAt(runId: string, sessionMs: number): string | null {
    return this.#written.get(runId)?.get(sessionMs) ?? null;
  }
}

export const requestedText = ({ requested }: Sample): string =>
  commandText(
    requested === null
      ? null
      : {
          mode: requested.mode,
          heater: requested.heaterEnable,
          pump: requested.pumpEnable,
          celsius: requested.inflowSetpointCelsius,
          mlPerMin: requested.flowSetpointMlPerMin,
        },
  );
