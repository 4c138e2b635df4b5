import type { LinkCounters } from '../../electron/domain/link.ts';
import { longestDeadlineMs } from './timing.ts';

/** Why an exchange brought no telemetry. All but `closed`, `cut-off` and `busy` name what became of the reply. */
export type ExchangeFault =
  /** Nothing that looks like a reply came in time. */
  | 'timeout'
  | 'crc'
  | 'block-crc'
  /** Its CRC-32 is right and it holds what map version 1 does not know. Counted with the block CRC errors. */
  | 'invalid'
  | 'short'
  | 'exception'
  | 'stale-echo'
  /** A read was answered with what the rig had before it was asked. Counted with the stale echoes. */
  | 'old'
  /** No port is open. */
  | 'closed'
  /** The port closed with the request on the line. */
  | 'cut-off'
  /** Another exchange is in flight. */
  | 'busy';

export type ReplyFault = Exclude<ExchangeFault, 'closed' | 'cut-off' | 'busy' | 'timeout'>;

/** The counter of each discarded reply. */
const counterOf = {
  crc: 'crcErrors',
  'block-crc': 'blockCrcErrors',
  invalid: 'blockCrcErrors',
  short: 'shortFrames',
  exception: 'exceptions',
  'stale-echo': 'staleEchoes',
  old: 'staleEchoes',
} as const satisfies Record<ReplyFault, keyof LinkCounters>;

export function count(counters: LinkCounters, fault: ReplyFault): void {
  counters[counterOf[fault]] += 1;
}

const sentences: Readonly<Record<ExchangeFault, string>> = {
  timeout: 'the rig did not answer in time',
  crc: 'the reply was damaged (CRC-16)',
  'block-crc': 'the reply was not of this rig or was damaged (CRC-32)',
  invalid: 'the reply holds a state, mode or probe status that map version 1 does not know',
  short: 'the reply was cut short',
  exception: 'the rig refused',
  'stale-echo': 'the reply was to an earlier heartbeat',
  old: 'the reply is older than its question, by the uptime in it',
  closed: 'the port is closed',
  'cut-off': 'the port closed before the reply came',
  busy: 'an exchange is in flight already',
};

/** In plain words; an exception with its Modbus code. */
export const describeFault = (fault: ExchangeFault, exceptionCode: number | null = null): string =>
  exceptionCode === null ? sentences[fault] : `${sentences[fault]} (exception ${exceptionCode})`;

/** Half as much again as it took leaves room for jitter, rounded up to 10 ms (chosen). */
const roomForJitter = 1.5;

/** It answers, and later than is waited for: names the setting that mends it. */
export function tooSlow(answeredMs: number, deadlineMs: number): string {
  const found = `the rig answered after ${Math.round(answeredMs)} ms, this console waits ${deadlineMs}`;
  if (answeredMs >= longestDeadlineMs) return `${found} and can wait ${longestDeadlineMs} at most`;
  const enough = Math.min(longestDeadlineMs, Math.ceil((answeredMs * roomForJitter) / 10) * 10);
  return `${found}; set deadlineMs=${enough} (--rig serial:<path>?deadlineMs=${enough})`;
}
