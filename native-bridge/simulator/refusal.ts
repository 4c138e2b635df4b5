import { circuitModes } from '../../electron/domain/circuit.ts';
import { annunciations } from '../../electron/domain/command.ts';
import {
  type CommandBlock,
  limitHighestCelsius,
  limitLowestCelsius,
  setpointBelowLimitCelsius,
  setpointHighestCelsius,
  setpointLowestCelsius,
  watchdogHighestMs,
  watchdogLowestMs,
} from '../rig/registers.ts';

export type RefusalCause = 'crc' | 'mode' | 'setpoint' | 'flow' | 'limit' | 'watchdog' | 'annunciator';

export interface FlowRange {
  readonly lowestFlowMlPerMin: number;
  readonly highestFlowMlPerMin: number;
}

const outside = (value: number, lowest: number, highest: number): boolean =>
  value < lowest || value > highest;
/** As on the wire, where 0.50 °C is exact. */
const hundredths = (celsius: number): number => Math.round(celsius * 100);

/** Why a command block is refused whole (exception 3), or `null` (docs/link.md, "What the rig does"). */
export function refusalOf(block: CommandBlock, range: FlowRange): RefusalCause | null {
  const setpoint = block.inflowSetpointCelsius;
  const flow = block.flowSetpointMlPerMin;
  const belowLimit = hundredths(block.inflowLimitCelsius) - hundredths(setpoint);
  if (!block.crcHolds) return 'crc';
  if (block.mode >= circuitModes.length) return 'mode';
  if (outside(setpoint, setpointLowestCelsius, setpointHighestCelsius)) return 'setpoint';
  if (outside(block.inflowLimitCelsius, limitLowestCelsius, limitHighestCelsius)) return 'limit';
  if (belowLimit < hundredths(setpointBelowLimitCelsius)) return 'setpoint';
  if (flow !== 0 && outside(flow, range.lowestFlowMlPerMin, range.highestFlowMlPerMin)) return 'flow';
  if (outside(block.watchdogMs, watchdogLowestMs, watchdogHighestMs)) return 'watchdog';
  return block.annunciator >= annunciations.length ? 'annunciator' : null;
}
