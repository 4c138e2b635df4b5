import { circuitModes } from '../../electron/domain/circuit.ts';
import { annunciations, type Intent } from '../../electron/domain/command.ts';
import { commandCount } from './map.ts';
import { blockCrcHolds, type Registers, sealBlock, unsigned } from './words.ts';

const heaterBit = 1;
const pumpBit = 2;
const clearShift = 4;

/** Control and "control in force" (telemetry register 21) share their layout. */
export interface Control {
  readonly heaterEnable: boolean;
  readonly pumpEnable: boolean;
  /** Bit n = interlock n. */
  readonly clearBits: number;
}

export const encodeControl = (control: Control): number =>
  (control.heaterEnable ? heaterBit : 0) |
  (control.pumpEnable ? pumpBit : 0) |
  ((control.clearBits & 0xfff) << clearShift);

export const decodeControl = (register: number): Control => ({
  heaterEnable: (register & heaterBit) !== 0,
  pumpEnable: (register & pumpBit) !== 0,
  clearBits: register >>> clearShift,
});

/**
 * The console's side: ten registers, sealed for the rig with this serial number. A value that no register can
 * hold is written as 0xFFFF, which a rig refuses.
 */
export function encodeCommand(intent: Intent, heartbeat: number, serialNumber: string): Uint16Array {
  const registers = new Uint16Array(commandCount);
  registers[0] = heartbeat;
  registers[1] = encodeControl(intent);
  registers[2] = circuitModes.indexOf(intent.mode);
  registers[3] = unsigned(intent.inflowSetpointCelsius, 0.01);
  registers[4] = unsigned(intent.flowSetpointMlPerMin, 1);
  registers[5] = unsigned(intent.inflowLimitCelsius, 0.01);
  registers[6] = unsigned(intent.watchdogMs, 1);
  registers[7] = annunciations.indexOf(intent.annunciator);
  return sealBlock(registers, serialNumber);
}

/** A command block as it came; nothing is judged but its CRC-32 (limits: `map.ts`). */
export interface CommandBlock extends Control {
  readonly crcHolds: boolean;
  readonly heartbeat: number;
  /** Index in `circuitModes`; above 6 is refused. */
  readonly mode: number;
  readonly inflowSetpointCelsius: number;
  readonly flowSetpointMlPerMin: number;
  readonly inflowLimitCelsius: number;
  readonly watchdogMs: number;
  /** Index in `annunciations`; above 3 is refused. */
  readonly annunciator: number;
}

/** The rig's side. `registers` are the ten written. */
export function decodeCommand(registers: Registers, serialNumber: string): CommandBlock {
  const at = (index: number): number => registers[index] as number;
  return {
    crcHolds: registers.length === commandCount && blockCrcHolds(registers, commandCount, serialNumber),
    heartbeat: at(0),
    ...decodeControl(at(1)),
    mode: at(2),
    inflowSetpointCelsius: at(3) / 100,
    flowSetpointMlPerMin: at(4),
    inflowLimitCelsius: at(5) / 100,
    watchdogMs: at(6),
    annunciator: at(7),
  };
}
