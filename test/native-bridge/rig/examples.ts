import { measured, missing } from '../../../electron/domain/reading.ts';
import type { RigFeatures, RigIdentity, Telemetry } from '../../../electron/domain/telemetry.ts';

export const allFitted: RigFeatures = {
  core: true,
  inflowLinePressure: true,
  battery: true,
  reservoirLevel: true,
  cavityPressure: true,
  outflowMeter: true,
  simulated: true,
};

export const exampleIdentity: RigIdentity = {
  mapVersion: 1,
  features: { ...allFitted, reservoirLevel: false, outflowMeter: false },
  serialNumber: 'ISO-2026-00042',
  firmware: '1.2.3',
  calibrationDates: ['2020-01-02', '2021-01-01', null, '2026-01-31'],
  lowestFlowMlPerMin: 50,
  highestFlowMlPerMin: 3000,
  heaterRatingW: 1200,
  timeScale: 1,
};

export const exampleTelemetry: Telemetry = {
  heartbeatEcho: 513,
  rigState: 'running',
  interlockBits: 0b100,
  probesCelsius: [missing('open'), missing('shorted'), measured(42.437), measured(42.001)],
  coreCelsius: measured(36.9),
  flowMlPerMin: measured(1498),
  inflowLinePressureMmHg: measured(-12),
  heaterPowerPercent: 55.3,
  pumpSpeedRpm: 120.1,
  reservoirMl: measured(0x7fff),
  inForce: {
    mode: 'circulate',
    heaterEnable: true,
    pumpEnable: true,
    inflowSetpointCelsius: 44.25,
    flowSetpointMlPerMin: 1500,
    inflowLimitCelsius: 46,
    clearBits: 0b100,
  },
  uptimeMs: 100_000,
  blocksRefused: 3,
  cavityPressureMmHg: missing('no-value'),
  outflowMlPerMin: missing('no-value'),
};
