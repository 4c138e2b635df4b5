import type { RigIdentity } from '../../electron/domain/telemetry.ts';
import { encodeRequest, readFunction } from '../modbus/frames.ts';
import type { OpenFault } from '../transport/port.ts';
import { describeFault } from './faults.ts';
import type { Line } from './line.ts';
import {
  decodeIdentification,
  type IdentificationResult,
  identificationAddress,
  identificationCount,
  mapVersion,
  rigUnit,
} from './registers.ts';

export type ConnectFault = OpenFault | 'no-answer' | 'map-version' | 'invalid' | 'other-machine' | 'closed';

export type ConnectResult =
  | { readonly ok: true; readonly identity: RigIdentity }
  /** `message`: what, where and how to mend it. */
  | { readonly ok: false; readonly fault: ConnectFault; readonly message: string };

const mostTries = 3;
const frame = encodeRequest({
  kind: 'read',
  unit: rigUnit,
  address: identificationAddress,
  count: identificationCount,
});

/** Reads who is there. Refuses another map version, and a machine other than `boundTo`. */
export async function identify(line: Line, portName: string, boundTo: string | null): Promise<ConnectResult> {
  let detail = '';
  for (let tries = 0; tries < mostTries && line.isOpen; tries += 1) {
    let block: IdentificationResult | null = null;
    const answer = await line.request({
      frame,
      functionCode: readFunction,
      count: identificationCount,
      accept: (registers) => {
        block = decodeIdentification(registers);
        return block.ok || block.fault !== 'block-crc' ? null : 'block-crc';
      },
    });
    if (block !== null && answer.fault === null) return judge(block, portName, boundTo);
    if (answer.fault !== null) detail = describeFault(answer.fault, answer.exceptionCode);
  }
  if (!line.isOpen) return refusal('closed', portName, 'the port closed while the rig was being identified');
  return refusal(
    'no-answer',
    portName,
    `${detail}. Switch the rig on, check the cable, and that speed and parity are the rig's`,
  );
}

function judge(block: IdentificationResult, portName: string, boundTo: string | null): ConnectResult {
  if (!block.ok && block.fault === 'map-version') {
    const remedy = `this console speaks version ${mapVersion}. Update the older of the two`;
    return refusal('map-version', portName, `${block.detail}, ${remedy}`);
  }
  if (!block.ok) return refusal('invalid', portName, `${block.detail}. Have the rig serviced`);
  const { serialNumber } = block.identity;
  if (boundTo !== null && serialNumber !== boundTo) {
    const remedy = `the run belongs to ${boundTo}. Connect ${boundTo}, or end the run`;
    return refusal('other-machine', portName, `this is the machine ${serialNumber}, and ${remedy}`);
  }
  return { ok: true, identity: block.identity };
}

export const refusal = (fault: ConnectFault, portName: string, detail: string): ConnectResult => ({
  ok: false,
  fault,
  message: `Rig on ${portName}: ${detail}.`,
});
