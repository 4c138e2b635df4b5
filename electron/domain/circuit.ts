/** Circuit modes of the rig; the index is the number on the wire (link map version 1, register 2). */
export const circuitModes = ['standby', 'prime', 'bypass', 'fill', 'circulate', 'drain', 'rinse'] as const;
export type CircuitMode = (typeof circuitModes)[number];

/** Rig states; the index is the number on the wire (telemetry register 1). */
export const rigStates = ['power-up', 'standby', 'running', 'safe', 'fault', 'self-test'] as const;
export type RigState = (typeof rigStates)[number];

/** Interlocks of the rig; the index is the bit (telemetry register 2). All turn the heater off and latch. */
export const interlocks = [
  'watchdog-expired',
  'over-temperature',
  'no-flow',
  'air-in-line',
  'reservoir-low',
  'over-pressure',
  'heater-fault',
  'pump-fault',
  'cover-open',
  'on-battery',
  'emergency-stop',
  'inflow-sensor-fault',
] as const;
export type Interlock = (typeof interlocks)[number];

export const interlockBit = (name: Interlock): number => 1 << interlocks.indexOf(name);
export const interlocksIn = (bits: number): Interlock[] => interlocks.filter((_, bit) => bits & (1 << bit));
