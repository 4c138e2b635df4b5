import { describe, expect, it } from 'vitest';
import {
  type CircuitMode,
  circuitModes,
  interlockBit,
  interlocks,
  interlocksIn,
} from '../../../electron/domain/circuit.ts';
import { interlocksStopPump } from '../../../electron/domain/interlock-effects.ts';

const stopsIn = (name: (typeof interlocks)[number]): CircuitMode[] =>
  circuitModes.filter((mode) => interlocksStopPump(interlockBit(name), mode));

describe('what an interlock does to the pump (docs/link.md)', () => {
  it.each([
    ['watchdog-expired', ['prime', 'fill', 'rinse']],
    ['over-temperature', []],
    ['no-flow', []],
    ['heater-fault', []],
    ['on-battery', []],
    ['inflow-sensor-fault', []],
    ['reservoir-low', circuitModes.filter((mode) => mode !== 'drain')],
    ['air-in-line', circuitModes],
    ['over-pressure', circuitModes],
    ['pump-fault', circuitModes],
    ['cover-open', circuitModes],
    ['emergency-stop', circuitModes],
  ] as const)('%s stops it in %j', (name, modes) => {
    expect(stopsIn(name)).toEqual(modes);
  });

  it('several of them: whatever one of them stops', () => {
    const bits = interlockBit('on-battery') | interlockBit('watchdog-expired');
    expect(interlocksStopPump(bits, 'fill')).toBe(true);
    expect(interlocksStopPump(bits, 'circulate')).toBe(false);
    expect(interlocksStopPump(0, 'fill')).toBe(false);
  });
});

describe('the bits of the interlocks', () => {
  it('are numbered as on the wire', () => {
    expect(interlocks.map(interlockBit)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048]);
    expect(interlocksIn(0b1000_0000_0001)).toEqual(['watchdog-expired', 'inflow-sensor-fault']);
  });
});
