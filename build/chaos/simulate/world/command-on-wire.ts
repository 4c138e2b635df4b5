import { circuitModes } from '../../../../electron/domain/circuit.ts';

/** What a request of function 23 asks, read off the wire by nothing but the map of docs/link.md. */
export interface WireCommand {
  readonly mode: string;
  readonly heater: boolean;
  readonly pump: boolean;
  readonly celsius: number;
  readonly mlPerMin: number;
}

const functionAt = 1;
const readWrite = 23;
/** Unit, function, read address and count, write address and count, number of bytes. */
const registersAt = 11;

/** `null`: it writes nothing. */
export function commandOnWire(frame: Uint8Array): WireCommand | null {
  if (frame[functionAt] !== readWrite) return null;
  const register = (index: number): number =>
    ((frame[registersAt + 2 * index] as number) << 8) | (frame[registersAt + 2 * index + 1] as number);
  const control = register(1);
  return {
    mode: circuitModes[register(2)] ?? '?',
    heater: (control & 1) !== 0,
    pump: (control & 2) !== 0,
    celsius: register(3) / 100,
    mlPerMin: register(4),
  };
}

export const commandText = (command: WireCommand | null): string =>
  command === null
    ? 'nothing'
    : `${command.mode} heater ${command.heater ? command.celsius.toFixed(2) : 'off'} pump ${command.pump ? command.mlPerMin : 'off'}`;
