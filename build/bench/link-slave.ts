/**
 * The slave of the link bench, a process of its own: `node link-slave.ts PATH`. Answers function 3 with the same
 * block each time, as fast as it can, so that what is measured is the master.
 */
import { circuitModes, rigStates } from '../../electron/domain/circuit.ts';
import { measured } from '../../electron/domain/reading.ts';
import type { RigIdentity, Telemetry } from '../../electron/domain/telemetry.ts';
import { encodeReply, readFunction } from '../../native-bridge/modbus/frames.ts';
import { RequestReader } from '../../native-bridge/modbus/request-reader.ts';
import {
  encodeIdentification,
  encodeTelemetry,
  mapVersion,
  rigUnit,
  telemetryAddress,
} from '../../native-bridge/rig/registers.ts';
import { serialOpener } from '../../native-bridge/transport/serial.ts';

const features = {
  core: true,
  inflowLinePressure: true,
  battery: false,
  reservoirLevel: true,
  cavityPressure: true,
  outflowMeter: true,
  simulated: true,
};
const identity: RigIdentity = {
  mapVersion,
  features,
  serialNumber: 'BENCH',
  firmware: '1',
  calibrationDates: [],
  lowestFlowMlPerMin: 100,
  highestFlowMlPerMin: 3000,
  heaterRatingW: 1500,
  timeScale: 1,
};
const telemetry: Telemetry = {
  heartbeatEcho: 0,
  rigState: rigStates[1],
  interlockBits: 0,
  probesCelsius: [measured(44.1), measured(41.9), measured(42.6), measured(42.4)],
  coreCelsius: measured(37.2),
  flowMlPerMin: measured(1500),
  inflowLinePressureMmHg: measured(80),
  heaterPowerPercent: 40,
  pumpSpeedRpm: 120,
  reservoirMl: measured(3000),
  inForce: {
    mode: circuitModes[0],
    heaterEnable: false,
    pumpEnable: false,
    inflowSetpointCelsius: 20,
    flowSetpointMlPerMin: 0,
    inflowLimitCelsius: 46,
    clearBits: 0,
  },
  uptimeMs: 0,
  blocksRefused: 0,
  cavityPressureMmHg: measured(12),
  outflowMlPerMin: measured(1490),
};

const reply = (registers: Uint16Array): Uint8Array =>
  encodeReply({ kind: 'registers', unit: rigUnit, functionCode: readFunction, registers });
/** Its uptime goes on, as a link asks of every rig; encoded anew ten times a second, so that the slave costs nothing. */
let encodedMs = -1;
let encoded: Uint8Array = new Uint8Array();
function telemetryReply(): Uint8Array {
  const uptimeMs = Math.floor(performance.now() / 100) * 100;
  if (uptimeMs === encodedMs) return encoded;
  encodedMs = uptimeMs;
  encoded = reply(encodeTelemetry({ ...telemetry, uptimeMs }, identity));
  return encoded;
}
const identificationReply = reply(encodeIdentification(identity));

const opened = await serialOpener({ usb: null, path: process.argv[2] ?? '' }).open();
if (!opened.ok) throw new Error(opened.message);
const reader = new RequestReader(rigUnit);
opened.port.onBytes((bytes) => {
  for (const event of reader.push(bytes)) {
    if (event.kind !== 'request' || event.request.kind !== 'read') continue;
    opened.port.write(event.request.address === telemetryAddress ? telemetryReply() : identificationReply);
  }
});
process.send?.('ready');
