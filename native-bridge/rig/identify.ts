import type { ConnectFault } from '../../electron/domain/rig-driver.ts';
import type { RigIdentity } from '../../electron/domain/telemetry.ts';
import type { Clock } from '../../electron/domain/time.ts';
import { encodeRequest, readFunction } from '../modbus/frames.ts';
import { describeFault, tooSlow } from './faults.ts';
import type { Line } from './line.ts';
import {
  decodeIdentification,
  type IdentificationResult,
  identificationAddress,
  identificationCount,
  mapVersion,
  rigUnit,
} from './registers.ts';

export type ConnectResult =
  | { readonly ok: true; readonly identity: RigIdentity }
  /** `message`: what, where and how to mend it. */
  | { readonly ok: false; readonly fault: ConnectFault; readonly message: string };

/** Nobody answers: so often it is asked at least. */
const leastTries = 3;
/** A reply is waited for this long: one that comes too late is told from none, and a boot loader is left in peace, ms (chosen). */
const patienceMs = 300;

const frame = encodeRequest({
  kind: 'read',
  unit: rigUnit,
  address: identificationAddress,
  count: identificationCount,
});

export interface Identifying {
  readonly clock: Clock;
  readonly portName: string;
  /** How the line is set; `null` where there is nothing to set. */
  readonly lineText: string | null;
  /** The machine of the run, the only one that is taken; `null`: any. */
  readonly boundTo: string | null;
  /** The port is not the one asked for: only the machine seen before is meant. `null`: it is. */
  readonly seenBefore: string | null;
  /** What an exchange may take. */
  readonly deadlineMs: number;
  /** How long it is asked again while nobody answers: a controller may boot when its port opens. */
  readonly bootMs: number;
}

/** Reads who is there. Refuses another map version, a machine other than `boundTo`, and one that answers too late. */
export async function identify(line: Line, of: Identifying): Promise<ConnectResult> {
  const { clock, portName, deadlineMs, bootMs } = of;
  const startedMs = clock.monotonicMs();
  let detail = '';
  const lateMs: number[] = [];
  for (
    let tries = 0;
    line.isOpen && (tries < leastTries || clock.monotonicMs() - startedMs < bootMs);
    tries += 1
  ) {
    let block: IdentificationResult | null = null;
    const answer = await line.request({
      frame,
      functionCode: readFunction,
      count: identificationCount,
      withinMs: Math.max(patienceMs, deadlineMs),
      accept: (registers) => {
        block = decodeIdentification(registers);
        return block.ok || block.fault !== 'block-crc' ? null : 'block-crc';
      },
    });
    if (block !== null && answer.fault === null) {
      if (answer.tookMs <= deadlineMs) return judge(block, of);
      lateMs.push(answer.tookMs);
      // One alone may have lain in a buffer while the controller booted.
      if (lateMs.length >= leastTries) break;
    } else if (answer.fault !== null) detail = describeFault(answer.fault, answer.exceptionCode);
  }
  if (!line.isOpen) return refusal('closed', portName, 'the port closed while the rig was being identified');
  // One that this computer was late to read itself says nothing of the rig.
  const usualMs = lateMs.sort((a, b) => a - b)[Math.floor((lateMs.length - 1) / 2)];
  if (usualMs !== undefined) return refusal('too-slow', portName, tooSlow(usualMs, deadlineMs));
  return refusal('no-answer', portName, `${detail}. ${remedy(of)}`);
}

/** What to look at, by the names of the settings where there are any. */
const remedy = ({ lineText }: Identifying): string =>
  lineText === null
    ? 'Switch the rig on and check the cable'
    : `Switch the rig on, check the cable, and that the rig speaks ${lineText} (baud=, parity=, stop=)`;

function judge(block: IdentificationResult, { portName, boundTo, seenBefore }: Identifying): ConnectResult {
  if (!block.ok && block.fault === 'map-version') {
    const mend = `this console speaks version ${mapVersion}. Update the older of the two`;
    return refusal('other-version', portName, `${block.detail}, ${mend}`);
  }
  if (!block.ok) return refusal('invalid', portName, `${block.detail}. Have the rig serviced`);
  const { serialNumber } = block.identity;
  if (boundTo !== null && serialNumber !== boundTo) {
    const mend = `the run belongs to ${boundTo}. Connect ${boundTo}, or end the run`;
    return refusal('other-machine', portName, `this is the machine ${serialNumber}, and ${mend}`);
  }
  if (boundTo === null && seenBefore !== null && serialNumber !== seenBefore) {
    const mend = `${seenBefore} was connected before. Choose this port if it is meant`;
    return refusal('other-machine', portName, `this is the machine ${serialNumber}, and ${mend}`);
  }
  return { ok: true, identity: block.identity };
}

export const refusal = (fault: ConnectFault, portName: string, detail: string): ConnectResult => ({
  ok: false,
  fault,
  message: `Rig on ${portName}: ${detail}.`,
});
