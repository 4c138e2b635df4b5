import type { RigIdentity, Telemetry } from './telemetry.ts';

/** What a machine does, whoever told it to, as far as its telemetry shows. */
export const machineDoings = [
  'stood-down',
  'circulating',
  'filling',
  'draining',
  'pumping-other',
  'standing',
  'unknown',
] as const;
export type MachineDoing = (typeof machineDoings)[number];

type Flows = Pick<RigIdentity, 'lowestFlowMlPerMin'>;

/** Of the lowest flow the rig can do: less is a meter at rest (chosen). */
const restingShare = 0.1;
/** The wire carries tenths of a turn (docs/link.md, register 12). */
const leastRpm = 0.1;

/** Mode in force standby, heater and pump off, nothing flows and nothing turns; interlocks may be latched. */
export function stoodDown(telemetry: Telemetry, rig: Flows): boolean {
  const { mode, heaterEnable, pumpEnable } = telemetry.inForce;
  return mode === 'standby' && !heaterEnable && !pumpEnable && !moves(telemetry, rig);
}

/** Something flows or turns. A flow that is not known is told by the pump. */
function moves({ flowMlPerMin, pumpSpeedRpm }: Telemetry, { lowestFlowMlPerMin }: Flows): boolean {
  if (pumpSpeedRpm >= leastRpm) return true;
  return flowMlPerMin.value !== null && flowMlPerMin.value > restingShare * lowestFlowMlPerMin;
}

/** `null`: nothing has been heard. `standing`: not stood down, but nothing flows. */
export function machineDoing(telemetry: Telemetry | null, rig: Flows): MachineDoing {
  if (telemetry === null) return 'unknown';
  if (stoodDown(telemetry, rig)) return 'stood-down';
  if (!moves(telemetry, rig)) return 'standing';
  switch (telemetry.inForce.mode) {
    case 'circulate':
    case 'bypass':
    case 'prime':
      return 'circulating';
    case 'fill':
    case 'rinse':
      return 'filling';
    case 'drain':
      return 'draining';
    case 'standby':
      return 'pumping-other';
  }
}
