/** Counters of the link by kind, since the console was started. Every discarded reply is in exactly one. */
export interface LinkCounters {
  exchanges: number;
  timeouts: number;
  crcErrors: number;
  blockCrcErrors: number;
  shortFrames: number;
  exceptions: number;
  staleEchoes: number;
  noiseBytes: number;
  reconnects: number;
}

export const newLinkCounters = (): LinkCounters => ({
  exchanges: 0,
  timeouts: 0,
  crcErrors: 0,
  blockCrcErrors: 0,
  shortFrames: 0,
  exceptions: 0,
  staleEchoes: 0,
  noiseBytes: 0,
  reconnects: 0,
});

/** Telemetry older than this is shown as ageing (docs/link.md). */
export const ageingAfterMs = 300;
/** Telemetry older than this: link lost, alarm, no command block any more (docs/link.md). */
export const linkLostAfterMs = 1000;

export type LinkState = 'closed' | 'connecting' | 'up' | 'ageing' | 'lost';
