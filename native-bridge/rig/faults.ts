import type { LinkCounters } from '../../electron/domain/link.ts';

/** Why an exchange brought no telemetry. All but `closed` and `busy` name what became of the reply. */
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
  /** No port is open. */
  | 'closed'
  /** Another exchange is in flight. */
  | 'busy';

export type ReplyFault = Exclude<ExchangeFault, 'closed' | 'busy' | 'timeout'>;

/** The counter of each discarded reply. */
const counterOf = {
  crc: 'crcErrors',
  'block-crc': 'blockCrcErrors',
  invalid: 'blockCrcErrors',
  short: 'shortFrames',
  exception: 'exceptions',
  'stale-echo': 'staleEchoes',
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
  closed: 'the port is closed',
  busy: 'an exchange is in flight already',
};

/** In plain words; an exception with its Modbus code. */
export const describeFault = (fault: ExchangeFault, exceptionCode: number | null = null): string =>
  exceptionCode === null ? sentences[fault] : `${sentences[fault]} (exception ${exceptionCode})`;
